# era: 3.8 3.13
# Where a task stands.
import asyncio
import sys


async def inner():
    await asyncio.sleep(0.01)


async def outer():
    await inner()


async def bad():
    raise ValueError('no')


async def main():
    task = asyncio.create_task(outer(), name='outer')
    await asyncio.sleep(0)
    print([f.f_code.co_name for f in task.get_stack()], [f.f_lineno for f in task.get_stack()])
    await task
    task.print_stack(file=sys.stdout)
    task = asyncio.create_task(bad(), name='bad')
    await asyncio.wait([task])
    task.print_stack(file=sys.stdout)
    task.exception()


asyncio.run(main())
