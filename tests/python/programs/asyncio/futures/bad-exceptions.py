# era: 3.6 3.8 3.13
# What a future does not take as an exception.
import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
try:
    future.set_exception('text')
except TypeError as error:
    print(error)
try:
    future.set_exception(StopIteration)
    print(repr(future.exception()))
except TypeError as error:
    print(error)
future = loop.create_future()
future.set_exception(ValueError)
print(repr(future.exception()).replace(',)', ')'))
try:
    asyncio.ensure_future(5, loop=loop)
except TypeError as error:
    print(error)
loop.close()
