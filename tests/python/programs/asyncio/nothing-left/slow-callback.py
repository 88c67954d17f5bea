# oracle: off, a CPython really sleeps.
# A call that blocks inside of a coroutine: all wait with it, and debug mode says so.
import asyncio
import io
import sys
import time


async def tick():
    for i in range(3):
        await asyncio.sleep(0.1)
        print('tick', i, round(asyncio.get_running_loop().time() - begin, 1))


async def main():
    global begin
    begin = asyncio.get_running_loop().time()
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0.15)
    time.sleep(1)
    await ticking


sys.stderr = io.StringIO()
asyncio.run(main(), debug=True)
said = sys.stderr.getvalue()
print(said.split(' coro=')[0], said[said.rindex('took'):])
