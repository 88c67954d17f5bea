# era: 3.8 3.11 3.13
# Subclasses of Task and Future, and factories: what they replace is what runs.
import asyncio


class Loud(asyncio.Task):
    def add_done_callback(self, fn, *, context=None):
        print("asked to tell")
        super().add_done_callback(fn, context=context)

    def cancel(self, *args, **kwargs):
        print("asked to stop")
        return super().cancel(*args, **kwargs)


class Noted(asyncio.Future):
    def add_done_callback(self, fn, *, context=None):
        print("noted")
        super().add_done_callback(fn, context=context)

    def result(self):
        return super().result() * 2


async def work(n):
    await asyncio.sleep(0)
    return n


async def stuck():
    try:
        await asyncio.Event().wait()
    finally:
        print("let go")


async def main():
    loop = asyncio.get_running_loop()
    future = Noted(loop=loop)
    loop.call_soon(future.set_result, 21)
    print(await future)
    loop.set_task_factory(lambda loop, coro, **kwargs: Loud(coro, loop=loop, **kwargs))
    print(await asyncio.gather(work(1), work(2)))
    task = loop.create_task(stuck())
    print(type(task).__name__, asyncio.current_task() in asyncio.all_tasks(), len(asyncio.all_tasks()))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("stopped", task.cancelled())
    loop.set_task_factory(None)
    print(type(loop.create_task(work(3))).__name__)
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    # Cancelled before it began, in the midst, and after it was done.
    early = loop.create_task(work(4))
    early.cancel()
    print(await asyncio.gather(early, return_exceptions=True))
    task = loop.create_task(work(5))
    await asyncio.sleep(0)
    print(task.cancel(), task.done())
    await asyncio.wait([task])
    print(task.cancelled(), task.cancel())

    async def cancels_itself():
        asyncio.current_task().cancel()
        return "done all the same"

    task = loop.create_task(cancels_itself())
    await asyncio.wait([task])
    print(task.cancelled())

    async def swallows():
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            return "went on"

    task = loop.create_task(swallows())
    await asyncio.sleep(0)
    task.cancel()
    print(await task)

    # One context for each, and current_task in each.
    async def name():
        before = asyncio.current_task().get_name()
        await asyncio.sleep(0)
        return before, asyncio.current_task().get_name()

    print(await asyncio.gather(*(asyncio.create_task(name(), name=f"n{n}") for n in range(3))))


asyncio.run(main())
