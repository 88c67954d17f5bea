"""A heap in a list: the smallest item is always first, and adding or taking one costs the logarithm of the length.

Since 2.3; `key` in nlargest and nsmallest since 2.5, `merge` since 2.6.
Source: https://docs.python.org/3/library/heapq.html
"""

from _quick import quickened

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def _rise(heap, start, at):
    """Moves the item at `at` up until its parent is no larger."""
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sink(heap, at):
    """Moves the smaller child up, level by level, then lets the item rise from the bottom: fewer comparisons than stopping early."""
    end, start, item = len(heap), at, heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, start, at)


@quickened
def heappush(heap, item):
    """Adds an item."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


@quickened
def heappop(heap):
    """Takes the smallest item off."""
    last = heap.pop()
    if heap:
        smallest = heap[0]
        heap[0] = last
        _sink(heap, 0)
        return smallest
    return last


@quickened
def heapreplace(heap, item):
    """Takes the smallest item off, then adds one."""
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


@quickened
def heappushpop(heap, item):
    """Adds an item, then takes the smallest off."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


@quickened
def heapify(x):
    """Makes a list a heap, in time linear in its length."""
    for at in reversed(range(len(x) // 2)):
        _sink(x, at)


class _Reversed(object):
    """Turns the order round."""

    __slots__ = ("key",)

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return other.key < self.key

    def __eq__(self, other):
        return other.key == self.key


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables, sorted."""
    heap = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            heap.append(_entry(value, order, iterator, key, reverse))
            break
    heapify(heap)
    while heap:
        _, order, value, iterator = heap[0]
        yield value
        for value in iterator:
            heapreplace(heap, _entry(value, order, iterator, key, reverse))
            break
        else:
            heappop(heap)


def _entry(value, order, iterator, key, reverse):
    rank = value if key is None else key(value)
    return [_Reversed(rank) if reverse else rank, order, value, iterator]


def nsmallest(n, iterable, key=None):
    """The n smallest items, smallest first."""
    if n == 1:
        items = list(iterable)
        return [min(items, key=key)] if items else []
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n largest items, largest first."""
    if n == 1:
        items = list(iterable)
        return [max(items, key=key)] if items else []
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]


def _heappop_max(heap):
    largest = max(heap)
    heap.remove(largest)
    return largest


def _heapify_max(heap):
    heap.sort(reverse=True)


def _heapreplace_max(heap, item):
    largest = _heappop_max(heap)
    heap.append(item)
    heap.sort(reverse=True)
    return largest
