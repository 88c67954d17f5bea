# era: 3.6 3.8 3.13
# First come, first served; whoever is cancelled while waiting makes room.
import asyncio


async def user(name, lock):
    try:
        async with lock:
            print(name, 'has it')
            await asyncio.sleep(0.01)
        print(name, 'gave it back')
    except asyncio.CancelledError:
        print(name, 'gave up')


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.ensure_future(user(name, lock)) for name in 'abcd']
    await asyncio.sleep(0)
    print(lock.locked(), repr(lock).partition('[')[2])
    tasks[2].cancel()
    await asyncio.wait(tasks)
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
