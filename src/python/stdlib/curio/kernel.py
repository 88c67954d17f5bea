"""The kernel: runs tasks, and answers their traps. Part of this book's re-creation of curio.

A task is in one place at a time: ready, asleep, or in a queue. The kernel takes the first that is ready, sends in the answer to its last trap, gets the next
trap, and so on until one has it wait. When nobody is ready, it moves the clock to the first that has a time.
"""

import heapq
import sys
import time
from _lanes import at_once, timer as tell_timer
import traceback
from collections import deque

from .errors import CancelledError, TaskCancelled, TaskTimeout
from .task import Task, coroutine_of


class _Timer:
    """A task's appointment with the clock. `kind` is "sleep" or "deadline"; without a task it is void."""

    def __init__(self, when, number, task, kind):
        self.when, self.number, self.task, self.kind = when, number, task, kind

    def __lt__(self, other):
        return (self.when, self.number) < (other.when, other.number)


# The traps that have a task wait; this is what they answer.
_WAITING = ("sleep", "wait")
_WAIT = object()


class Kernel:
    """Runs one coroutine at a time, with all the tasks that it spawns. Use it with `with`: its end cancels the tasks that are left."""

    def __init__(self):
        self._ready = deque()
        self._timers = []
        self._numbers = 0
        self._tasks = {}

    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        if error is None or isinstance(error, Exception):
            self.run(shutdown=True)

    def run(self, corofunc=None, *args, shutdown=False):
        """Runs a coroutine to its end, and answers its result or raises its exception."""
        result = None
        try:
            if corofunc is not None:
                main = self._new_task(coroutine_of(corofunc, args))
                main.report_crash = False
                self._run_until_end(main)
                if main.exception is not None:
                    raise main.exception
                result = main.result
        finally:
            if shutdown:
                for task in sorted(self._tasks.values(), key=lambda task: -task.id):
                    task.report_crash = False
                    self._trap_cancel(None, task, TaskCancelled("the kernel shuts down"))
                    self._run_until_end(task)
        return result

    # The loop.

    def _run_until_end(self, task):
        while not task.terminated:
            if self._ready:
                self._run(self._ready.popleft())
            else:
                self._let_time_pass()

    def _run(self, task):
        """One task, until it waits or ends."""
        task.state = "RUNNING"
        task.cycles += 1
        error, task._error = task._error, None
        answer, task._answer = task._answer, None
        while True:
            try:
                if error is not None:
                    request = task.coro.throw(error)
                else:
                    request = task.coro.send(answer)
            except StopIteration as end:
                return self._end(task, end.value, None)
            except Exception as failure:
                return self._end(task, None, failure)
            error = None
            if request[0] in _WAITING and task._pending is not None and task._cancellable:
                # It was told to leave before it came to wait: it does not begin to.
                error, task._pending = task._pending, None
                continue
            answer = getattr(self, "_trap_" + request[0])(task, *request[1:])
            if answer is _WAIT:
                return
            at_once()

    def _let_time_pass(self):
        while self._timers and self._timers[0].task is None:
            heapq.heappop(self._timers)
        if not self._timers:
            waiting = ", ".join(["%r waits (%s)" % (task.name, task.state) for task in self._tasks.values()])
            raise RuntimeError("nothing can ever happen again: %s, and nobody is left who could wake them" % waiting)
        first = self._timers[0].when
        time.sleep(max(0, first - time.monotonic()))
        now = max(first, time.monotonic())
        while self._timers and self._timers[0].when <= now:
            timer = heapq.heappop(self._timers)
            task, timer.task = timer.task, None
            if task is None:
                continue
            tell_timer(task.coro)
            if timer.kind == "sleep":
                self._resume(task, now)
            else:
                self._interrupt(task, TaskTimeout(now))

    # Tasks.

    def _new_task(self, coroutine):
        task = Task(coroutine)
        self._tasks[task.id] = task
        self._resume(task, None)
        return task

    def _resume(self, task, answer=None, error=None):
        task._answer, task._error, task._queue = answer, error, None
        task.state = "READY"
        self._ready.append(task)

    def _leave(self, task):
        """Takes a task away from where it waits."""
        if task._queue is not None:
            task._queue.remove(task)
            task._queue = None
        if task._sleep is not None:
            task._sleep.task = None
            task._sleep = None

    def _interrupt(self, task, error):
        """Has the error come out of where the task waits, or out of where it will wait next."""
        if task.state in ("READY", "RUNNING") or not task._cancellable:
            task._pending = error
        else:
            self._leave(task)
            self._resume(task, error=error)

    def _end(self, task, result, failure):
        task.result, task.exception = result, failure
        task.terminated, task.state = True, "TERMINATED"
        del self._tasks[task.id]
        self._set_timer(task)
        if failure is not None and task.report_crash and not task._joining and not isinstance(failure, CancelledError):
            lines = traceback.format_exception(type(failure), failure, failure.__traceback__.tb_next)
            sys.stderr.write("Task Crash: %r\n%s" % (task, "".join(lines)))
        if task._group is not None:
            task._group._task_done(task)
            self._trap_wake(task, task._group._waiting, 1)
        self._trap_wake(task, task._joining, len(task._joining))

    # The traps.

    def _trap_spawn(self, task, coroutine):
        return self._new_task(coroutine)

    def _trap_get_current(self, task):
        return task

    def _trap_clock(self, task):
        return time.monotonic()

    def _trap_cancel(self, task, other, error):
        if other.terminated or other.cancelled:
            return False
        other.cancelled = True
        self._interrupt(other, error)
        return True

    def _trap_wake(self, task, queue, count):
        for _ in range(min(count, len(queue))):
            self._resume(queue.popleft())

    def _trap_wait(self, task, queue, state):
        task.state, task._queue = state, queue
        queue.append(task)
        return _WAIT

    def _trap_sleep(self, task, when):
        if when <= time.monotonic():
            self._resume(task, time.monotonic())
            return _WAIT
        task.state = "TIME_SLEEP"
        task._sleep = self._timer(when, task, "sleep")
        return _WAIT

    def _trap_set_deadline(self, task, when):
        task._deadlines.append(when)
        self._set_timer(task)

    def _trap_unset_deadline(self, task):
        task._deadlines.pop()
        self._set_timer(task)
        if isinstance(task._pending, TaskTimeout):
            # It came too late to interrupt anything.
            task._pending = None

    def _set_timer(self, task):
        if task._deadline is not None:
            task._deadline.task = None
            task._deadline = None
        if task._deadlines and not task.terminated:
            task._deadline = self._timer(min(task._deadlines), task, "deadline")

    def _timer(self, when, task, kind):
        self._numbers += 1
        timer = _Timer(when, self._numbers, task, kind)
        heapq.heappush(self._timers, timer)
        return timer


def run(corofunc, *args):
    """Runs a coroutine, or a function that makes one, on a new kernel; what it has spawned and not joined is cancelled at its end."""
    with Kernel() as kernel:
        return kernel.run(corofunc, *args)
