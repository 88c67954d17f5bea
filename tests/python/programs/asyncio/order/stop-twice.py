# era: 3.6 3.8 3.13
# stop() before the run ends it after one round.
import asyncio

loop = asyncio.new_event_loop()
loop.stop()
loop.call_soon(print, 'one round')
loop.run_forever()
loop.call_soon(loop.call_soon, print, 'the next run')
loop.call_soon(loop.stop)
loop.run_forever()
print('stopped')
loop.call_soon(loop.stop)
loop.run_forever()
print(loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
