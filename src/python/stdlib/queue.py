"""Queues between threads, as they behave in a program with one thread: `Queue` in 2.x.

In every Python; `LifoQueue`, `PriorityQueue` since 2.6, `SimpleQueue` since 3.7, `shutdown` since 3.13.
With one thread, only a time-out ends the waiting for an item or for room; whoever would wait for ever is told so.
Source: https://docs.python.org/3/library/queue.html
"""

import heapq
import threading
from collections import deque

from _era import since
from _thread import wait as _wait

__all__ = ["Empty", "Full", "Queue", "PriorityQueue", "LifoQueue"]


class Empty(Exception):
    """There is no item, and `get` was not to wait, or has waited long enough."""

    __module__ = "_queue" if since(3, 7) else "queue" if since(3) else "Queue"


class Full(Exception):
    """There is no room, and `put` was not to wait, or has waited long enough."""

    __module__ = "queue" if since(3) else "Queue"


class ShutDown(Exception):
    """The queue was shut down."""


class Queue(object):
    """First in, first out. `maxsize` 0 or less means that there is always room."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    # What another order overrides.

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    # What everybody calls.

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        return self.qsize() == 0

    def full(self):
        return 0 < self.maxsize <= self.qsize()

    def put(self, item, block=True, timeout=None):
        """Raises Full when there is no room in time."""
        with self.mutex:
            if self.is_shutdown:
                raise ShutDown
            if 0 < self.maxsize <= self._qsize():
                _not_now(block, timeout, Full, "room in a queue")
            self._put(item)
            self.unfinished_tasks += 1

    def get(self, block=True, timeout=None):
        """Raises Empty when there is no item in time."""
        with self.mutex:
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            if not self._qsize():
                _not_now(block, timeout, Empty, "an item in an empty queue")
            return self._get()

    def put_nowait(self, item):
        self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        """What was got is dealt with. Raises ValueError when called more often than there were items."""
        with self.mutex:
            if self.unfinished_tasks <= 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks -= 1

    def join(self):
        """Waits until every item is dealt with."""
        if self.unfinished_tasks:
            _wait(None, "the tasks of a queue to be done")

    if since(3, 13):

        def shutdown(self, immediate=False):
            """From now on `put` raises ShutDown, and so does `get` once the queue is empty: at once when `immediate`."""
            with self.mutex:
                self.is_shutdown = True
                while immediate and self._qsize():
                    self._get()
                    self.unfinished_tasks = max(0, self.unfinished_tasks - 1)

    if since(3, 9):
        from types import GenericAlias

        __class_getitem__ = classmethod(GenericAlias)
        del GenericAlias


def _not_now(block, timeout, error, what):
    """Waits as long as allowed for what nobody else can bring about, then raises the error."""
    if block:
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        _wait(timeout, what)
    raise error


class PriorityQueue(Queue):
    """The smallest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heapq.heappush(self.queue, item)

    def _get(self):
        return heapq.heappop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


if since(3, 7):
    __all__.append("SimpleQueue")

    class SimpleQueue(object):
        """First in, first out, without bounds or the counting of tasks."""

        def __init__(self):
            self._queue = deque()

        def put(self, item, block=True, timeout=None):
            self._queue.append(item)

        def get(self, block=True, timeout=None):
            if not self._queue:
                _not_now(block, timeout, Empty, "an item in an empty queue")
            if timeout is not None and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            return self._queue.popleft()

        def put_nowait(self, item):
            self.put(item)

        def get_nowait(self):
            return self.get(block=False)

        def empty(self):
            return not self._queue

        def qsize(self):
            return len(self._queue)

        if since(3, 9):
            from types import GenericAlias

            __class_getitem__ = classmethod(GenericAlias)
            del GenericAlias

    _PySimpleQueue = SimpleQueue

if since(3, 13):
    __all__.append("ShutDown")
else:
    del ShutDown
