"""Futures: results that will be there later, set from one side and waited for from the other.

Source: PEP 3156, "Futures"; https://docs.python.org/3/library/asyncio-future.html
"""

import sys
from _era import native, since
from _quick import quickened

from . import events, format_helpers
from .exceptions import CancelledError, InvalidStateError

if not since(3, 8):
    from concurrent.futures import Error, TimeoutError

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


@quickened
def isfuture(obj):
    """Whether it can be waited for like a future: by the class that it says it has having `_asyncio_future_blocking`."""
    return hasattr(obj.__class__, "_asyncio_future_blocking") and obj._asyncio_future_blocking is not None


_contexts = since(3, 7)


def _current_context():
    if not _contexts:
        return None
    from _contextvars import copy_context

    return copy_context()


@quickened
class Future:
    """A box for one result or exception, with callbacks that the loop calls soon after it is filled."""

    _state = _PENDING
    _result = None
    _exception = None
    _exception_tb = None
    _callbacks = None
    _loop = None
    _source_traceback = None
    _cancel_message = None
    _cancelled_exc = None
    # True between `yield self` and the task's taking note of it: tells a task `yield from future` from a bare `yield future`.
    _asyncio_future_blocking = False
    __log_traceback = False

    def __init__(self, *, loop=None):
        self._loop = events._loop_for_future() if loop is None else loop
        if self._loop.get_debug():
            self._source_traceback = format_helpers.extract_stack(sys._getframe(1))

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._repr_info())}>"

    def _repr_info(self):
        info = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                info.append(f"exception={self._exception!r}")
            else:
                info.append(f"result={format_helpers._short(self._result)}")
        if self._callbacks:
            info.append(_format_callbacks(self._callbacks))
        if self._source_traceback:
            frame = self._source_traceback[-1]
            info.append(f"created at {frame[0]}:{frame[1]}")
        return info

    def __del__(self):
        if not self.__log_traceback:
            return
        context = {
            "message": f"{type(self).__name__} exception was never retrieved",
            "exception": self._exception,
            "future": self,
        }
        if self._source_traceback:
            context["source_traceback"] = self._source_traceback
        self._loop.call_exception_handler(context)

    if since(3, 9):
        __class_getitem__ = classmethod(type(list[int]))

    @property
    def _log_traceback(self):
        return self.__log_traceback

    @_log_traceback.setter
    def _log_traceback(self, value):
        if value:
            raise ValueError("_log_traceback can only be set to False")
        self.__log_traceback = False

    def get_loop(self):
        """The loop that calls the callbacks."""
        if self._loop is None:
            raise RuntimeError("Future object is not initialized.")
        return self._loop

    def _make_cancelled_error(self):
        """The exception that says it was cancelled, the same one when it was already made."""
        if self._cancelled_exc is not None:
            error = self._cancelled_exc
            self._cancelled_exc = None
            return error
        error = CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)
        return error

    def cancel(self, msg=None):
        """Cancels the future, unless it is done. Returns whether it did."""
        self.__log_traceback = False
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def cancelled(self):
        return self._state == _CANCELLED

    def done(self):
        """Whether it has a result or an exception, or was cancelled."""
        return self._state != _PENDING

    def result(self):
        """The result. Raises its exception, CancelledError, or InvalidStateError when it is too early."""
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Result is not set.")
        self.__log_traceback = False
        if self._exception is not None:
            raise self._exception.with_traceback(self._exception_tb)
        return self._result

    def exception(self):
        """The exception, or None. Raises CancelledError, or InvalidStateError when it is too early."""
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state != _FINISHED:
            raise InvalidStateError("Exception is not set.")
        self.__log_traceback = False
        return self._exception

    def _schedule_callbacks(self):
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = None
            for callback, context in callbacks:
                self._loop.call_soon(callback, self, **events.carrying(context))

    def add_done_callback(self, fn, *, context=None):
        """Has the loop call `fn(self)` soon after the future is done."""
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, **events.carrying(context))
        else:
            if context is None:
                context = _current_context()
            if self._callbacks is None:
                self._callbacks = []
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        """Takes back every `add_done_callback(fn)`. Returns how many there were."""
        if not self._callbacks:
            return 0
        kept = [(f, context) for f, context in self._callbacks if f != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def set_result(self, result):
        """Fills it with a result. InvalidStateError when it is done already."""
        if self._state != _PENDING:
            raise InvalidStateError("invalid state" if since(3, 6) else f"{self._state}: {self!r}")
        self._result = result
        self._state = _FINISHED
        self._schedule_callbacks()

    def set_exception(self, exception):
        """Fills it with an exception, or an instance of an exception class."""
        if self._state != _PENDING:
            raise InvalidStateError("invalid state" if since(3, 6) else f"{self._state}: {self!r}")
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError("invalid exception object")
        if isinstance(exception, StopIteration):
            text = "StopIteration interacts badly with generators and cannot be raised into a Future"
            if not since(3, 12):
                raise TypeError(text)
            replacement = RuntimeError(text)
            replacement.__cause__ = replacement.__context__ = exception
            exception = replacement
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._state = _FINISHED
        self._schedule_callbacks()
        self.__log_traceback = True

    def __await__(self):
        if self._state == _PENDING:
            self._asyncio_future_blocking = True
            yield self
        if self._state == _PENDING:
            if not since(3, 7):
                raise AssertionError("yield from wasn't used with future")
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__


if not since(3, 7):
    del Future.get_loop
if since(3, 6):
    # Written in C from then on.
    for _method in (Future.__init__, Future.cancel, Future.result, Future.exception, Future.set_result, Future.set_exception, Future.__await__, Future._schedule_callbacks):
        native(_method)
    del _method
_PyFuture = _CFuture = Future


def _format_callbacks(callbacks):
    shown = [format_helpers._format_callback_source(f, ()) for f, _ in callbacks]
    if len(shown) > 2:
        shown = [shown[0], f"<{len(shown) - 2} more>", shown[-1]]
    return f"cb=[{', '.join(shown)}]"


def _get_loop(fut):
    try:
        get_loop = fut.get_loop
    except AttributeError:
        return fut._loop
    return get_loop()


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


def _convert_future_exc(exc):
    import concurrent.futures as concurrent

    from . import exceptions

    names = ("CancelledError", "TimeoutError", "InvalidStateError")
    name = next((n for n in names if type(exc) is getattr(concurrent, n)), None)
    if name is None or since(3, 13) and name == "TimeoutError":
        return exc
    converted = getattr(exceptions, name)(*exc.args)
    return converted.with_traceback(exc.__traceback__) if since(3, 13) else converted


def _copy_future_state(source, dest):
    """Gives `dest`, which is pending, what `source` holds; it may be a future of concurrent.futures."""
    if dest.cancelled():
        return
    if source.cancelled():
        dest.cancel()
    elif source.exception() is not None:
        dest.set_exception(_convert_future_exc(source.exception()))
    else:
        dest.set_result(source.result())


def wrap_future(future, *, loop=None):
    """The asyncio future of a future of concurrent.futures: what happens to one happens to the other."""
    if isfuture(future):
        return future
    import concurrent.futures

    if not isinstance(future, concurrent.futures.Future):
        raise AssertionError(f"concurrent.futures.Future is expected, got {future!r}")
    if loop is None:
        loop = events._loop_for_future()
    wrapped = loop.create_future()

    def cancel_source(wrapped):
        if wrapped.cancelled():
            future.cancel()

    def set_state(source):
        if not wrapped.done():
            _copy_future_state(source, wrapped)

    wrapped.add_done_callback(cancel_source)
    future.add_done_callback(lambda source: None if loop.is_closed() else loop.call_soon_threadsafe(set_state, source))
    if future._arrives is not None:
        loop.call_at(future._arrives, future._look)
    return wrapped
