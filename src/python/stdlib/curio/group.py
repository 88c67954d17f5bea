"""Tasks that end before their block does. Part of this book's re-creation of curio.

Source: https://curio.readthedocs.io/en/latest/reference.html#task-groups
"""

from collections import deque

from .errors import CancelledError, CurioError
from .task import spawn
from .traps import _wait


class TaskGroupError(CurioError):
    """Some tasks of a group have failed: `failed` are they, `errors` the set of their exceptions' classes."""

    def __init__(self, failed):
        self.failed = failed
        self.errors = {type(task.exception) for task in failed}
        super().__init__(self.errors)

    def __str__(self):
        return "TaskGroupError(%s)" % ", ".join(sorted(error.__name__ for error in self.errors))

    def __iter__(self):
        return iter(self.failed)


class TaskGroup:
    """`async with`: at the end of the block it waits for `all` of its tasks, or for `any` and cancels the others, or cancels them all (None).

    When a task fails, or the block does, the others are cancelled. `completed` is the first that ended.
    """

    def __init__(self, tasks=(), *, wait=all, name=None):
        self._wait_for = wait
        self._running = {}
        self._done = deque()
        self._waiting = deque()
        self._closed = False
        self.completed = None
        self.name = name
        for task in tasks:
            self._take(task)

    def _take(self, task):
        if self._closed:
            raise RuntimeError("Task group is closed")
        if task._group is not None:
            raise RuntimeError("Task already assigned to a task group")
        task._group = self
        if task.terminated:
            self._done.append(task)
        else:
            self._running[task.id] = task

    def _task_done(self, task):
        # The kernel calls it when a task of the group has ended.
        self._running.pop(task.id, None)
        self._done.append(task)

    async def spawn(self, corofunc, *args):
        """A new task in the group."""
        if self._closed:
            raise RuntimeError("Task group is closed")
        task = await spawn(corofunc, *args, report_crash=False)
        self._take(task)
        return task

    async def add_task(self, task):
        """A task that is there already."""
        self._take(task)

    async def next_done(self):
        """The next task that has ended, or None when there is no other. It is no longer in the group."""
        while not self._done and self._running:
            await _wait(self._waiting, "TASK_GROUP")
        if not self._done:
            return None
        task = self._done.popleft()
        task.joined = True
        if self.completed is None:
            self.completed = task
        return task

    async def next_result(self):
        """Its result; raises its exception."""
        task = await self.next_done()
        if task is None:
            raise RuntimeError("No task available")
        if task.exception is not None:
            raise task.exception
        return task.result

    async def cancel_remaining(self):
        """Cancels all that run, and waits for their end."""
        self._closed = True
        running = list(self._running.values())
        for task in running:
            await task.cancel(blocking=False)
        for task in running:
            await task.wait()

    async def join(self, *, wait=None):
        """Waits as the group was told. Raises TaskGroupError."""
        wait = wait or self._wait_for
        if wait is None:
            await self.cancel_remaining()
        failed = []
        try:
            while self._running or self._done:
                task = await self.next_done()
                if task.exception is not None and not (task.cancelled and isinstance(task.exception, CancelledError)):
                    failed.append(task)
                if failed or wait is any:
                    await self.cancel_remaining()
        except CancelledError:
            await self.cancel_remaining()
            raise
        self._closed = True
        if failed:
            raise TaskGroupError(failed)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, tb):
        if error is not None:
            await self.cancel_remaining()
            return False
        await self.join()

    def __aiter__(self):
        return self

    async def __anext__(self):
        task = await self.next_done()
        if task is None:
            raise StopAsyncIteration
        return task
