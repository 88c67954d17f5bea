"""What counts as a coroutine, and the decorator that made one of a generator until 3.10.

Source: PEP 3156, "Coroutines and the Scheduler"; PEP 492.
"""

import sys
from _era import since
from _types import iterable_coroutine, is_function

_FLAG_GENERATOR, _FLAG_COROUTINE, _FLAG_ITERABLE = 0x20, 0x80, 0x100


async def _nothing():
    pass


_coroutine = _nothing()
CoroutineType = type(_coroutine)
_coroutine.close()
GeneratorType = type(None for _ in ())
_is_coroutine = object()


def _is_debug_mode():
    return bool(getattr(sys.flags, "dev_mode", False))


if not since(3, 12):
    _DEBUG = False


def _flags(func):
    while hasattr(func, "__func__"):
        func = func.__func__
    code = getattr(func, "__code__", None)
    return code.co_flags if code is not None and is_function(func) else 0


def iscoroutinefunction(func):
    """Whether calling it gives a coroutine: defined by `async def` or decorated with `@coroutine`."""
    if getattr(func, "_is_coroutine", None) is _is_coroutine:
        return True
    while hasattr(func, "func") and hasattr(func, "keywords"):
        func = func.func
    return bool(_flags(func) & _FLAG_COROUTINE)


_known = {CoroutineType} if since(3, 12) else {CoroutineType, GeneratorType}


def iscoroutine(obj):
    """Whether it is a coroutine, by type or by its methods."""
    if type(obj) in _known:
        return True
    if isinstance(obj, _base_class()):
        return True
    return False


def _base_class():
    if since(3, 5):
        from collections.abc import Coroutine

        return Coroutine
    return CoroutineType


def _format_coroutine(coro):
    """How a task's repr shows its coroutine: name, state and place."""
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None) or f"<{type(coro).__name__} without __name__>"
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    running = getattr(coro, "cr_running", None)
    if running is None:
        running = getattr(coro, "gi_running", False)
    if code is None:
        return f"{name}() running" if running else f"{name}()"
    filename = code.co_filename or "<empty co_filename>"
    frame = getattr(coro, "cr_frame", None) or getattr(coro, "gi_frame", None)
    if frame is not None:
        return f"{name}() running at {filename}:{frame.f_lineno}"
    return f"{name}() done, defined at {filename}:{code.co_firstlineno}"


def coroutine(func):
    """Decorator: marks a generator function as a coroutine; a function without `yield` becomes one. 3.4 to 3.10."""
    if since(3, 8):
        import warnings

        warnings.warn('"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead', DeprecationWarning, stacklevel=2)
    inner = func
    while since(3, 8) and hasattr(inner, "func") and hasattr(inner, "keywords"):
        inner = inner.func
    if _flags(inner) & _FLAG_COROUTINE:
        return func
    if _flags(func) & _FLAG_GENERATOR:
        wrapper = iterable_coroutine(func)
    else:

        @iterable_coroutine
        def wrapper(*args, **kwargs):
            result = func(*args, **kwargs)
            if hasattr(result, "_asyncio_future_blocking") or type(result) in _known:
                result = yield from result
            elif hasattr(result, "__await__"):
                result = yield from result.__await__()
            return result

        for name in "__module__", "__name__", "__qualname__", "__doc__":
            if hasattr(func, name):
                setattr(wrapper, name, getattr(func, name))
        wrapper.__wrapped__ = func
    wrapper._is_coroutine = _is_coroutine
    return wrapper


if since(3, 11):
    del coroutine
