# era: 3.6 3.8 3.13
# What is shielded goes on when the one who waits is cancelled.
import asyncio


async def important():
    await asyncio.sleep(0.02)
    print('the important work is done')
    return 'kept'


async def main():
    work = asyncio.ensure_future(important())
    try:
        await asyncio.wait_for(asyncio.shield(work), 0.01)
    except asyncio.TimeoutError:
        print('did not wait')
    print(work.done(), await work)
    shielded = asyncio.shield(work)
    print(await shielded)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
