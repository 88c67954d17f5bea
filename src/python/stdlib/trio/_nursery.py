"""Nurseries: where tasks live. Part of this book's re-creation of trio.

The block of a nursery ends when it and all of its tasks have ended. When one fails, the others are cancelled, and what went wrong comes out of the block.
Source: https://trio.readthedocs.io/en/stable/reference-core.html#nurseries-and-spawning
"""

from functools import partial

from _era import since

from . import _run
from ._errors import Cancelled
from ._run import Abort
from ._scope import CancelScope

if not since(3, 11):

    class MultiError(BaseException):
        """Several exceptions at once, in `exceptions`; of one, it is that one itself. What trio had before Python had groups."""

        def __new__(cls, exceptions):
            exceptions = list(exceptions)
            if len(exceptions) == 1:
                return exceptions[0]
            return BaseException.__new__(cls)

        def __init__(self, exceptions):
            self.exceptions = exceptions

        def derive(self, exceptions):
            return MultiError(exceptions)

        def __str__(self):
            return ", ".join([repr(exc) for exc in self.exceptions])

        def __repr__(self):
            return "<MultiError: %s>" % self

    MultiError.__module__ = "trio"


def _together(errors, strict):
    if len(errors) == 1 and not strict:
        return errors[0]
    return BaseExceptionGroup("Exceptions from Trio nursery", errors) if since(3, 11) else MultiError(errors)


class TaskStatus:
    """What start() gives to the task that it starts."""

    def __init__(self, old, new):
        self._old, self._new = old, new
        self._called = False
        self._value = None

    def started(self, value=None):
        """The task is there: start() answers the value. Raises RuntimeError when it was said before."""
        if self._called:
            raise RuntimeError("called 'started' twice on the same task status")
        self._called, self._value = True, value
        if self._old.cancel_scope._effectively_cancelled():
            # start() is cancelled: the task stays where it is, and goes with it.
            return
        for task in list(self._old.child_tasks):
            task._move(self._old, self._new)


class _Ignored:
    """For a function that can be started with start(), or without."""

    def started(self, value=None):
        pass

    def __repr__(self):
        return "TASK_STATUS_IGNORED"


TASK_STATUS_IGNORED = _Ignored()


class Nursery:
    """Starts tasks. open_nursery() makes it."""

    def __init__(self, task, scope, strict):
        self.parent_task, self.cancel_scope = task, scope
        self._strict = strict
        self._children = {}
        self._errors = []
        self._block_runs = True
        self._parent_waits = False
        self._starting = 0
        self._closed = False
        task.child_nurseries.append(self)

    @property
    def child_tasks(self):
        return frozenset(self._children)

    def start_soon(self, async_fn, *args, name=None):
        """A new task; answers nothing, and does not wait for its beginning. Raises RuntimeError when the block has ended."""
        if self._closed:
            raise RuntimeError("Nursery is closed to new arrivals")
        task = _run._the_runner().spawn(async_fn, args, self, self.cancel_scope, name)
        self._children[task] = None

    async def start(self, async_fn, *args, name=None):
        """A new task that says when it is ready: it calls started(value) on its argument `task_status`. Answers the value."""
        if self._closed:
            raise RuntimeError("Nursery is closed to new arrivals")
        self._starting += 1
        try:
            async with NurseryManager(False) as old:
                status = TaskStatus(old, self)
                old.start_soon(partial(async_fn, task_status=status), *args, name=name)
            if not status._called:
                raise RuntimeError("child exited without calling task_status.started()")
            return status._value
        finally:
            self._starting -= 1
            self._check_end()

    def _add_error(self, error):
        self._errors.append(error)
        self.cancel_scope.cancel()

    def _child_ended(self, task, error):
        del self._children[task]
        if error is not None:
            self._add_error(error)
        self._check_end()

    def _check_end(self):
        if not self._block_runs and not self._children and not self._starting:
            self._closed = True
            if self._parent_waits:
                self._parent_waits = False
                _run.reschedule(self.parent_task)

    async def _block_ended(self, error):
        """Waits for the tasks; answers what went wrong."""
        if error is not None:
            self._add_error(error)
        self._block_runs = False
        self._check_end()
        if self._closed:
            await _run.cancel_shielded_checkpoint()
        else:
            # When it is cancelled, so are the tasks, and their end is waited for.
            self._parent_waits = True
            await _run.wait_task_rescheduled(lambda raise_cancel: Abort.FAILED)
        self.parent_task.child_nurseries.remove(self)
        errors, self._errors = self._errors, []
        return _together(errors, self._strict) if errors else None


def _move(self, old, new):
    """Moves a task from one nursery to another, with its scopes."""
    del old._children[self]
    new._children[self] = None
    self.parent_nursery = new
    holder, name = self, "_scope"
    while getattr(holder, name) is not old.cancel_scope:
        holder, name = getattr(holder, name), "_parent"
    setattr(holder, name, new.cancel_scope)
    del old.cancel_scope._inner[holder]
    new.cancel_scope._inner[holder] = None
    old._check_end()


_run.Task._move = _move


class NurseryManager:
    """The block of a nursery."""

    def __init__(self, strict):
        self._strict = strict

    async def __aenter__(self):
        self._scope = CancelScope()
        self._scope.__enter__()
        self._nursery = Nursery(_run.current_task(), self._scope, self._strict)
        return self._nursery

    async def __aexit__(self, kind, exc, tb):
        rest = self._scope._close(await self._nursery._block_ended(exc))
        if rest is None:
            return True
        if rest is exc:
            return False
        # It is not what the block raised: that is in it, if anywhere.
        context = rest.__context__
        try:
            raise rest
        finally:
            rest.__context__ = context

    def __enter__(self):
        raise RuntimeError("use 'async with open_nursery(...)', not 'with open_nursery(...)'")

    def __exit__(self, *details):
        pass


def open_nursery(strict_exception_groups=None):
    """`async with`: a nursery."""
    if strict_exception_groups is None:
        strict_exception_groups = _run._the_runner().strict
    return NurseryManager(strict_exception_groups)
