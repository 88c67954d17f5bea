# era: 3.6 3.8 3.13
# What CancelledError is: since 3.8 no Exception, so that `except Exception` lets it pass.
import asyncio

print(issubclass(asyncio.CancelledError, Exception), [c.__name__ for c in asyncio.CancelledError.__mro__][1:3])


async def careless():
    try:
        await asyncio.sleep(1)
    except Exception as error:
        print('caught', type(error).__name__)


async def main():
    task = asyncio.ensure_future(careless())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
