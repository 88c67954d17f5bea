# era: 3.11 3.13
# One loop for several runs.
import asyncio
import contextvars

count = contextvars.ContextVar('count', default=0)


async def step():
    count.set(count.get() + 1)
    return count.get(), asyncio.get_running_loop()


with asyncio.Runner() as runner:
    first, loop = runner.run(step())
    second, same = runner.run(step())
    print(first, second, loop is same, runner.get_loop() is loop)
print(loop.is_closed())
try:
    runner.run(None)
except Exception as error:
    print(type(error).__name__, error)
