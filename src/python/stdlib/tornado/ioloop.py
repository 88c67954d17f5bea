"""The loop: callbacks, then calls whose time has come, then sockets that are ready. Part of this book's re-creation of Tornado.

Time is the program's virtual clock: waiting in `select` is what makes it go on.
Source: https://www.tornadoweb.org/en/branch4.5/ioloop.html
"""

import heapq
import math
import select
import sys
import time
import traceback
from _era import since
from _lanes import arrange, call, timer


class TimeoutError(Exception):
    """run_sync() took too long."""


def log_exception(message):
    """As the log shows the exception being handled when nobody has configured it, without the framework's own lines."""
    kind, error, tb = sys.exc_info()
    frames = [frame for frame in traceback.extract_tb(tb) if not frame[0].startswith("lib/tornado/")]
    lines = ["Traceback (most recent call last):\n"] + traceback.format_list(frames) + traceback.format_exception_only(kind, error)
    sys.stderr.write("ERROR:tornado.application:%s\n%s" % (message, "".join(lines)))


class _Timeout(object):
    """A call with its time."""

    def __init__(self, deadline, number, callback):
        self.deadline, self.number, self.callback = deadline, number, callback
        self.lane = arrange(callback)

    def __lt__(self, other):
        return (self.deadline, self.number) < (other.deadline, other.number)


def _bound(callback, args, kwargs):
    """The callback with its arguments, as one thing to call."""
    if not args and not kwargs:
        return callback
    from functools import partial

    return partial(callback, *args, **kwargs)


class IOLoop(object):
    """One loop. `IOLoop.instance()` is the program's, `IOLoop.current()` the one that runs, else the program's."""

    NONE, READ, WRITE, ERROR = 0, 1, 4, 24

    _instance = None
    _current = None

    def __init__(self):
        self._callbacks = []
        self._timeouts = []
        self._count = 0
        self._handlers = {}
        self._running = False
        self._stopped = False
        self._closing = False
        if IOLoop._current is None:
            self.make_current()

    @classmethod
    def instance(cls):
        if IOLoop._instance is None:
            IOLoop._instance = cls()
        return IOLoop._instance

    @classmethod
    def initialized(cls):
        return IOLoop._instance is not None

    @classmethod
    def current(cls, instance=True):
        if IOLoop._current is None and instance:
            return cls.instance()
        return IOLoop._current

    def make_current(self):
        IOLoop._current = self

    @classmethod
    def clear_current(cls):
        IOLoop._current = None

    def time(self):
        return time.time()

    # Callbacks and times.

    def add_callback(self, callback, *args, **kwargs):
        """Calls it in the next round."""
        self._callbacks.append(_bound(callback, args, kwargs))

    def add_timeout(self, deadline, callback, *args, **kwargs):
        """Calls it at a time, as time() counts, or after a timedelta; answers what remove_timeout() takes."""
        if hasattr(deadline, "total_seconds"):
            deadline = self.time() + deadline.total_seconds()
        elif not isinstance(deadline, (int, float)):
            raise TypeError("Unsupported deadline %r" % (deadline,))
        self._count += 1
        timeout = _Timeout(deadline, self._count, _bound(callback, args, kwargs))
        heapq.heappush(self._timeouts, timeout)
        return timeout

    def remove_timeout(self, timeout):
        timeout.callback = None

    def _add_future(self, future, callback):
        """Calls it, in a round of the loop, with the future when that is done."""
        future.add_done_callback(lambda future: self.add_callback(callback, future))

    if since(3, 4):
        add_future = _add_future

        def run_sync(self, func, timeout=None):
            """Runs the loop until func() has its result, and answers that. Raises TimeoutError, and what func raises."""
            from tornado import gen

            cell = []

            def begin():
                future = gen._future_of_call(func)
                cell.append(future)
                self.add_future(future, lambda future: self.stop())

            self.add_callback(begin)
            late = None
            if timeout is not None:
                late = self.add_timeout(self.time() + timeout, self.stop)
            self.start()
            if late is not None:
                self.remove_timeout(late)
            if not cell[0].done():
                raise TimeoutError("Operation timed out after %s seconds" % timeout)
            return cell[0].result()

    if since(3, 5):

        def call_at(self, when, callback, *args, **kwargs):
            return self.add_timeout(when, callback, *args, **kwargs)

        def call_later(self, delay, callback, *args, **kwargs):
            return self.add_timeout(self.time() + delay, callback, *args, **kwargs)

        def spawn_callback(self, callback, *args, **kwargs):
            """Like add_callback, for a coroutine that nobody will wait for."""
            self.add_callback(callback, *args, **kwargs)

    # The network.

    def add_handler(self, fd, handler, events):
        """Calls handler(fd, events) whenever the socket, or the one of that number, is ready for one of the events."""
        number = fd if isinstance(fd, int) else fd.fileno()
        self._handlers[number] = [fd, handler, events | self.ERROR]

    def update_handler(self, fd, events):
        self._handlers[fd if isinstance(fd, int) else fd.fileno()][2] = events | self.ERROR

    def remove_handler(self, fd):
        self._handlers.pop(fd if isinstance(fd, int) else fd.fileno(), None)

    # The loop.

    def start(self):
        """Runs until stop()."""
        if self._running:
            raise RuntimeError("IOLoop is already running")
        if self._stopped:
            # stop() was called before: then there is nothing to be done.
            self._stopped = False
            return
        before = IOLoop._current
        IOLoop._current = self
        self._running = True
        try:
            while self._running:
                self._round()
        finally:
            self._running = False
            self._stopped = False
            IOLoop._current = before

    def stop(self):
        """Ends start() when this round is over; or, when it has not begun, as soon as it does."""
        self._running = False
        self._stopped = True

    def close(self, all_fds=False):
        self._closing = True
        self._callbacks = []
        self._timeouts = []
        self._handlers = {}

    def _round(self):
        # What callbacks add, comes in the next round: so they keep nobody from the network.
        callbacks, self._callbacks = self._callbacks, []
        now = self.time()
        due = []
        while self._timeouts and (self._timeouts[0].callback is None or self._timeouts[0].deadline <= now):
            due.append(heapq.heappop(self._timeouts))
        for callback in callbacks:
            self._run_callback(callback)
        for timeout in due:
            if timeout.callback is not None:
                timer(timeout.lane)
                self._run_callback(timeout.callback, timeout.lane)
        if self._running:
            self._poll(self._wait())

    def _wait(self):
        if self._callbacks:
            return 0
        if self._timeouts:
            return max(0, self._timeouts[0].deadline - self.time())
        return None

    def _poll(self, timeout):
        items = list(self._handlers.items())
        readers = [number for number, (fd, handler, events) in items if events & self.READ]
        writers = [number for number, (fd, handler, events) in items if events & self.WRITE]
        readable, writable, _ = select.select(readers, writers, [], timeout)
        for number, (fd, handler, events) in items:
            ready = (self.READ if number in readable else 0) | (self.WRITE if number in writable else 0)
            if ready and number in self._handlers:
                try:
                    call(None, handler, fd, ready)
                except Exception:
                    self.handle_callback_exception(handler)

    def _run_callback(self, callback, lane=0):
        try:
            result = call(lane, callback)
            if result is not None and since(3, 5):
                from tornado import gen

                try:
                    result = gen._convert_yielded(result)
                except gen.BadYieldError:
                    # It is no coroutine's, and nobody wants it.
                    return
                # A coroutine's exception would be lost otherwise.
                self.add_future(result, lambda future: future.result())
        except Exception:
            self.handle_callback_exception(callback)

    def handle_callback_exception(self, callback):
        """Called in the handler of an exception that came out of a callback."""
        log_exception("Exception in callback %r" % (callback,))


class PeriodicCallback(object):
    """Calls a function every so many milliseconds; times that have passed meanwhile are left out."""

    def __init__(self, callback, callback_time, io_loop=None):
        if callback_time <= 0:
            raise ValueError("Periodic callback must have a positive callback_time")
        self.callback, self.callback_time = callback, callback_time
        self.io_loop = io_loop or IOLoop.current()
        self._running = False
        self._timeout = None

    def start(self):
        self._running = True
        self._next_timeout = self.io_loop.time()
        self._schedule_next()

    def stop(self):
        self._running = False
        if self._timeout is not None:
            self.io_loop.remove_timeout(self._timeout)
            self._timeout = None

    def is_running(self):
        return self._running

    def _run(self):
        if not self._running:
            return
        try:
            self.io_loop._run_callback(self.callback)
        finally:
            self._schedule_next()

    def _schedule_next(self):
        if self._running:
            every = self.callback_time / 1000.0
            now = self.io_loop.time()
            if self._next_timeout <= now:
                self._next_timeout += (math.floor((now - self._next_timeout) / every) + 1) * every
            self._timeout = self.io_loop.add_timeout(self._next_timeout, self._run)


if not since(3, 4):
    del TimeoutError
