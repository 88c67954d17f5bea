# era: 3.6 3.8 3.13
# A task's steps and plain callbacks share one queue.
import asyncio


async def steps(name):
    for i in range(3):
        print(name, i)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_event_loop()
    first = loop.create_task(steps('x'))
    loop.call_soon(print, 'callback 1')
    second = loop.create_task(steps('y'))
    loop.call_soon(print, 'callback 2')
    await first
    print('x is done')
    await second


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
