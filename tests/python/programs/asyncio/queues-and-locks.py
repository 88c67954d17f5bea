# Who waits for whom: queues, locks, events, conditions, semaphores, barriers.
import asyncio


async def producer(queue, n):
    for i in range(n):
        await queue.put(i)
        print('put', i, queue.qsize())
    queue.shutdown()


async def consumer(name, queue):
    try:
        while True:
            item = await queue.get()
            print(name, 'got', item)
            queue.task_done()
            await asyncio.sleep(0)
    except asyncio.QueueShutDown:
        print(name, 'ends')


async def holder(name, lock):
    async with lock:
        print(name, 'in', lock.locked())
        await asyncio.sleep(0)
    print(name, 'out')


async def waiter(name, condition, ready):
    async with condition:
        await condition.wait_for(lambda: ready)
        print(name, 'woken')


async def party(name, barrier):
    position = await barrier.wait()
    print(name, 'passed', position in range(2))


async def main():
    queue = asyncio.Queue(2)
    await asyncio.gather(producer(queue, 5), consumer('x', queue), consumer('y', queue))
    await queue.join()
    for call in (queue.get_nowait, lambda: queue.put_nowait(1), queue.task_done):
        try:
            call()
        except Exception as error:
            print(type(error).__name__, error)
    lifo, heap = asyncio.LifoQueue(), asyncio.PriorityQueue()
    for n in (2, 3, 1):
        lifo.put_nowait(n)
        heap.put_nowait(n)
    print([lifo.get_nowait() for _ in range(3)], [heap.get_nowait() for _ in range(3)])

    lock = asyncio.Lock()
    await asyncio.gather(*[holder(n, lock) for n in 'abc'])
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[holder(n, semaphore) for n in 'def'])
    for release in (lock.release, asyncio.BoundedSemaphore(1).release):
        try:
            release()
        except Exception as error:
            print(type(error).__name__, error)

    event = asyncio.Event()
    waits = [asyncio.create_task(event.wait()) for _ in range(2)]
    await asyncio.sleep(0)
    event.set()
    print(await asyncio.gather(*waits), event.is_set())

    condition, ready = asyncio.Condition(), []
    waits = [asyncio.create_task(waiter(n, condition, ready)) for n in 'pq']
    await asyncio.sleep(0)
    async with condition:
        ready.append(1)
        condition.notify_all()
    await asyncio.gather(*waits)
    barrier = asyncio.Barrier(2)
    await asyncio.gather(*[party(n, barrier) for n in 'uv'])


asyncio.run(main())
