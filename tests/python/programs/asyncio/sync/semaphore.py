# era: 3.6 3.8 3.13
# So many at once; a bounded one cannot be released too often.
import asyncio


async def user(name, semaphore):
    async with semaphore:
        print(name, 'enters')
        await asyncio.sleep(0.01)
        print(name, 'leaves')


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.wait([asyncio.ensure_future(user(name, semaphore)) for name in 'abcde'[:1]])
    tasks = []
    for name in 'abcde':
        tasks.append(asyncio.ensure_future(user(name, semaphore)))
    for task in tasks:
        await task
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
