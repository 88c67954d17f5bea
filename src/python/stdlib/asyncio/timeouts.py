"""Blocks with a time limit. Since 3.11. Source: https://docs.python.org/3/library/asyncio-task.html#timeouts"""

from _era import since

from . import events, exceptions, tasks

_CREATED, _ENTERED, _EXPIRING, _EXPIRED, _EXITED = "created", "active", "expiring", "expired", "finished"


class Timeout:
    """Cancels the task that is in the block when the time is over, and turns that cancellation into TimeoutError."""

    def __init__(self, when):
        self._state = _CREATED
        self._timer = None
        self._task = None
        self._when = when

    def when(self):
        """The moment by the loop's clock, or None."""
        return self._when

    def reschedule(self, when):
        """Moves the limit to another moment; None takes it away."""
        if self._state is not _ENTERED:
            if self._state is _CREATED:
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
        if when is None:
            self._timer = None
        else:
            loop = events.get_running_loop()
            if when <= loop.time():
                self._timer = loop.call_soon(self._on_timeout)
            else:
                self._timer = loop.call_at(when, self._on_timeout)

    def expired(self):
        """Whether the time was over before the block was."""
        return self._state in (_EXPIRING, _EXPIRED)

    def __repr__(self):
        info = ""
        if self._state is _ENTERED:
            info = f" when={round(self._when, 3) if self._when is not None else None}"
        return f"<Timeout [{self._state}]{info}>"

    async def __aenter__(self):
        if self._state is not _CREATED:
            raise RuntimeError("Timeout has already been entered")
        task = tasks.current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = _ENTERED
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state is _EXPIRING:
            self._state = _EXPIRED
            ours = self._task.uncancel() <= self._cancelling
            if ours and exc_type is not None and issubclass(exc_type, exceptions.CancelledError):
                raise TimeoutError from exc_val
            if ours and exc_val is not None and since(3, 13):
                _mark_context(exc_val)
                for each in exc_val.exceptions if isinstance(exc_val, ExceptionGroup) else ():
                    _mark_context(each)
        elif self._state is _ENTERED:
            self._state = _EXITED
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = _EXPIRING
        self._timer = None


def _mark_context(error):
    """Puts a TimeoutError where our cancellation stands in the context of another exception."""
    while error.__context__ is not None:
        if isinstance(error.__context__, exceptions.CancelledError):
            timeout = TimeoutError()
            timeout.__context__ = timeout.__cause__ = error.__context__
            error.__context__ = timeout
            break
        error = error.__context__


def timeout(delay):
    """A limit of `delay` seconds from now; None for no limit yet."""
    return Timeout(events.get_running_loop().time() + delay if delay is not None else None)


def timeout_at(when):
    """A limit at a moment of the loop's clock."""
    return Timeout(when)
