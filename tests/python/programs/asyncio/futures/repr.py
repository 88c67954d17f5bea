# era: 3.8 3.10 3.13
# What a task says of itself, from its making to its end.
import asyncio
import re


def show(value):
    print(re.sub(r'0x[0-9a-f]+|<Task(Wakeup|Step)MethWrapper.*?>\(\)|Task.task_wakeup\(\)', '…', repr(value)))


async def work(future):
    await future
    return 'x' * 100


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(work(future), name='worker')
    show(task)
    await asyncio.sleep(0)
    show(task)
    show(future)
    future.set_result(None)
    show(task)
    await task
    show(task)
    bad = asyncio.create_task(work(None))
    await asyncio.wait([bad])
    show(bad)
    bad.exception()
    gone = asyncio.create_task(work(None))
    gone.cancel()
    show(gone)
    await asyncio.wait([gone])
    show(gone)


asyncio.run(main())
