"""Queue: what one task puts, another gets, in order; who comes too early waits."""

import collections
import heapq
import types

from _era import since

from . import locks, mixins
from .coroutines import timeless
from .mixins import _missing

__all__ = ['Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty']
if since(3, 13):
    __all__ += ['QueueShutDown']
if not since(3, 5):
    __all__ += ['JoinableQueue']


class QueueEmpty(Exception):
    """get_nowait found nothing."""


class QueueFull(Exception):
    """put_nowait found no room."""


class QueueShutDown(Exception):
    """Nothing will be put, or got, any more."""


class Queue(mixins._LoopBoundMixin):
    """First in, first out; `maxsize` 0 is without limit."""

    def __init__(self, maxsize=0, *, loop=_missing):
        self._bind(loop)
        self._maxsize = maxsize
        self._getters = collections.deque()
        self._putters = collections.deque()
        self._unfinished_tasks = 0
        self._finished = locks.Event(**({} if loop is _missing else {'loop': loop}))
        self._finished.set()
        self._init(maxsize)
        self._is_shutdown = False

    def _init(self, maxsize):
        self._queue = collections.deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def _wakeup_next(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    def __repr__(self):
        return '<%s at %#x %s>' % (type(self).__name__, id(self), self._format())

    def __str__(self):
        return '<%s %s>' % (type(self).__name__, self._format())

    __class_getitem__ = classmethod(types.GenericAlias if since(3, 9) else lambda cls, item: cls)

    def _format(self):
        text = 'maxsize=%r' % (self._maxsize,)
        if getattr(self, '_queue', None):
            text += ' _queue=%r' % (list(self._queue),)
        if self._getters:
            text += ' _getters[%d]' % len(self._getters)
        if self._putters:
            text += ' _putters[%d]' % len(self._putters)
        if self._unfinished_tasks:
            text += ' tasks=%s' % self._unfinished_tasks
        if self._is_shutdown:
            text += ' shutdown'
        return text

    def qsize(self):
        return len(self._queue)

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return not self._queue

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    @timeless
    async def put(self, item):
        """Waits for room, and puts. Errors: QueueShutDown."""
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            putter = self._get_loop().create_future()
            self._putters.append(putter)
            try:
                await putter
            except:
                putter.cancel()
                try:
                    self._putters.remove(putter)
                except ValueError:
                    pass
                if not self.full() and not putter.cancelled():
                    self._wakeup_next(self._putters)
                raise
        return self.put_nowait(item)

    def put_nowait(self, item):
        """Errors: QueueFull, QueueShutDown."""
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        self._wakeup_next(self._getters)

    @timeless
    async def get(self):
        """Waits for an item, and takes it. Errors: QueueShutDown, when it is empty and shut down."""
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            getter = self._get_loop().create_future()
            self._getters.append(getter)
            try:
                await getter
            except:
                getter.cancel()
                try:
                    self._getters.remove(getter)
                except ValueError:
                    pass
                if not self.empty() and not getter.cancelled():
                    self._wakeup_next(self._getters)
                raise
        return self.get_nowait()

    def get_nowait(self):
        """Errors: QueueEmpty, QueueShutDown."""
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        self._wakeup_next(self._putters)
        return item

    def task_done(self):
        """Says that an item which was got has been dealt with. Errors: ValueError when said too often."""
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    @timeless
    async def join(self):
        """Waits until all items have been dealt with."""
        if self._unfinished_tasks > 0:
            await self._finished.wait()

    def _shut_down(self, immediate=False):
        """Ends the queue: puts fail from now on, and gets too when it is empty, or at once if `immediate`."""
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._finished.set()
        for waiters in (self._getters, self._putters):
            while waiters:
                waiter = waiters.popleft()
                if not waiter.done():
                    waiter.set_result(None)

    if since(3, 13):
        shutdown = _shut_down
        shutdown.__name__ = 'shutdown'
        shutdown.__qualname__ = 'Queue.shutdown'


class PriorityQueue(Queue):
    """The least comes first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item, heappush=heapq.heappush):
        heappush(self._queue, item)

    def _get(self, heappop=heapq.heappop):
        return heappop(self._queue)


class LifoQueue(Queue):
    """The last comes first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()


JoinableQueue = Queue
