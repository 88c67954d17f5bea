"""What counts as a coroutine: since 3.5 what `async def` makes, and until 3.10 marked generators too."""

import functools
import inspect
import types
from _collections_abc import Awaitable, Coroutine

from _era import since

__all__ = ['iscoroutinefunction', 'iscoroutine']
if not since(3, 11):
    __all__.insert(0, 'coroutine')


def timeless(function):
    """For the library's own coroutines: asynchronous functions since 3.7, before that generators, which `yield from` takes everywhere."""
    if since(3, 7):
        return function

    @types.coroutine
    def generator(*args, **kwargs):
        return (yield from function(*args, **kwargs).__await__())

    functools.update_wrapper(generator, function)
    generator._is_coroutine = _is_coroutine
    return generator


_is_coroutine = object()

if not since(3, 11):

    def coroutine(function):
        """Marks a generator function as a coroutine; a function that does not yield may be one too."""
        if since(3, 8):
            import warnings

            warnings.warn('"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead', DeprecationWarning, stacklevel=2)
        if inspect.iscoroutinefunction(function):
            return function
        if inspect.isgeneratorfunction(function):
            body = function
        else:

            @functools.wraps(function)
            def body(*args, **kwargs):
                result = function(*args, **kwargs)
                from . import futures

                if futures.isfuture(result) or inspect.isgenerator(result):
                    result = yield from result
                elif since(3, 5) and isinstance(result, Awaitable):
                    result = yield from result.__await__()
                return result

        wrapper = types.coroutine(body)
        if wrapper is function and not hasattr(wrapper, '__dict__'):
            return wrapper
        wrapper._is_coroutine = _is_coroutine
        return wrapper


def _is_debug_mode():
    import sys

    return bool(getattr(sys.flags, 'dev_mode', False))


def iscoroutinefunction(function):
    """Whether calling it makes a coroutine."""
    return inspect.iscoroutinefunction(function) or getattr(function, '_is_coroutine', None) is _is_coroutine


_kinds = (types.CoroutineType, Coroutine) if since(3, 12) else (types.CoroutineType, types.GeneratorType, Coroutine)


def iscoroutine(thing):
    """Whether it is a coroutine object. Until 3.11 generators count, as they did."""
    return isinstance(thing, _kinds)


def _format_coroutine(coro):
    """`name() running at file:line`, for the repr of tasks."""
    if not hasattr(coro, 'cr_code') and not hasattr(coro, 'gi_code'):
        name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
        name = '%s()' % name if name else '<%s without __name__>()' % type(coro).__name__
        running = getattr(coro, 'cr_running', False) or getattr(coro, 'gi_running', False)
        return name + ' running' if running else name
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    name = '%s()' % (getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None) or repr(coro))
    if not code:
        return name
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    place = code.co_filename or '<empty co_filename>'
    if frame is not None:
        return '%s running at %s:%s' % (name, place, frame.f_lineno)
    return '%s done, defined at %s:%s' % (name, place, code.co_firstlineno)
