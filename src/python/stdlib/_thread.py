"""Locks, for a program with one thread; `thread` before 3.0.

Starting a thread is refused. Who waits for a lock that nobody can release is told so, since nobody else is there to do it.
Source: https://docs.python.org/3/library/_thread.html
"""

import time
from _era import since

error = RuntimeError if since(3, 3) else type("error", (Exception,), {"__module__": "thread"})
TIMEOUT_MAX = 9223372036.0


def _never(what):
    return RuntimeError("nothing can ever happen again: the program's only thread waits for %s, and nobody is left who could bring it about" % what)


def wait(seconds, what):
    """Waits for something that only another thread could do: until the time is over. Raises RuntimeError when there is no limit."""
    if seconds is None or seconds < 0:
        raise _never(what)
    time.sleep(seconds)
    return False


class LockType(object):
    """Locked or not; acquired by one at a time."""

    def __init__(self):
        self._locked = False

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        if not self._locked:
            self._locked = True
            return True
        return not not blocking and wait(timeout, "a lock that it holds itself")

    def release(self):
        if not self._locked:
            raise error("release unlocked lock")
        self._locked = False

    def locked(self):
        return self._locked

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()

    def __repr__(self):
        state = "locked" if self._locked else "unlocked"
        return "<%s %s object at 0x%x>" % (state, "_thread.lock" if since(3) else "thread.lock", id(self))


class RLock(object):
    """A lock that its holder may acquire again; it must be released as often."""

    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def locked(self):
        return self._count > 0

    def _is_owned(self):
        return self._count > 0

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()

    def __repr__(self):
        state = "locked" if self._count else "unlocked"
        return "<%s _thread.RLock object owner=%d count=%d at 0x%x>" % (
            state, get_ident() if self._count else 0, self._count, id(self))


LockType.__name__ = LockType.__qualname__ = "lock"


def allocate_lock():
    return LockType()


allocate = allocate_lock


def get_ident():
    return 140000000000000


def get_native_id():
    return 1


def start_new_thread(function, args, kwargs=None):
    """Refused: programs of this book have one thread."""
    raise NotImplementedError(
        "starting a thread: programs run in one thread here; asyncio's run_in_executor and to_thread run a function to its end")


start_new = start_new_thread
