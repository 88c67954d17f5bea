# era: 3.6 3.8 3.13
# In time, too late, already done, and with time-outs of zero.
import asyncio


async def work(delay):
    try:
        await asyncio.sleep(delay)
        return 'in time'
    except asyncio.CancelledError:
        print('work was cancelled')
        raise


async def main():
    print(await asyncio.wait_for(work(0.01), 1))
    try:
        await asyncio.wait_for(work(1), 0.01)
    except asyncio.TimeoutError as error:
        print('too late', error.args)
    done = asyncio.get_event_loop().create_future()
    done.set_result('done')
    print(await asyncio.wait_for(done, 0), await asyncio.wait_for(work(0), None))
    try:
        await asyncio.wait_for(work(1), 0)
    except asyncio.TimeoutError:
        print('not even begun')


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
