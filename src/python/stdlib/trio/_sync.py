"""Waiting for one another. Part of this book's re-creation of trio.

Source: https://trio.readthedocs.io/en/stable/reference-core.html#synchronizing-and-communicating-between-tasks
"""

from ._errors import WouldBlock
from ._run import Abort, cancel_shielded_checkpoint, checkpoint, checkpoint_if_cancelled, current_task, reschedule, wait_task_rescheduled
from ._scope import CancelScope


class ParkingLot:
    """Tasks that wait in a line. The first to come is the first to go."""

    def __init__(self):
        self._parked = {}

    def __len__(self):
        return len(self._parked)

    async def park(self):
        """Waits for unpark()."""
        task = current_task()
        self._parked[task] = None

        def abort(raise_cancel):
            del self._parked[task]
            return Abort.SUCCEEDED

        await wait_task_rescheduled(abort)

    def unpark(self, *, count=1):
        """Wakes up to so many; answers who they are."""
        tasks = list(self._parked)[: min(count, len(self._parked))]
        for task in tasks:
            del self._parked[task]
            reschedule(task)
        return tasks

    def unpark_all(self):
        return self.unpark(count=len(self))


class Event:
    """Something that happens once."""

    def __init__(self):
        self._set = False
        self._lot = ParkingLot()

    def is_set(self):
        return self._set

    def set(self):
        self._set = True
        self._lot.unpark_all()

    async def wait(self):
        if self._set:
            await checkpoint()
        else:
            await self._lot.park()


class _Block:
    """What can be held by `async with`."""

    async def acquire(self):
        """Waits until it can be had."""
        await checkpoint_if_cancelled()
        try:
            self.acquire_nowait()
        except WouldBlock:
            await self._lot.park()
        else:
            await cancel_shielded_checkpoint()

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, exc, tb):
        self.release()


class Lock(_Block):
    """One task at a time. Whoever waits gets it from whoever releases it, in the order in which they came."""

    def __init__(self):
        self._lot = ParkingLot()
        self._owner = None

    def __repr__(self):
        return "<%s trio.Lock object at %#x%s>" % (
            "locked" if self.locked() else "unlocked",
            id(self),
            " with %d waiters" % len(self._lot) if self._lot else "",
        )

    def locked(self):
        return self._owner is not None

    def acquire_nowait(self):
        """Raises WouldBlock, and RuntimeError when this task has it already."""
        if self._owner is current_task():
            raise RuntimeError("attempt to re-acquire an already held Lock")
        if self._owner is not None:
            raise WouldBlock
        self._owner = current_task()

    def release(self):
        """Raises RuntimeError when this task does not have it."""
        if self._owner is not current_task():
            raise RuntimeError("can't release a Lock you don't own")
        tasks = self._lot.unpark()
        self._owner = tasks[0] if tasks else None


class Semaphore(_Block):
    """So many at a time."""

    def __init__(self, initial_value, *, max_value=None):
        if not isinstance(initial_value, int):
            raise TypeError("initial_value must be an int")
        if initial_value < 0:
            raise ValueError("initial value must be >= 0")
        self._lot = ParkingLot()
        self._value, self._max_value = initial_value, max_value

    value = property(lambda self: self._value)
    max_value = property(lambda self: self._max_value)

    def acquire_nowait(self):
        """Raises WouldBlock."""
        if self._value == 0:
            raise WouldBlock
        self._value -= 1

    def release(self):
        """Raises ValueError beyond the maximum."""
        if self._lot:
            self._lot.unpark()
        elif self._max_value is not None and self._value == self._max_value:
            raise ValueError("semaphore released too many times")
        else:
            self._value += 1


class Condition(_Block):
    """Waits until somebody who holds the lock says that something has changed."""

    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock
        self._lot = ParkingLot()

    def locked(self):
        return self._lock.locked()

    def acquire_nowait(self):
        return self._lock.acquire_nowait()

    async def acquire(self):
        await self._lock.acquire()

    def release(self):
        self._lock.release()

    def _check(self, what):
        if self._lock._owner is not current_task():
            raise RuntimeError("must hold the lock to %s" % what)

    async def wait(self):
        """Gives the lock away, and has it again when it was notified."""
        self._check("wait")
        self.release()
        try:
            await self._lot.park()
        finally:
            with CancelScope(shield=True):
                await self.acquire()

    def notify(self, n=1):
        self._check("notify")
        self._lot.unpark(count=n)

    def notify_all(self):
        self._check("notify")
        self._lot.unpark_all()
