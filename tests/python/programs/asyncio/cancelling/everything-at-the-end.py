# era: 3.8 3.13
# asyncio.run cancels what is left when main returns, and lets it clean up.
import asyncio


async def left_over(name):
    try:
        await asyncio.sleep(100)
    finally:
        await asyncio.sleep(0)
        print(name, 'cleaned up')


async def main():
    tasks = [asyncio.create_task(left_over(name)) for name in ('a',)]
    await asyncio.sleep(0)
    return 'main is done'


print(asyncio.run(main()))
