# era: 3.6 3.8 3.11 3.13
# Until 3.9 who is woken has no place yet: a task that comes first may take it.
import asyncio


async def take(name, sem, order):
    await sem.acquire()
    order.append(name)


async def main():
    sem = asyncio.Semaphore(1)
    order = []
    await sem.acquire()
    tasks = [asyncio.ensure_future(take(n, sem, order)) for n in 'abc']
    await asyncio.sleep(0)
    sem.release()
    print('released', sem.locked(), repr(sem).split('[')[1])
    late = asyncio.ensure_future(take('late', sem, order))
    await asyncio.sleep(0)
    print(order, sem.locked())
    for _ in range(4):
        sem.release()
    print(repr(sem).split('[')[1])
    await asyncio.gather(*tasks + [late])
    print(order, repr(sem).split('[')[1])

    # The one that is woken is cancelled before it goes on.
    sem = asyncio.Semaphore(0)
    order = []
    tasks = [asyncio.ensure_future(take(n, sem, order)) for n in 'abc']
    await asyncio.sleep(0)
    sem.release()
    tasks[0].cancel()
    tasks[2].cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(order, [t.cancelled() for t in tasks], repr(sem).split('[')[1])


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
