# Timers that ring once a minute, for an hour.
# waits: an hour
N = 1000
import asyncio

rung = 0


def ring(loop, left):
    global rung
    rung += 1
    if left > 1:
        loop.call_later(60, ring, loop, left - 1)


async def main():
    loop = asyncio.get_running_loop()
    for n in range(N):
        loop.call_later(60 * n / N, ring, loop, 60)
    await asyncio.sleep(3601)
    print(rung)


asyncio.run(main())
