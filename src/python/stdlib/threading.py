"""Threads' companions, as they behave in a program with one thread: locks, events, conditions, thread-local values.

In every Python since 1.5.2; `local` since 2.4, `main_thread` since 3.4, `Barrier` since 3.2. Starting a thread is refused.
Source: https://docs.python.org/3/library/threading.html
"""

import _thread
import time
from _era import since
from _thread import RLock, allocate_lock as Lock, error as ThreadError, get_ident, wait as _wait

TIMEOUT_MAX = _thread.TIMEOUT_MAX


class local(object):
    """Attributes of which every thread has its own: with one thread, attributes."""


class Condition(object):
    """Waiting until somebody notifies. With one thread, only a time-out ends it."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exception):
        return self._lock.__exit__(*exception)

    def wait(self, timeout=None):
        if not self._lock.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        return _wait(timeout, "a condition")

    def wait_for(self, predicate, timeout=None):
        found = predicate()
        if not found:
            self.wait(timeout)
            found = predicate()
        return found

    def notify(self, n=1):
        if not self._lock.locked():
            raise RuntimeError("cannot notify on un-acquired lock")

    def notify_all(self):
        self.notify()

    notifyAll = notify_all

    def __repr__(self):
        return "<Condition(%s, 0)>" % (self._lock,)


class Semaphore(object):
    """A counter that is never less than 0."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value > 0:
            self._value -= 1
            return True
        return not not blocking and _wait(timeout, "a semaphore")

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._value += n

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that is never released more often than acquired."""

    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def release(self, n=1):
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        Semaphore.release(self, n)


class Event(object):
    """A flag that can be waited for."""

    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            _wait(timeout, "an event that is not set")
        return self._flag

    def __repr__(self):
        state = "set" if self._flag else "unset"
        return "<threading.Event at 0x%x: %s>" % (id(self), state)


class Thread(object):
    """A thread: it can be made, and not be started."""

    _made = 0

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        Thread._made += 1
        described = " (%s)" % target.__name__ if since(3, 10) and hasattr(target, "__name__") else ""
        self.name = name or "Thread-%d%s" % (Thread._made, described)
        self.daemon = daemon or False
        self.ident = None
        self._target, self._args, self._kwargs = target, args, kwargs or {}

    def start(self):
        _thread.start_new_thread(self.run, ())

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        raise RuntimeError("cannot join current thread" if self is _main else "cannot join thread before it is started")

    def is_alive(self):
        return self is _main

    isAlive = is_alive
    native_id = property(lambda self: _thread.get_native_id() if self is _main else None)

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        state = "initial" if self.ident is None else "started %d" % self.ident
        return "<%s(%s, %s)>" % (self.__class__.__name__, self.name, state)


class _MainThread(Thread):
    def __init__(self):
        Thread.__init__(self, name="MainThread")
        Thread._made = 0
        self.ident = get_ident()


class Timer(Thread):
    """Would call a function later, from a thread of its own: refused when started."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self, target=function, args=args or (), kwargs=kwargs)
        self.interval = interval

    def cancel(self):
        pass


_main = _current = _MainThread()


def _leave_thread(name):
    """For executors: from now on, a call in a thread of that name runs."""
    global _current
    left, _current = _current, Thread(name=name)
    Thread._made -= 1
    _current.ident = get_ident() + 1
    return left


def _return_to_thread(left):
    global _current
    _current = left


def current_thread():
    """The thread that runs: the main one, but for calls that an executor runs."""
    return _current


currentThread = current_thread


def main_thread():
    return _main


def active_count():
    return 1


activeCount = active_count


def enumerate():
    return [_main]


def get_native_id():
    return _thread.get_native_id()


def settrace(function):
    pass


setprofile = settrace

for _name, _first in [("local", (2, 4)), ("main_thread", (3, 4)), ("get_native_id", (3, 8)), ("get_ident", (3, 3))]:
    if not since(*_first):
        del globals()[_name]
del _name, _first
