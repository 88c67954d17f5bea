# oracle: off, in a CPython the thread would be answered.
# A call in an executor that waits for what only the loop could do.
import asyncio
import concurrent.futures


def call(loop):
    return asyncio.run_coroutine_threadsafe(asyncio.sleep(1, 'slept'), loop).result()


async def main():
    try:
        await asyncio.to_thread(call, asyncio.get_running_loop())
    except RuntimeError as error:
        print(str(error).split(', and ')[1])
    future = concurrent.futures.Future()
    try:
        future.result(timeout=5)
    except concurrent.futures.TimeoutError:
        print('five seconds')


asyncio.run(main())
