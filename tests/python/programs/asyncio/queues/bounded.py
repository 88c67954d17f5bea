# era: 3.6 3.8 3.13
# A queue of two: the producer waits for room.
import asyncio


async def producer(queue):
    for i in range(5):
        await queue.put(i)
        print('put', i, queue.qsize())


async def consumer(queue):
    for _ in range(5):
        await asyncio.sleep(0.01)
        print('got', await queue.get())
        queue.task_done()


async def main():
    queue = asyncio.Queue(2)
    tasks = [asyncio.ensure_future(producer(queue)), asyncio.ensure_future(consumer(queue))]
    await asyncio.sleep(0)
    print(queue.full(), queue.empty(), queue.maxsize)
    await queue.join()
    print('all done')
    for task in tasks:
        await task


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
