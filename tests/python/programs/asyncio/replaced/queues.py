# era: 3.8 3.13
# A queue whose put and get need not wait, and coroutines of them that somebody keeps, looks at, drops, or awaits late.
import asyncio
import inspect


class Shouting(asyncio.Queue):
    def put_nowait(self, item):
        super().put_nowait(item.upper())


class Newest(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()


async def main():
    queue = asyncio.Queue(2)
    print(await queue.put("a"), queue.qsize(), queue.full(), await queue.get(), queue.empty())
    putting = queue.put("kept")
    print(inspect.iscoroutine(putting), putting.__name__, queue.qsize())
    await putting
    print(queue.qsize())
    try:
        await putting
    except RuntimeError as error:
        print(error)
    first, second = queue.get(), queue.get()
    print(await first)
    asyncio.get_running_loop().call_soon(queue.put_nowait, "late")
    print(await second)
    by_hand = queue.put("by hand")
    try:
        by_hand.send(None)
    except StopIteration as stop:
        print(stop.value, queue.qsize())
    closed = queue.put("never")
    closed.close()
    print(queue.qsize(), inspect.getcoroutinestate(closed))
    print(await asyncio.gather(queue.get(), queue.put("b"), queue.put("c")))
    try:
        await asyncio.wait_for(queue.put("d"), 0.01)
    except asyncio.TimeoutError:
        print("full")
    print(await queue.get(), await asyncio.wait_for(queue.get(), 1), queue.empty())

    for kind in (Shouting, Newest, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind()
        for item in "bca":
            await queue.put(item)
        print(kind.__name__, [await queue.get() for _ in range(3)])

    async def consume(queue, found):
        while True:
            found.append(await queue.get())
            queue.task_done()

    queue, found = asyncio.Queue(3), []
    consuming = asyncio.create_task(consume(queue, found))
    for n in range(10):
        await queue.put(n)
    await queue.join()
    consuming.cancel()
    print(found, (await asyncio.gather(consuming, return_exceptions=True))[0].__class__.__name__)


asyncio.run(main())
