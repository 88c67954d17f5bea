# era: 3.6 3.8 3.13
# Pending, finished, cancelled; each can be asked for once only.
import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
print(future, future.done(), future.cancelled())
for ask in (future.result, future.exception):
    try:
        ask()
    except asyncio.InvalidStateError as error:
        print(error)
future.set_result('r')
print(future, future.result(), future.exception(), future.cancel())
try:
    future.set_result(2)
except asyncio.InvalidStateError:
    print('already done')
future = loop.create_future()
future.set_exception(KeyError('k'))
print(future.done(), repr(future.exception()).replace(',)', ')'))
try:
    future.result()
except KeyError as error:
    print('raised', error)
future = loop.create_future()
print(future.cancel(), future.cancel(), future)
try:
    future.exception()
except asyncio.CancelledError:
    print('cancelled')
loop.close()
