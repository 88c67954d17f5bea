# era: 3.6 3.8 3.13
# Awaiting what is done already does not give way to others.
import asyncio


async def other():
    print('other')


async def quick():
    return 'quick'


async def main():
    loop = asyncio.get_event_loop()
    done = loop.create_future()
    done.set_result('done')
    task = loop.create_task(other())
    print(await done)
    print(await quick())
    print('main goes on')
    await task
    print(await task)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
