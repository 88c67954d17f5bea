"""to_thread: a function that blocks, kept out of the loop's way."""

import functools

from . import events

__all__ = ['to_thread']


def run_aside(loop, function, args):
    """Runs the function now; its result is a future's."""
    future = loop.create_future()
    try:
        result = function(*args)
    except StopIteration as error:
        loop.call_soon(_settle, future, None, RuntimeError('the function raised StopIteration: %r' % error))
    except Exception as error:
        loop.call_soon(_settle, future, None, error)
    else:
        loop.call_soon(_settle, future, result, None)
    return future


def _settle(future, result, error):
    if future.done():
        return
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(result)


async def to_thread(func, /, *args, **kwargs):
    """Runs the function beside the loop and gives its result."""
    import contextvars

    loop = events.get_running_loop()
    context = contextvars.copy_context()
    return await loop.run_in_executor(None, functools.partial(context.run, func, *args, **kwargs))
