"""Lock, Event, Condition, Semaphore, Barrier: to keep tasks apart, and to let them meet."""

import collections
import enum

from _era import since

from . import exceptions, mixins
from .coroutines import timeless
from .mixins import _missing

__all__ = ['Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore']
if since(3, 11):
    __all__ += ['Barrier']


class _Held:
    """What `with (yield from lock)` got, until 3.8: gives the lock back at the end."""

    def __init__(self, lock):
        self._lock = lock

    def __enter__(self):
        return None

    def __exit__(self, *exc):
        self._lock.release()


class _ContextManagerMixin:
    if not since(3, 9):

        def __enter__(self):
            raise RuntimeError('"yield from" should be used as context manager expression')

        def __exit__(self, *exc):
            """Never reached: __enter__ raises."""

        def __iter__(self):
            yield from self.acquire()
            return _Held(self)

        if since(3, 5):

            async def _acquired(self):
                await self.acquire()
                return _Held(self)

            def __await__(self):
                return self._acquired().__await__()

    @timeless
    async def __aenter__(self):
        await self.acquire()
        return None

    @timeless
    async def __aexit__(self, *exc):
        self.release()


def _described(lock, state):
    head = object.__repr__(lock)[1:-1]
    if lock._waiters:
        state += ', waiters:%d' % len(lock._waiters)
    return '<%s [%s]>' % (head, state)


class Lock(_ContextManagerMixin, mixins._LoopBoundMixin):
    """Held by one task at a time; the others wait in order."""

    def __init__(self, *, loop=_missing):
        self._bind(loop)
        self._waiters = None
        self._locked = False

    def __repr__(self):
        return _described(self, 'locked' if self._locked else 'unlocked')

    def locked(self):
        return self._locked

    @timeless
    async def acquire(self):
        """Waits until nobody holds it, and holds it. Gives True."""
        if not self._locked and (self._waiters is None or all(w.cancelled() for w in self._waiters)):
            self._locked = True
            return True
        if self._waiters is None:
            self._waiters = collections.deque()
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
        """Errors: RuntimeError when nobody holds it."""
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        self._wake_up_first()

    def _wake_up_first(self):
        if self._waiters:
            waiter = self._waiters[0]
            if not waiter.done():
                waiter.set_result(True)


class Event(mixins._LoopBoundMixin):
    """A flag that tasks can wait for."""

    def __init__(self, *, loop=_missing):
        self._bind(loop)
        self._waiters = collections.deque()
        self._value = False

    def __repr__(self):
        return _described(self, 'set' if self._value else 'unset')

    def is_set(self):
        return self._value

    def set(self):
        """Wakes all who wait; whoever comes later does not wait at all."""
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        self._value = False

    @timeless
    async def wait(self):
        if self._value:
            return True
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_ContextManagerMixin, mixins._LoopBoundMixin):
    """A lock, and a place to wait, without it, for a notice."""

    def __init__(self, lock=None, *, loop=_missing):
        self._bind(loop)
        if lock is None:
            lock = Lock() if since(3, 10) else Lock(**({} if loop is _missing else {'loop': loop}))
        elif not since(3, 10) and lock._loop is not self._loop:
            raise ValueError('loop argument must agree with lock')
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = collections.deque()

    def __repr__(self):
        return _described(self, 'locked' if self.locked() else 'unlocked')

    @timeless
    async def wait(self):
        """Lets go of the lock, waits for a notice, and takes the lock again. Errors: RuntimeError without the lock."""
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
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
                cancelled = None
                while True:
                    try:
                        await self.acquire()
                        break
                    except exceptions.CancelledError as error:
                        cancelled = error
                if cancelled is not None:
                    try:
                        raise cancelled
                    finally:
                        cancelled = None
        except BaseException:
            if since(3, 13):
                self._notify(1)
            raise

    @timeless
    async def wait_for(self, predicate):
        """Waits until `predicate()` is true; gives its value."""
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes so many of those who wait. Errors: RuntimeError without the lock."""
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        self._notify(n)

    def _notify(self, n):
        count = 0
        for waiter in self._waiters:
            if count >= n:
                break
            if not waiter.done():
                count += 1
                waiter.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_ContextManagerMixin, mixins._LoopBoundMixin):
    """Held by so many tasks at a time."""

    def __init__(self, value=1, *, loop=_missing):
        self._bind(loop)
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._waiters = None if since(3, 10) else collections.deque()
        self._value = value

    def __repr__(self):
        return _described(self, 'locked' if self.locked() else 'unlocked, value:%s' % self._value)

    def locked(self):
        """Whether acquire would have to wait."""
        if not since(3, 11):
            return self._value == 0
        return self._value == 0 or any(not w.cancelled() for w in self._waiters or ())

    @timeless
    async def acquire(self):
        if not (self._value == 0 or any(not w.cancelled() for w in self._waiters or ())):
            self._value -= 1
            return True
        if self._waiters is None:
            self._waiters = collections.deque()
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except exceptions.CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._value += 1
            raise
        finally:
            while self._value > 0:
                if not self._wake_up_next():
                    break
        return True

    def release(self):
        self._value += 1
        self._wake_up_next()

    def _wake_up_next(self):
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    """A semaphore that notices when it is released too often."""

    def __init__(self, value=1, *, loop=_missing):
        self._bound_value = value
        super().__init__(value, **({} if loop is _missing else {'loop': loop}))

    def release(self):
        """Errors: ValueError beyond the initial value."""
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()


class _BarrierState(enum.Enum):
    FILLING = 'filling'
    DRAINING = 'draining'
    RESETTING = 'resetting'
    BROKEN = 'broken'


class Barrier(mixins._LoopBoundMixin):
    """Lets tasks pass only when so many have come."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be >= 1' if since(3, 12) else 'parties must be > 0')
        self._cond = Condition()
        self._parties = parties
        self._state = _BarrierState.FILLING
        self._count = 0

    def __repr__(self):
        info = self._state.value
        if not self.broken:
            info += ', waiters:%d/%d' % (self.n_waiting, self.parties)
        return '<%s [%s]>' % (object.__repr__(self)[1:-1], info)

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *exc):
        """Nothing to give back."""

    async def wait(self):
        """Waits for the others; gives each a number of its own."""
        async with self._cond:
            await self._block()
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = _BarrierState.DRAINING
                    self._cond.notify_all()
                else:
                    await self._wait()
                return index
            finally:
                self._count -= 1
                self._exit()

    async def _block(self):
        await self._cond.wait_for(lambda: self._state not in (_BarrierState.DRAINING, _BarrierState.RESETTING))
        if self._state is _BarrierState.BROKEN:
            raise exceptions.BrokenBarrierError('Barrier aborted')

    async def _wait(self):
        await self._cond.wait_for(lambda: self._state is not _BarrierState.FILLING)
        if self._state in (_BarrierState.BROKEN, _BarrierState.RESETTING):
            raise exceptions.BrokenBarrierError('Abort or reset of barrier')

    def _exit(self):
        if self._count == 0:
            if self._state in (_BarrierState.RESETTING, _BarrierState.DRAINING):
                self._state = _BarrierState.FILLING
            self._cond.notify_all()

    async def reset(self):
        """Back to empty; those who wait get BrokenBarrierError."""
        async with self._cond:
            if self._count > 0:
                if self._state is not _BarrierState.RESETTING:
                    self._state = _BarrierState.RESETTING
            else:
                self._state = _BarrierState.FILLING
            self._cond.notify_all()

    async def abort(self):
        """Broken from now on."""
        async with self._cond:
            self._state = _BarrierState.BROKEN
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state is _BarrierState.FILLING else 0

    @property
    def broken(self):
        return self._state is _BarrierState.BROKEN
