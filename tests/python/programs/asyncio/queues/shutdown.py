# era: 3.13
# A queue that is closed: what is in it can still be taken out.
import asyncio


async def consumer(queue):
    try:
        while True:
            print('got', await queue.get())
            queue.task_done()
    except asyncio.QueueShutDown:
        print('the queue is closed')


async def main():
    queue = asyncio.Queue()
    for i in range(3):
        queue.put_nowait(i)
    task = asyncio.create_task(consumer(queue))
    queue.shutdown()
    try:
        await queue.put(4)
    except asyncio.QueueShutDown:
        print('no more')
    await task
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.shutdown(immediate=True)
    print(queue.qsize())
    await queue.join()


asyncio.run(main())
