# era: 3.8 3.10 3.12 3.13
# What get_event_loop means: before, inside, after.
import asyncio
import warnings

warnings.simplefilter('ignore')
loop = asyncio.get_event_loop()
print(loop is asyncio.get_event_loop(), loop.is_running())


async def main():
    print(asyncio.get_event_loop() is asyncio.get_running_loop(), asyncio.get_event_loop() is loop)


asyncio.run(main())
try:
    print(asyncio.get_event_loop() is loop)
except RuntimeError as error:
    print(error)
loop.close()
