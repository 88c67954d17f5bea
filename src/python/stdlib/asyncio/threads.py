"""`to_thread`: a plain function, run by the executor in a copy of the context. Since 3.9."""

from _contextvars import copy_context

from . import events


async def to_thread(func, /, *args, **kwargs):
    """Runs `func` in the loop's executor and returns its result."""
    loop = events.get_running_loop()
    context = copy_context()
    return await loop.run_in_executor(None, lambda: context.run(func, *args, **kwargs))
