"""Tasks: coroutines that the kernel runs. Part of this book's re-creation of curio.

Source: https://curio.readthedocs.io/en/latest/reference.html#tasks
"""

import itertools
from collections import deque

from .errors import TaskCancelled, TaskError
from .traps import _cancel, _get_current, _spawn, _wait

_ids = itertools.count(1)


def coroutine_of(corofunc, args=()):
    """What to run: a coroutine as it is, or what the function makes of the arguments. Raises TypeError."""
    coroutine = corofunc if hasattr(corofunc, "send") else corofunc(*args)
    if not hasattr(coroutine, "send"):
        raise TypeError("%s() gave no coroutine but %r: write async def" % (getattr(corofunc, "__name__", corofunc), coroutine))
    return coroutine


class Task:
    """One coroutine on its way. spawn() makes it."""

    def __init__(self, coroutine):
        self.id = next(_ids)
        self.coro = coroutine
        self.name = getattr(coroutine, "__qualname__", str(coroutine))
        self.daemon = False
        self.report_crash = True
        self.cycles = 0
        self.state = "INITIAL"
        self.cancelled = self.terminated = self.joined = False
        self.result = self.exception = None
        # The kernel's notes: what to send or throw in next, and where the task waits.
        self._answer = self._error = self._pending = None
        self._queue = self._sleep = self._deadline = self._group = None
        self._deadlines = []
        self._cancellable = True
        self._joining = deque()

    def __repr__(self):
        return "Task(id=%r, name=%r, state=%r)" % (self.id, self.name, self.state)

    async def wait(self):
        """Waits for its end, whatever that is."""
        self.joined = True
        if not self.terminated:
            await _wait(self._joining, "TASK_JOIN")

    async def join(self):
        """Its result. Raises TaskError when it has failed or was cancelled."""
        await self.wait()
        if self.exception is not None:
            raise TaskError("Task crash") from self.exception
        return self.result

    async def cancel(self, *, exc=TaskCancelled, blocking=True):
        """Cancels it, and waits until it has ended. False if it had ended before."""
        self.joined = True
        if self.terminated:
            return False
        await _cancel(self, exc(exc.__name__) if isinstance(exc, type) else exc)
        if blocking:
            await self.wait()
        return True


async def spawn(corofunc, *args, daemon=False, report_crash=True):
    """A new task. It begins when this one waits."""
    task = await _spawn(coroutine_of(corofunc, args))
    task.daemon, task.report_crash = daemon, report_crash
    return task


async def current_task():
    """The task that asks."""
    return await _get_current()


class disable_cancellation:
    """`async with`: what would interrupt the task within waits until after the block."""

    async def __aenter__(self):
        self._task = await _get_current()
        self._before, self._task._cancellable = self._task._cancellable, False
        return self

    async def __aexit__(self, kind, error, tb):
        self._task._cancellable = self._before


async def check_cancellation():
    """Raises now what would come out of the next wait."""
    task = await _get_current()
    if task._pending is not None and task._cancellable:
        error, task._pending = task._pending, None
        raise error
