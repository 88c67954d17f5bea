"""The runner: tasks that are ready take turns; when none is, time goes to the next deadline. Part of this book's re-creation of trio.

A task yields one of two things: "put me at the end of the line", or "let me wait until somebody calls reschedule() for me", with a function that takes it
out of there when it is cancelled. There is no third: sleeping is waiting for nobody, in a scope with a deadline.
Source: https://trio.readthedocs.io/en/stable/reference-lowlevel.html
"""

import heapq
import sys
import time
import types
from _lanes import here, timer
from collections import deque
from contextvars import copy_context
from enum import Enum

from ._errors import Cancelled


class Abort(Enum):
    """What an abort function answers: it has taken the task out of where it waited, or it cannot."""

    SUCCEEDED = 1
    FAILED = 2


@types.coroutine
def _yield(request):
    return (yield request)


_LINE_UP = object()


class Task:
    """One async function on its way. Nurseries make it."""

    def __init__(self, coro, name, nursery, scope):
        self.coro, self.name = coro, name
        self.parent_nursery = nursery
        self.child_nurseries = []
        self.context = copy_context()
        # The innermost cancel scope that it is in.
        self._scope = scope
        self._abort = None
        self._next = (None, None)
        self._ended = False
        self._result = self._error = None

    def __repr__(self):
        return "<Task %r at %#x>" % (self.name, id(self))

    def _cancelled(self):
        """Whether what it waits for now would be cancelled."""
        return self._scope is not None and self._scope._effectively_cancelled()

    def _deliver(self):
        """Has a cancellation come out of where it waits, if it waits and can be interrupted."""
        if self._abort is None or not self._cancelled():
            return
        abort, self._abort = self._abort, None
        if abort(_raise_cancelled) is Abort.SUCCEEDED:
            _runner.reschedule(self, None, Cancelled._create())
        else:
            self._abort = _cannot


def _raise_cancelled():
    raise Cancelled._create()


def _cannot(raise_cancel):
    return Abort.FAILED


class Runner:
    """One run()."""

    def __init__(self, strict):
        self.strict = strict
        self.ready = deque()
        self.tasks = {}
        self.deadlines = []
        self.count = 0
        self.current = None

    def spawn(self, async_fn, args, nursery, scope, name=None):
        """A new task, ready to run. Raises TypeError for what is no async function."""
        task = Task(_coroutine(async_fn, args), _name(name or async_fn), nursery, scope)
        self.tasks[task] = None
        if scope is not None:
            scope._inner[task] = None
        self.reschedule(task)
        return task

    def reschedule(self, task, value=None, error=None):
        """It is ready: what it waited for answers the value, or raises the error."""
        task._abort = None
        task._next = (value, error)
        self.ready.append(task)

    def run_until_end(self, main):
        while not main._ended:
            while self.ready and not main._ended:
                self.step(self.ready.popleft())
            if not main._ended:
                self.let_time_pass()

    def step(self, task):
        self.current = task
        value, error = task._next
        task._next = None
        try:
            if error is None:
                request = task.context.run(task.coro.send, value)
            else:
                request = task.context.run(task.coro.throw, error)
        except StopIteration as end:
            self.end(task, end.value, None)
        except BaseException as failure:
            self.end(task, None, failure)
        else:
            if request is _LINE_UP:
                self.reschedule(task)
            elif callable(request):
                task._abort = request
                task._deliver()
            else:
                self.reschedule(task, None, TypeError("trio got unexpected %r: are you trying to await something made for asyncio?" % (request,)))
        finally:
            self.current = None

    def end(self, task, result, error):
        task._ended, task._result, task._error = True, result, error
        del self.tasks[task]
        if task._scope is not None:
            del task._scope._inner[task]
        if error is not None and error.__traceback__ is not None:
            # The runner's own line tells nobody anything.
            error.__traceback__ = error.__traceback__.tb_next
        if task.parent_nursery is not None:
            task.parent_nursery._child_ended(task, error)

    # Deadlines.

    def watch(self, scope):
        """The scope has a deadline from now on, or another."""
        if scope._deadline < float("inf"):
            scope._lane = here()
            self.count += 1
            heapq.heappush(self.deadlines, (scope._deadline, self.count, scope))

    def let_time_pass(self):
        while self.deadlines and not self._counts(self.deadlines[0]):
            heapq.heappop(self.deadlines)
        if not self.deadlines:
            names = ", ".join([task.name for task in self.tasks])
            raise RuntimeError("nothing can ever happen again: %s wait, and nobody is left who could wake them" % names)
        first = self.deadlines[0][0]
        time.sleep(max(0, first - time.monotonic()))
        now = max(first, time.monotonic())
        while self.deadlines and self.deadlines[0][0] <= now:
            entry = heapq.heappop(self.deadlines)
            if self._counts(entry):
                timer(entry[2]._lane)
                entry[2].cancel()

    def _counts(self, entry):
        deadline, _, scope = entry
        return scope._entered and not scope.cancel_called and scope._deadline == deadline


_runner = None


def _name(async_fn):
    while hasattr(async_fn, "func"):
        async_fn = async_fn.func
    if isinstance(async_fn, str):
        return async_fn
    try:
        return "%s.%s" % (async_fn.__module__, async_fn.__qualname__)
    except AttributeError:
        return repr(async_fn)


def _coroutine(async_fn, args):
    if hasattr(async_fn, "send") and hasattr(async_fn, "close"):
        async_fn.close()
        raise TypeError(
            "Trio was expecting an async function, but instead it got a coroutine object %r. Hand over the function and its arguments: "
            "trio.run(function, argument), nursery.start_soon(function, argument)" % (async_fn,)
        )
    coro = async_fn(*args)
    if not hasattr(coro, "send"):
        raise TypeError("Trio expected an async function, but got %r, which gave %r. Write it with async def" % (async_fn, coro))
    return coro


def _the_runner():
    if _runner is None:
        raise RuntimeError("must be called from async context")
    return _runner


def run(async_fn, *args, clock=None, instruments=(), restrict_keyboard_interrupt_to_checkpoints=False, strict_exception_groups=None):
    """Runs an async function to its end; answers its result, or raises its exception. Raises RuntimeError within another run."""
    global _runner
    if _runner is not None:
        raise RuntimeError("Attempted to call run() from inside a run()")
    from _era import since

    _runner = Runner(since(3, 13) if strict_exception_groups is None else strict_exception_groups)
    try:
        main = _runner.spawn(async_fn, args, None, None)
        _runner.run_until_end(main)
    finally:
        _runner = None
    if main._error is not None:
        raise main._error
    return main._result


def current_time():
    """Seconds on trio's clock. Raises RuntimeError outside of run()."""
    _the_runner()
    return time.monotonic()


def current_task():
    """The task that asks."""
    return _the_runner().current


def reschedule(task, value=None, error=None):
    """Wakes a task that waits in wait_task_rescheduled(): it answers the value, or raises the error."""
    _the_runner().reschedule(task, value, error)


async def wait_task_rescheduled(abort_fn):
    """Waits for reschedule(). When the task is cancelled, abort_fn(raise_cancel) takes it out of where it waits, and says whether it could."""
    return await _yield(abort_fn)


async def cancel_shielded_checkpoint():
    """Gives the others their turn; does not look whether it has been cancelled."""
    await _yield(_LINE_UP)


async def checkpoint_if_cancelled():
    """Raises Cancelled where it would come anyhow; else does nothing."""
    if current_task()._cancelled():
        await cancel_shielded_checkpoint()
        raise Cancelled._create()


async def checkpoint():
    """Gives the others their turn, and lets itself be cancelled."""
    await cancel_shielded_checkpoint()
    if current_task()._cancelled():
        raise Cancelled._create()
