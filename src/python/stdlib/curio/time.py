"""Sleep, and blocks with a time limit. Part of this book's re-creation of curio.

Source: https://curio.readthedocs.io/en/latest/reference.html#time and #timeouts
"""

from .errors import TaskTimeout, TimeoutCancellationError, UncaughtTimeoutError
from .task import coroutine_of
from .traps import _clock, _get_current, _set_deadline, _sleep, _unset_deadline


async def clock():
    """The kernel's time, in seconds."""
    return await _clock()


async def sleep(seconds):
    """Sleeps; 0 gives the others their turn. Answers the time when it woke."""
    return await _sleep(await _clock() + seconds)


async def wake_at(when):
    """Sleeps until a time."""
    return await _sleep(when)


class _TimeLimit:
    """A block with a deadline. When a block further out is over, that goes first."""

    def __init__(self, seconds, absolute=False, ignore=False, timeout_result=None):
        self._seconds, self._absolute = seconds, absolute
        self._ignore, self._timeout_result = ignore, timeout_result
        self.result = True
        self.expired = False

    async def __aenter__(self):
        self._task = await _get_current()
        self._when = self._seconds if self._absolute else await _clock() + self._seconds
        await _set_deadline(self._when)
        return self

    async def __aexit__(self, kind, error, tb):
        await _unset_deadline()
        if not isinstance(error, (TaskTimeout, TimeoutCancellationError)):
            return False
        when = error.args[0]
        if any(outer <= when for outer in self._task._deadlines):
            raise TimeoutCancellationError(when) from None
        if self._when > when:
            raise UncaughtTimeoutError("a timeout was not caught around its block")
        self.expired = True
        self.result = self._timeout_result
        if self._ignore:
            return True
        raise TaskTimeout(when) from None


async def _within(limit, corofunc, args):
    async with limit:
        return await coroutine_of(corofunc, args)
    return limit.result


def _limit(limit, corofunc, args):
    return limit if corofunc is None else _within(limit, corofunc, args)


def timeout_after(seconds, corofunc=None, *args):
    """`await` it with a coroutine, or use it with `async with`: raises TaskTimeout when it takes longer."""
    return _limit(_TimeLimit(seconds), corofunc, args)


def timeout_at(when, corofunc=None, *args):
    """The same, until a time."""
    return _limit(_TimeLimit(when, absolute=True), corofunc, args)


def ignore_after(seconds, corofunc=None, *args, timeout_result=None):
    """The same, but nothing is raised: the result is `timeout_result`, and `expired` says so."""
    return _limit(_TimeLimit(seconds, ignore=True, timeout_result=timeout_result), corofunc, args)


def ignore_at(when, corofunc=None, *args, timeout_result=None):
    """The same, until a time."""
    return _limit(_TimeLimit(when, absolute=True, ignore=True, timeout_result=timeout_result), corofunc, args)
