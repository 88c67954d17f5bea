"""Things that one task hands to another. Part of this book's re-creation of curio.

Source: https://curio.readthedocs.io/en/latest/reference.html#queues
"""

import heapq
from collections import deque

from .traps import _wait, _wake


class Queue:
    """First in, first out. With a maximum size, put() waits for a place."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._items = self._new()
        self._getting = deque()
        self._putting = deque()
        self._joining = deque()
        self._unfinished = 0

    def _new(self):
        return deque()

    def _put(self, item):
        self._items.append(item)

    def _get(self):
        return self._items.popleft()

    def qsize(self):
        return len(self._items)

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self.maxsize <= len(self._items)

    async def get(self):
        while not self._items:
            await _wait(self._getting, "QUEUE_GET")
        item = self._get()
        await _wake(self._putting)
        return item

    async def put(self, item):
        while self.full():
            await _wait(self._putting, "QUEUE_PUT")
        self._put(item)
        self._unfinished += 1
        await _wake(self._getting)

    async def task_done(self):
        """What get() gave has been dealt with."""
        self._unfinished -= 1
        if self._unfinished == 0:
            await _wake(self._joining, len(self._joining))

    async def join(self):
        """Waits until task_done() has been said for everything."""
        if self._unfinished:
            await _wait(self._joining, "QUEUE_JOIN")

    def __aiter__(self):
        return self

    async def __anext__(self):
        return await self.get()


class LifoQueue(Queue):
    """Last in, first out."""

    def _new(self):
        return []

    def _get(self):
        return self._items.pop()


class PriorityQueue(Queue):
    """The smallest first."""

    def _new(self):
        return []

    def _put(self, item):
        heapq.heappush(self._items, item)

    def _get(self):
        return heapq.heappop(self._items)
