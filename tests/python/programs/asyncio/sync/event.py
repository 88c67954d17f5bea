# era: 3.6 3.8 3.13
# All who wait go on, in their order; once it is set nobody waits.
import asyncio


async def waiter(name, event):
    print(name, await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.ensure_future(waiter(name, event)) for name in 'abc']
    await asyncio.sleep(0)
    print(event.is_set(), event.set(), event.is_set())
    event.clear()
    await asyncio.wait(tasks)
    event.set()
    await waiter('late', event)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
