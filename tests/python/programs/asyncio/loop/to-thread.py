# era: 3.9 3.13
# to_thread takes the context along; the loop goes on meanwhile.
import asyncio
import contextvars
import time

user = contextvars.ContextVar('user')


def block(*, seconds):
    time.sleep(seconds)
    return user.get()


async def tick():
    for i in range(3):
        await asyncio.sleep(0.02)
        print('tick', i)


async def main():
    user.set('Ada')
    ticking = asyncio.create_task(tick())
    print(await asyncio.to_thread(block, seconds=0.1))
    await ticking


asyncio.run(main())
