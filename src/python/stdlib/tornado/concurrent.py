"""A result that is not there yet. Part of this book's re-creation of Tornado.

Whoever waits for it is called as soon as it is there, by whoever brings it: the loop has no part in that.
Source: https://www.tornadoweb.org/en/branch4.5/concurrent.html
"""

from _era import since
from _lanes import call


class Future(object):
    """Gets its result, or an exception, once."""

    def __init__(self):
        self._done = False
        self._result = None
        self._exc_info = None
        self._callbacks = []

    def cancel(self):
        """A future of Tornado's cannot be cancelled."""
        return False

    def cancelled(self):
        return False

    def running(self):
        return not self._done

    def done(self):
        return self._done

    def result(self, timeout=None):
        """The result; or raises the exception; or, when there is neither, an Exception: it does not wait."""
        if self._exc_info is not None:
            raise self._exc_info[1]
        self._check_done()
        return self._result

    def exception(self, timeout=None):
        if self._exc_info is not None:
            return self._exc_info[1]
        self._check_done()
        return None

    def exc_info(self):
        """As sys.exc_info() has it, or None."""
        return self._exc_info

    def add_done_callback(self, fn):
        """Calls fn with this future when it is done: now, if it is."""
        if self._done:
            fn(self)
        else:
            self._callbacks.append(fn)

    def set_result(self, result):
        self._result = result
        self._set_done()

    def set_exception(self, exception):
        self.set_exc_info((exception.__class__, exception, getattr(exception, "__traceback__", None)))

    def set_exc_info(self, exc_info):
        self._exc_info = exc_info
        self._set_done()

    def _check_done(self):
        if not self._done:
            raise Exception("DummyFuture does not support blocking for results")

    def _set_done(self):
        self._done = True
        callbacks, self._callbacks = self._callbacks, None
        for callback in callbacks:
            try:
                call(None, callback, self)
            except Exception:
                from tornado.ioloop import log_exception

                log_exception("Exception in callback %r for %r" % (callback, self))

    if since(3, 6):

        def __await__(self):
            return (yield self)


TracebackFuture = Future


def is_future(x):
    return isinstance(x, Future)


def chain_future(a, b):
    """Copies the outcome of one future to another, when it is there."""

    def copy(future):
        if b.done():
            return
        if a.exc_info() is not None:
            b.set_exc_info(a.exc_info())
        else:
            b.set_result(a.result())

    a.add_done_callback(copy)
