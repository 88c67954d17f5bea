# oracle: off, curio is not part of CPython
# Queues, events, locks, semaphores and conditions.
import curio

async def at(*words):
    print('%.1f' % await curio.clock(), *words)

async def producer(queue, count, pace):
    for number in range(count):
        await queue.put(number)
        await at('put', number)
        await curio.sleep(pace)
    await queue.join()
    await at('all done')

async def consumer(queue, pace):
    async for item in queue:
        await curio.sleep(pace)
        await at('   got', item)
        await queue.task_done()

async def main():
    queue = curio.Queue(maxsize=2)
    eater = await curio.spawn(consumer, queue, 1)
    await (await curio.spawn(producer, queue, 5, 0.2)).join()
    await eater.cancel()
    print(queue.empty(), queue.full(), queue.qsize())
    for kind in curio.LifoQueue, curio.PriorityQueue:
        queue = kind()
        for item in [2, 3, 1]:
            await queue.put(item)
        print(kind.__name__, [await queue.get() for _ in range(3)])

    event = curio.Event()
    async def waiter(name):
        await event.wait()
        await at(name, 'goes on')
    waiters = [await curio.spawn(waiter, name) for name in 'abc']
    await curio.sleep(1)
    print(event)
    await waiters[1].cancel()
    await event.set()
    for task in waiters:
        await task.wait()
    print(event.is_set())

    lock = curio.Lock()
    async def holder(name, seconds):
        async with lock:
            await at(name, 'has the lock')
            await curio.sleep(seconds)
    tasks = [await curio.spawn(holder, name, 1) for name in 'abc']
    await curio.sleep(0.5)
    await tasks[1].cancel()
    for task in tasks:
        await task.wait()
    print(lock.locked())
    try:
        await lock.release()
    except RuntimeError as error:
        print(error)

    places = curio.Semaphore(2)
    async def guest(number):
        async with places:
            await at('guest', number)
            await curio.sleep(1)
    for task in [await curio.spawn(guest, number) for number in range(5)]:
        await task.join()

    condition, stock = curio.Condition(), []
    async def buyer(name):
        async with condition:
            await condition.wait_for(lambda: stock)
            await at(name, 'takes', stock.pop())
    buyers = [await curio.spawn(buyer, name) for name in 'ab']
    for item in 'xy':
        await curio.sleep(1)
        async with condition:
            stock.append(item)
            await condition.notify_all()
    for task in buyers:
        await task.join()

curio.run(main)
