# era: 3.6 3.8 3.13
# Callbacks of a future come in order, in the round after it is filled; one that is added late, too.
import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
first = lambda f: print('first', f.result())
future.add_done_callback(first)
future.add_done_callback(lambda f: print('second', f.result()))
future.add_done_callback(first)
print(future.remove_done_callback(first))
loop.call_soon(future.set_result, 5)
loop.call_soon(print, 'between')
loop.run_until_complete(future)
future.add_done_callback(lambda f: print('late', f.result()))
print('not yet')
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
