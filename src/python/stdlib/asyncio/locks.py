"""Locks, events, conditions, semaphores and barriers, for tasks.

Source: https://docs.python.org/3/library/asyncio-sync.html
"""

from _collections import deque
from _era import since

from . import exceptions
from .loop_argument import Inner, LoopBound, given

_comma = ", " if since(3, 7) else ","


class _ContextManager:
    """What `yield from lock` gave, for `with`; until 3.8."""

    def __init__(self, lock):
        self._lock = lock

    def __enter__(self):
        return None

    def __exit__(self, *args):
        try:
            self._lock.release()
        finally:
            self._lock = None


class _Lockable(LoopBound):
    """Can be held in a block."""

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()

    if not since(3, 9):

        def __enter__(self):
            raise RuntimeError('"yield from" should be used as context manager expression')

        def __exit__(self, *args):
            raise AssertionError("unreachable")

        def __iter__(self):
            if since(3, 8):
                import warnings

                warnings.warn("'with (yield from lock)' is deprecated use 'async with lock' instead", DeprecationWarning, stacklevel=2)
            yield from self.acquire().__await__()
            return _ContextManager(self)

        if since(3, 5):

            async def _acquire_for_with(self):
                await self.acquire()
                return _ContextManager(self)

            def __await__(self):
                if since(3, 8):
                    import warnings

                    warnings.warn("'with await lock' is deprecated use 'async with lock' instead", DeprecationWarning, stacklevel=2)
                return self._acquire_for_with().__await__()

    def _shown(self, state):
        waiting = f"{_comma}waiters:{len(self._waiters)}" if self._waiters else ""
        text = object.__repr__(self)
        return f"<{text[1:-1]} [{state}{waiting}]>"


class Lock(_Lockable):
    """Held by one task at a time; the others wait in the order in which they came."""

    def __init__(self, *, loop=given):
        self._bind(loop)
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return self._shown("locked" if self._locked else "unlocked")

    def locked(self):
        return self._locked

    async def acquire(self):
        """Waits until the lock is free, takes it, and returns True."""
        if not self._locked and (self._waiters is None or all(w.cancelled() for w in self._waiters)):
            self._locked = True
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if not self._locked:
                self._wake_up_first()
            raise
        self._locked = True
        return True

    def release(self):
        """Frees it and wakes who has waited longest. RuntimeError when nobody holds it."""
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_up_first()

    def _wake_up_first(self):
        if self._waiters:
            first = self._waiters[0]
            if not first.done():
                first.set_result(True)


class Event(LoopBound):
    """A flag that tasks can wait for."""

    def __init__(self, *, loop=given):
        self._bind(loop)
        self._waiters = deque()
        self._value = False

    __repr__ = lambda self: _Lockable._shown(self, "set" if self._value else "unset")

    def is_set(self):
        return self._value

    def set(self):
        """Raises the flag and wakes everybody."""
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        """Waits until the flag is up; returns True."""
        if self._value:
            return True
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_Lockable):
    """A lock whose holders can wait to be notified."""

    def __init__(self, lock=None, *, loop=given):
        self._bind(loop)
        if lock is None:
            lock = Lock(loop=Inner(self._loop))
        elif not since(3, 10) and lock._loop is not self._loop:
            raise ValueError("loop argument must agree with lock")
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def __repr__(self):
        return self._shown("locked" if self.locked() else "unlocked")

    async def wait(self):
        """Frees the lock, waits to be notified, takes the lock again, and returns True."""
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = self._get_loop().create_future()
        self.release()
        try:
            try:
                self._waiters.append(waiter)
                try:
                    await waiter
                    return True
                finally:
                    self._waiters.remove(waiter)
            finally:
                await self._take_again()
        except BaseException:
            if since(3, 13):
                # Notified and then cancelled: the notification is for somebody else.
                self._notify(1)
            raise

    async def _take_again(self):
        error = None
        while True:
            try:
                await self.acquire()
                break
            except exceptions.CancelledError as cancelled:
                error = cancelled
        if error is not None:
            try:
                raise error
            finally:
                error = None

    async def wait_for(self, predicate):
        """Waits until `predicate()` is true; returns what it said."""
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes up to `n` that wait. RuntimeError without the lock."""
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        self._notify(n)

    def _notify(self, n):
        woken = 0
        for waiter in self._waiters:
            if woken >= n:
                break
            if not waiter.done():
                woken += 1
                waiter.set_result(False)

    def notify_all(self):
        """Wakes all that wait."""
        self.notify(len(self._waiters))


class Semaphore(_Lockable):
    """Held by up to `value` tasks at a time."""

    def __init__(self, value=1, *, loop=given):
        self._bind(loop)
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = None if since(3, 10) else deque()
        self._value = value

    def __repr__(self):
        return self._shown("locked" if self.locked() else f"unlocked{_comma}value:{self._value}")

    def locked(self):
        """Whether `acquire` would have to wait."""
        if not since(3, 10):
            return self._value == 0
        return self._value == 0 or any(not w.cancelled() for w in self._waiters or ())

    async def acquire(self):
        """Waits for a place and takes it; returns True."""
        if not since(3, 10):
            return await self._acquire_unfairly()
        if not self.locked():
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if waiter.done() and not waiter.cancelled():
                # It had a place already, and gives it on.
                self._value += 1
                self._wake_up_next()
            raise
        while self._value > 0 and self._wake_up_next():
            pass
        return True

    async def _acquire_unfairly(self):
        # Who is woken has no place yet: until 3.9, another task that comes first may take it.
        while self._value <= 0:
            waiter = self._loop.create_future()
            self._waiters.append(waiter)
            try:
                await waiter
            except BaseException:
                waiter.cancel()
                if self._value > 0 and not waiter.cancelled():
                    self._wake_up_next()
                raise
        self._value -= 1
        return True

    def release(self):
        """Gives a place back, and wakes who has waited longest."""
        self._value += 1
        self._wake_up_next()

    def _wake_up_next(self):
        if not since(3, 10):
            while self._waiters:
                waiter = self._waiters.popleft()
                if not waiter.done():
                    waiter.set_result(None)
                    return
            return
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    """A semaphore that minds being released more often than it was acquired."""

    def __init__(self, value=1, *, loop=given):
        self._bound_value = value
        super().__init__(value, loop=loop)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


_FILLING, _DRAINING, _RESETTING, _BROKEN = "filling", "draining", "resetting", "broken"


class Barrier(LoopBound):
    """Lets tasks wait until there are so many of them, and then all go on. Since 3.11."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1" if since(3, 13) else "parties must be > 0")
        self._cond = Condition()
        self._parties = parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        waiting = "" if self.broken else f", waiters:{self.n_waiting}/{self.parties}"
        return f"<{object.__repr__(self)[1:-1]} [{self._state}{waiting}]>"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        """Waits for the others; each gets another number from 0 on. BrokenBarrierError when it is broken or reset meanwhile."""
        async with self._cond:
            await self._cond.wait_for(lambda: self._state not in (_DRAINING, _RESETTING))
            if self._state is _BROKEN:
                raise exceptions.BrokenBarrierError("Barrier aborted")
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = _DRAINING
                    self._cond.notify_all()
                else:
                    await self._cond.wait_for(lambda: self._state is not _FILLING)
                    if self._state in (_BROKEN, _RESETTING):
                        raise exceptions.BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in (_RESETTING, _DRAINING):
                        self._state = _FILLING
                    self._cond.notify_all()

    async def reset(self):
        """Empties it; whoever waits gets BrokenBarrierError."""
        async with self._cond:
            if self._count > 0:
                if self._state is not _RESETTING:
                    self._state = _RESETTING
            else:
                self._state = _FILLING
            self._cond.notify_all()

    async def abort(self):
        """Breaks it, until it is reset."""
        async with self._cond:
            self._state = _BROKEN
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state is _FILLING else 0

    @property
    def broken(self):
        return self._state is _BROKEN
