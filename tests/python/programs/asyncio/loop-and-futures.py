# era: 3.8
# The loop's calls, futures and their states, wait, as_completed, shield and wait_for.
import asyncio


async def answer(value, seconds):
    await asyncio.sleep(seconds)
    if isinstance(value, Exception):
        raise value
    return value


def attempt(f, *args):
    try:
        print(f.__name__, '->', f(*args))
    except BaseException as error:
        print(f.__name__, 'raised', type(error).__name__, error)


async def states():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done(), future.cancelled())
    attempt(future.result)
    attempt(future.exception)
    future.add_done_callback(lambda f: print('called with', f.result()))
    print(future.remove_done_callback(print))
    future.set_result(7)
    print(future, future.result(), future.exception())
    attempt(future.set_result, 8)
    print(future.cancel())
    await asyncio.sleep(0)
    failed = loop.create_future()
    attempt(failed.set_exception, StopIteration)
    attempt(failed.set_exception, 3)
    failed.set_exception(OSError)
    attempt(failed.result)
    gone = loop.create_future()
    print(gone.cancel(), gone.cancelled(), gone)
    attempt(gone.result)


async def order():
    loop = asyncio.get_running_loop()
    loop.call_later(0.02, print, 'later')
    loop.call_soon(print, 'soon')
    handle = loop.call_soon(print, 'never')
    handle.cancel()
    print('cancelled' if handle.cancelled() else 'not')
    task = asyncio.create_task(answer('task', 0.01))
    print(task.get_name().startswith('Task-'), task in asyncio.all_tasks(), asyncio.current_task() is task)
    print(await task)
    await asyncio.sleep(0.05)


async def several():
    tasks = [asyncio.create_task(answer(n, n / 50)) for n in (3, 1, 2)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    for step in asyncio.as_completed(pending):
        print('next', await step)
    print(await asyncio.gather(answer(1, 0.02), answer(KeyError('k'), 0.01), return_exceptions=True))
    inner = asyncio.create_task(answer('inner', 0.03))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.01)
    except asyncio.TimeoutError as error:
        print(repr(error), inner.cancelled(), await inner)
    done, pending = await asyncio.wait({asyncio.create_task(answer(1, 9))}, timeout=0.01)
    print(len(done), len(pending))
    pending.pop().cancel()


for main in (states, order, several):
    print('#', main.__name__)
    asyncio.run(main())
