"""`concurrent.futures.Future`, and an executor that runs each call at once, to its end: there is one thread.

Source: PEP 3148; https://docs.python.org/3/library/concurrent.futures.html
"""

from _era import since

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"
PENDING, RUNNING, CANCELLED, FINISHED = "PENDING", "RUNNING", "CANCELLED", "FINISHED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"


class Error(Exception):
    """The base of this module's exceptions."""


class CancelledError(Error):
    """The future was cancelled."""


if since(3, 11):
    TimeoutError = TimeoutError
else:

    class TimeoutError(Error):
        """The time was over."""


class InvalidStateError(Error):
    """The operation does not fit the future's state."""


class BrokenExecutor(RuntimeError):
    """The executor cannot run anything any more."""


class Future:
    """The result of a call that ran, or will run, elsewhere."""

    def __init__(self):
        self._state = PENDING
        self._result = self._exception = None
        self._done_callbacks = []

    def __repr__(self):
        text = f"<{type(self).__name__} at {id(self):#x} state={self._state.lower()}"
        if self._state == FINISHED:
            answer = self._result if self._exception is None else self._exception
            text += f" {'returned' if self._exception is None else 'raised'} {type(answer).__name__}"
        return text + ">"

    def cancel(self):
        """Cancels the call, unless it runs or is done. Returns whether it is cancelled."""
        if self._state in (RUNNING, FINISHED):
            return False
        if self._state == PENDING:
            self._state = CANCELLED
            self._call_back()
        return True

    def cancelled(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def _call_back(self):
        for callback in self._done_callbacks:
            callback(self)

    def add_done_callback(self, fn):
        """Calls `fn` with the future when it is done; at once if it is."""
        if self.done():
            fn(self)
        else:
            self._done_callbacks.append(fn)

    def _settled(self):
        if self.cancelled():
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """The result. Raises the call's exception, CancelledError, or TimeoutError when it is not there: nobody else could bring it."""
        self._settled()
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        """The call's exception, or None."""
        self._settled()
        return self._exception

    def set_running_or_notify_cancel(self):
        """For executors: the call begins. Returns False when it was cancelled."""
        if self._state == CANCELLED:
            self._state = CANCELLED_AND_NOTIFIED
            return False
        if self._state != PENDING:
            raise RuntimeError("Future in unexpected state")
        self._state = RUNNING
        return True

    def _finish(self, result, exception):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._state, self._result, self._exception = FINISHED, result, exception
        self._call_back()

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)


class Executor:
    """Runs calls and returns futures for them."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        """Like the built-in `map`, with the calls submitted first."""
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return (future.result() for future in futures)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Accepts no more calls."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.shutdown()
        return False


class ThreadPoolExecutor(Executor):
    """An executor without threads: a call has run to its end when `submit` returns."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._shutdown = False
        if initializer is not None:
            initializer(*initargs)

    def submit(self, fn, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        future.set_running_or_notify_cancel()
        try:
            result = fn(*args, **kwargs)
        except BaseException as exception:
            future.set_exception(exception)
        else:
            future.set_result(result)
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True


def as_completed(fs, timeout=None):
    """The futures that are done; TimeoutError if any is not, for nobody else could finish it."""
    fs = list(dict.fromkeys(fs))
    yield from (future for future in fs if future.done())
    pending = sum(not future.done() for future in fs)
    if pending:
        raise TimeoutError(f"{pending} (of {len(fs)}) futures unfinished")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """The futures that are done, and those that are not."""
    done = {future for future in fs if future.done()}
    return done, set(fs) - done
