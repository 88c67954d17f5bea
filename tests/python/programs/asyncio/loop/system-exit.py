# era: 3.8 3.13
# KeyboardInterrupt and SystemExit go through the loop.
import asyncio


def leave():
    raise SystemExit(3)


async def interrupted():
    raise KeyboardInterrupt


loop = asyncio.new_event_loop()
loop.call_soon(leave)
loop.call_later(0.01, print, 'a timer that is still there')
loop.call_later(0.02, loop.stop)
try:
    loop.run_forever()
except SystemExit as error:
    print('SystemExit', error.code)
loop.run_forever()
try:
    loop.run_until_complete(interrupted())
except KeyboardInterrupt:
    print('KeyboardInterrupt')
loop.close()
