# era: 2.7 3.8 3.13
# A comparison that takes items out of the heap it is asked for.
import heapq


class Evil(object):
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        heap.pop()
        return NotImplemented

    def __gt__(self, other):
        return True


class Emptying(int):
    def __lt__(self, other):
        heap[:] = []
        return NotImplemented


def attempt(move, *args):
    try:
        print(move(*args))
    except (IndexError, RuntimeError) as e:
        print(type(e).__name__)


heap = []
heap.extend(Evil(n) for n in range(5))
attempt(heapq.heappop, heap)
heap[:] = [Evil(1), Evil(2), Evil(3)]
attempt(heapq.heappush, heap, Evil(0))
heap[:] = [Emptying(0)]
attempt(heapq.heappushpop, heap, 1)
heap[:] = [3, 1, 2]
heapq.heapify(heap)
print([heapq.heappop(heap) for _ in range(3)])
