"""Waiting for one another. Part of this book's re-creation of curio.

Each is a queue of tasks with a rule on who is woken when.
Source: https://curio.readthedocs.io/en/latest/reference.html#synchronization-primitives
"""

from collections import deque

from .traps import _wait, _wake


class Event:
    """Something that has happened, or not yet."""

    def __init__(self):
        self._set = False
        self._waiting = deque()

    def __repr__(self):
        return "<curio.Event [%s,waiters:%d]>" % ("set" if self._set else "unset", len(self._waiting))

    def is_set(self):
        return self._set

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            await _wait(self._waiting, "EVENT_WAIT")

    async def set(self):
        self._set = True
        await _wake(self._waiting, len(self._waiting))


class _Block:
    """What can be held by `async with`."""

    async def __aenter__(self):
        await self.acquire()
        return self

    async def __aexit__(self, kind, error, tb):
        await self.release()


class Semaphore(_Block):
    """So many at a time. Whoever waits gets it from whoever releases it, in the order in which they came."""

    def __init__(self, value=1):
        self._value = value
        self._waiting = deque()

    value = property(lambda self: self._value)

    async def acquire(self):
        if self._value == 0:
            await _wait(self._waiting, "SEMA_ACQUIRE")
        else:
            self._value -= 1
        return True

    async def release(self):
        if self._waiting:
            await _wake(self._waiting)
        else:
            self._value += 1

    def locked(self):
        return self._value == 0


class Lock(Semaphore):
    """One at a time."""

    def __init__(self):
        super().__init__(1)

    async def release(self):
        """Raises RuntimeError when nobody holds it."""
        if self._value:
            raise RuntimeError("Lock can only be released when it is held")
        await super().release()


class Condition(_Block):
    """Waits until somebody who holds the lock says that something has changed."""

    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock
        self._waiting = deque()

    def locked(self):
        return self._lock.locked()

    async def acquire(self):
        return await self._lock.acquire()

    async def release(self):
        await self._lock.release()

    async def wait(self):
        """Gives the lock away, and has it again when it was notified."""
        if not self.locked():
            raise RuntimeError("Can't wait on unacquired lock")
        await self.release()
        try:
            await _wait(self._waiting, "COND_WAIT")
        finally:
            await self.acquire()

    async def wait_for(self, predicate):
        while not predicate():
            await self.wait()

    async def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("Can't notify on unacquired lock")
        await _wake(self._waiting, n)

    async def notify_all(self):
        await self.notify(len(self._waiting))
