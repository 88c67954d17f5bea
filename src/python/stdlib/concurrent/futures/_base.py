"""`concurrent.futures.Future`, and an executor without threads: it runs each call at once, to its end, in a time of its own.

So a call that sleeps for a second has its result a second later, and two of them side by side take one second.

Source: PEP 3148; https://docs.python.org/3/library/concurrent.futures.html
"""

import time
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

    # When the call will have ended, by time.monotonic(), while that is still to come.
    _arrives = None
    # Why nobody will bring the result, when somebody waits for it.
    _hint = "nobody is left who could finish it"

    def __init__(self):
        self._state = PENDING
        self._result = self._exception = None
        self._done_callbacks = []

    def _look(self):
        """Takes note of the call's end, once its time has come."""
        if self._arrives is not None and time.monotonic() >= self._arrives:
            self._arrives = None
            self._state = FINISHED
            self._call_back()

    def __repr__(self):
        self._look()
        text = f"<{type(self).__name__} at {id(self):#x} state={self._state.lower()}"
        if self._state == FINISHED:
            answer = self._result if self._exception is None else self._exception
            text += f" {'returned' if self._exception is None else 'raised'} {type(answer).__name__}"
        return text + ">"

    def cancel(self):
        """Cancels the call, unless it runs or is done. Returns whether it is cancelled."""
        self._look()
        if self._state in (RUNNING, FINISHED):
            return False
        if self._state == PENDING:
            self._state = CANCELLED
            self._call_back()
        return True

    def cancelled(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        self._look()
        return self._state == RUNNING

    def done(self):
        self._look()
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

    def _wait(self, timeout):
        self._look()
        if self._state in (PENDING, RUNNING):
            if self._arrives is None and timeout is None:
                raise RuntimeError(f"nothing can ever happen again: the program waits for {self!r}, and {self._hint}")
            left = timeout if self._arrives is None else self._arrives - time.monotonic()
            time.sleep(left if timeout is None else min(left, timeout))
            self._look()
        if self.cancelled():
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        """The result, when it is there. Raises the call's exception, CancelledError, or TimeoutError."""
        self._wait(timeout)
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        """The call's exception, or None."""
        self._wait(timeout)
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

    def _will_finish(self, when, result, exception):
        """For the executor: the call has run, and this will be known at `when`."""
        self._arrives, self._result, self._exception = when, result, exception
        self._look()

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


# How many calls run side by side unless one says it: as on a machine with many processors.
_WORKERS = 32


class ThreadPoolExecutor(Executor):
    """An executor without threads: a call has run to its end when `submit` returns, and its future is done when its time has passed."""

    _count = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._max_workers = max_workers or _WORKERS
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{ThreadPoolExecutor._count}"
        ThreadPoolExecutor._count += 1
        # When each worker will be free.
        self._free = []
        self._shutdown = False
        self._initializer = initializer, initargs

    def _worker(self, now):
        """One that is free, or a new one, or the one that will be free first."""
        free = self._free
        if free:
            first = min(range(len(free)), key=free.__getitem__)
            if free[first] <= now or len(free) >= self._max_workers:
                return first
        free.append(now)
        initializer, initargs = self._initializer
        if initializer is not None:
            initializer(*initargs)
        return len(free) - 1

    def submit(self, fn, /, *args, **kwargs):
        """Runs the call; returns its future. RuntimeError after `shutdown`."""
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        from _executor import aside

        future = Future()
        future.set_running_or_notify_cancel()
        now = time.monotonic()
        worker = self._worker(now)
        result = exception = None

        def call():
            nonlocal result, exception
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:
                exception = error

        with _elsewhere(f"{self._thread_name_prefix}_{worker}"):
            end = self._free[worker] = aside(max(now, self._free[worker]), call)
        future._will_finish(end, result, exception)
        return future

    def _busy_until(self):
        return max(self._free, default=0)

    def shutdown(self, wait=True, *, cancel_futures=False):
        """Accepts no more calls, and waits for those that run."""
        self._shutdown = True
        if wait:
            time.sleep(max(0, self._busy_until() - time.monotonic()))


class _elsewhere:
    """While a call runs: it sees no running loop, and a thread of another name."""

    def __init__(self, name):
        self._name = name

    def __enter__(self):
        import sys

        # Only where somebody could ask.
        modules = [sys.modules.get(name) for name in ("threading", "asyncio.events")]
        self._left = [(module, module._leave_thread(self._name)) for module in modules if module is not None]

    def __exit__(self, *exc_info):
        for module, state in self._left:
            module._return_to_thread(state)


def _pending(futures):
    """Those that are not done, the first to be done first; those of which nobody knows when last."""
    left = [future for future in futures if not future.done()]
    return sorted(left, key=lambda future: float("inf") if future._arrives is None else future._arrives)


def _sleep_until(when, deadline):
    """Whether it is `when` now, and not `deadline`."""
    if when is None and deadline is None:
        raise RuntimeError("nothing can ever happen again: the program waits for futures that nobody is left to finish")
    moments = [moment for moment in (when, deadline) if moment is not None]
    time.sleep(max(0, min(moments) - time.monotonic()))
    return when is not None and (deadline is None or when <= deadline)


def as_completed(fs, timeout=None):
    """The futures, each as soon as it is done. TimeoutError when some are not done in time."""
    fs = list(dict.fromkeys(fs))
    deadline = None if timeout is None else time.monotonic() + timeout
    left = _pending(fs)
    yield from (future for future in fs if future not in left)
    for at, future in enumerate(left):
        if not _sleep_until(future._arrives, deadline):
            raise TimeoutError(f"{len(left) - at} (of {len(fs)}) futures unfinished")
        yield future


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """The futures that are done, and those that are not."""
    fs = list(dict.fromkeys(fs))
    deadline = None if timeout is None else time.monotonic() + timeout

    def enough():
        done = [future for future in fs if future.done()]
        if return_when == FIRST_COMPLETED and done:
            return True
        if return_when == FIRST_EXCEPTION and any(not future.cancelled() and future._exception is not None for future in done):
            return True
        return len(done) == len(fs)

    while not enough() and _sleep_until(_pending(fs)[0]._arrives, deadline):
        pass
    done = {future for future in fs if future.done()}
    return DoneAndNotDoneFutures(done, set(fs) - done)


class DoneAndNotDoneFutures(tuple):
    """What `wait` returns: `done` and `not_done`."""

    __slots__ = ()

    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"
