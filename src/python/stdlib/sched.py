"""A scheduler of events: what is to be called, when, and in which order if several are due at once.

In every Python; it works with `time.monotonic` unless told otherwise, and with `time.time` and an argument for each before 3.3.
Here the clock is the book's: to sleep takes no time, and the events come in the same order on every run.
Source: https://docs.python.org/3/library/sched.html
"""

import heapq
import time
from itertools import count

from _era import since

__all__ = ["scheduler"]

_fields = "time priority sequence action argument kwargs" if since(3, 10) else "time, priority, action, argument, kwargs"

if since(2, 6):
    from collections import namedtuple

    _Event = namedtuple("Event", _fields)
else:

    class _Event(tuple):
        def __new__(cls, time, priority, action, argument, kwargs):
            return tuple.__new__(cls, (time, priority, action, argument, kwargs))

        time, priority = property(lambda self: self[0]), property(lambda self: self[1])
        action, argument, kwargs = property(lambda self: self[2]), property(lambda self: self[3]), property(lambda self: self[4])


class Event(_Event):
    """What `enterabs` and `enter` give: an event that can be cancelled."""

    __slots__ = ()

    if not since(3, 10):

        def __eq__(self, other):
            return (self.time, self.priority) == (other.time, other.priority)

        def __lt__(self, other):
            return (self.time, self.priority) < (other.time, other.priority)

        def __le__(self, other):
            return (self.time, self.priority) <= (other.time, other.priority)

        def __gt__(self, other):
            return (self.time, self.priority) > (other.time, other.priority)

        def __ge__(self, other):
            return (self.time, self.priority) >= (other.time, other.priority)

        def __ne__(self, other):
            return not self == other

        __hash__ = None


class scheduler(object):
    """`timefunc` tells the time and `delayfunc` waits, both in one unit of their choice."""

    def __init__(self, timefunc=getattr(time, "monotonic", time.time), delayfunc=time.sleep):
        self._queue = []
        self._numbers = count()
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        """An event at a time; of several at the same time, that of the lowest priority first. Returns it, to cancel it by."""
        if kwargs is None:
            kwargs = {}
        event = Event(time, priority, next(self._numbers), action, argument, kwargs) if since(3, 10) else Event(
            time, priority, action, argument, kwargs
        )
        heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        """An event after a delay."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Raises ValueError when the event is not waiting any more."""
        self._queue.remove(event)
        heapq.heapify(self._queue)

    def empty(self):
        return not self._queue

    def run(self, blocking=True):
        """Waits for each event and calls it; `blocking=False` calls those that are due, and returns how long until the next."""
        while self._queue:
            event = self._queue[0]
            now = self.timefunc()
            if event.time > now:
                if not blocking:
                    return event.time - now
                self.delayfunc(event.time - now)
                continue
            heapq.heappop(self._queue)
            event.action(*event.argument, **event.kwargs)
            self.delayfunc(0)
        return None

    @property
    def queue(self):
        """The waiting events in order."""
        return sorted(self._queue)
