"""Future: a result that will be there later. One side sets it, once; the other waits, or leaves word whom to call."""

import reprlib
import sys
import traceback
import types

from _era import since

from . import events, exceptions, format_helpers
from .exceptions import CancelledError, InvalidStateError

__all__ = ['Future', 'wrap_future']
if since(3, 5):
    __all__ += ['isfuture']

if since(3, 7):
    from contextvars import copy_context
else:
    copy_context = lambda: None

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'


def isfuture(thing):
    """Whether it is a future, or says that it behaves like one."""
    return hasattr(type(thing), '_asyncio_future_blocking') and thing._asyncio_future_blocking is not None


class Future:
    """A result that is set from one side and awaited from the other."""

    _state = _PENDING
    _result = None
    _exception = None
    _exception_tb = None
    _loop = None
    _source_traceback = None
    _cancel_message = None
    _asyncio_future_blocking = False
    __log_traceback = False

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []
        if self._loop.get_debug():
            self._source_traceback = traceback.extract_stack(sys._getframe(1))

    def __repr__(self):
        return '<%s>' % ' '.join(self._repr_info())

    def _repr_info(self):
        info = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                info.append('exception=%r' % self._exception)
            else:
                info.append('result=' + reprlib.repr(self._result))
        if self._callbacks:
            info.append(_format_callbacks(self._callbacks))
        if self._source_traceback:
            frame = self._source_traceback[-1]
            info.append('created at %s:%s' % (frame[0], frame[1]))
        info[0] = type(self).__name__ + ' ' + info[0]
        return info

    def __del__(self):
        if not self.__log_traceback:
            return
        error = self._exception
        context = {'message': '%s exception was never retrieved' % type(self).__name__, 'exception': error, 'future': self}
        if self._source_traceback:
            context['source_traceback'] = self._source_traceback
        self._loop.call_exception_handler(context)

    __class_getitem__ = classmethod(types.GenericAlias if since(3, 9) else lambda cls, item: cls)

    @property
    def _log_traceback(self):
        return self.__log_traceback

    @_log_traceback.setter
    def _log_traceback(self, value):
        if value:
            raise ValueError('_log_traceback can only be set to False')
        self.__log_traceback = False

    def get_loop(self):
        return self._loop

    def _make_cancelled_error(self):
        if not since(3, 9) or self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    def cancel(self, msg=None):
        """Cancels it, unless it is done; says whether it did."""
        self.__log_traceback = False
        if self._state is not _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _schedule_callbacks(self):
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = []
            for callback, context in callbacks:
                self._loop.call_soon(callback, self, context=context)

    def cancelled(self):
        return self._state is _CANCELLED

    def done(self):
        return self._state is not _PENDING

    def result(self):
        """The result, or the exception raised. Errors: InvalidStateError before it is there, CancelledError."""
        if self._state is _FINISHED:
            self.__log_traceback = False
            if self._exception is not None:
                raise self._exception.with_traceback(self._exception_tb)
            return self._result
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        raise InvalidStateError('Result is not set.')

    def exception(self):
        """The exception, or None if there is a result. Errors: InvalidStateError, CancelledError."""
        if self._state is _FINISHED:
            self.__log_traceback = False
            return self._exception
        if self._state is _CANCELLED:
            raise self._make_cancelled_error()
        raise InvalidStateError('Exception is not set.')

    def add_done_callback(self, fn, *, context=None):
        """Has the loop call `fn(future)` once it is done; soon, if it is already."""
        if context is None:
            context = copy_context()
        if self._state is not _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, context))

    def remove_done_callback(self, fn):
        kept = [(f, context) for f, context in self._callbacks if f != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def set_result(self, result):
        """Errors: InvalidStateError when it is done already."""
        if self._state is not _PENDING:
            raise InvalidStateError('invalid state' if since(3, 8) and not _verbose(self) else self._state_error())
        self._result = result
        self._state = _FINISHED
        self._schedule_callbacks()

    def _state_error(self):
        return '%s: %r' % (self._state, self)

    def set_exception(self, exception):
        """Errors: InvalidStateError when it is done already, TypeError for StopIteration, which would end the waiting generator."""
        if self._state is not _PENDING:
            raise InvalidStateError('invalid state' if since(3, 8) and not _verbose(self) else self._state_error())
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            text = 'StopIteration interacts badly with generators and cannot be raised into a Future'
            if not since(3, 12):
                raise TypeError(text)
            replacement = RuntimeError(text)
            replacement.__cause__ = exception
            replacement.__context__ = exception
            exception = replacement
        if not isinstance(exception, BaseException):
            raise TypeError('invalid exception object')
        self._exception = exception
        self._exception_tb = exception.__traceback__
        self._state = _FINISHED
        self._schedule_callbacks()
        self.__log_traceback = True

    def __await__(self):
        if self._state is _PENDING:
            self._asyncio_future_blocking = True
            yield self
            if self._state is _PENDING:
                raise RuntimeError("await wasn't used with future" if since(3, 5) else "yield from wasn't used with future")
        return self.result()

    __iter__ = __await__


def _verbose(future):
    """The message with the state: what a Future written in Python says; the quick one written in C says less."""
    return False


_PyFuture = Future


def _format_callbacks(callbacks):
    def one(callback):
        return format_helpers._format_callback_source(callback, ())

    count = len(callbacks)
    if count == 1:
        text = one(callbacks[0][0])
    elif count == 2:
        text = '%s, %s' % (one(callbacks[0][0]), one(callbacks[1][0]))
    elif count > 2:
        text = '%s, <%d more>, %s' % (one(callbacks[0][0]), count - 2, one(callbacks[-1][0]))
    return 'cb=[%s]' % text


def _get_loop(future):
    """The loop of a future, of any make."""
    get = getattr(future, 'get_loop', None)
    return get() if get is not None else future._loop


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


def _convert(error):
    """The exceptions of concurrent.futures, in asyncio's words."""
    return error


def _copy_future_state(source, target):
    if target.cancelled():
        return
    if source.cancelled():
        target.cancel()
    else:
        error = source.exception()
        if error is not None:
            target.set_exception(_convert(error))
        else:
            target.set_result(source.result())


def _chain_future(source, target):
    """Lets `target` end as `source` does, and cancels `source` when `target` is cancelled."""

    def stop(target):
        if target.cancelled():
            source.cancel()

    def carry(source):
        if isfuture(target):
            if not (target.cancelled() and _get_loop(target).is_closed()):
                _copy_future_state(source, target)
        elif not target.cancelled():
            error = source.exception() if not source.cancelled() else None
            if source.cancelled():
                target.cancel()
            elif error is not None:
                target.set_exception(error)
            else:
                target.set_result(source.result())

    target.add_done_callback(stop)
    source.add_done_callback(carry)


def wrap_future(future, *, loop=None):
    """A future of asyncio for one of concurrent.futures."""
    if isfuture(future):
        return future
    if loop is None:
        loop = events.get_event_loop()
    new = loop.create_future()
    _chain_future(future, new)
    return new
