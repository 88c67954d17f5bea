# era: 3.11 3.13
# cancel(msg) travels with the exception.
import asyncio


async def sleeper():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print('inside', error.args)
        raise


async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    task.cancel('too late')
    try:
        await task
    except asyncio.CancelledError as error:
        print('outside', error.args)
    future = asyncio.get_running_loop().create_future()
    future.cancel('a future')
    try:
        await future
    except asyncio.CancelledError as error:
        print(error.args)


asyncio.run(main())
