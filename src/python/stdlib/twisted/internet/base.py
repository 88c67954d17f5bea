"""The loop: calls whose time has come, then sockets that are ready, and again. Part of this book's re-creation of Twisted.

Time is the program's virtual clock: waiting in `select` is what makes it go on.
Source: https://docs.twisted.org/en/stable/core/howto/reactor-basics.html and time.html
"""

import heapq
import select
import time
from _lanes import arrange, call, timer

from twisted.internet import error, tcp
from twisted.python import log
from twisted.python.failure import Failure


class DelayedCall(object):
    """A call that has been arranged."""

    def __init__(self, time, number, function, args, kw, seconds):
        self.time, self._number, self._seconds = time, number, seconds
        self.func, self.args, self.kw = function, args, kw
        self.called = self.cancelled = 0
        self._lane = arrange(function, args)

    def __lt__(self, other):
        return (self.time, self._number) < (other.time, other._number)

    def getTime(self):
        """When, in the reactor's seconds()."""
        return self.time

    def active(self):
        return not (self.called or self.cancelled)

    def _check(self):
        if self.cancelled:
            raise error.AlreadyCancelled
        if self.called:
            raise error.AlreadyCalled

    def cancel(self):
        """Raises AlreadyCalled, AlreadyCancelled."""
        self._check()
        self.cancelled = 1

    def reset(self, secondsFromNow):
        """Not then but so many seconds from now."""
        self._check()
        self._move(self._seconds() + secondsFromNow)

    def delay(self, secondsLater):
        """So many seconds later than arranged."""
        self._check()
        self._move(self.time + secondsLater)

    def _move(self, when):
        self.time = when
        self._moved(self)

    def __repr__(self):
        return "<DelayedCall 0x%x [%ss] called=%s cancelled=%s %s%r>" % (
            id(self),
            self.time - self._seconds(),
            self.called,
            self.cancelled,
            getattr(self.func, "__name__", repr(self.func)),
            self.args,
        )


class SelectReactor(object):
    """The reactor. It runs once in a program."""

    def __init__(self):
        self.running = False
        self._started = False
        self._stopping = False
        self._calls = []
        # Calls that were arranged during a round wait for the next one: so a call that arranges itself again keeps nobody from the network.
        self._newCalls = []
        self._count = 0
        self._threadCalls = []
        self._whenRunning = []
        self._triggers = []
        self._readers = []
        self._writers = []

    def seconds(self):
        return time.time()

    # Calls.

    def callLater(self, delay, f, *args, **kw):
        """Calls f in `delay` seconds; answers a DelayedCall."""
        assert callable(f), "%s is not callable" % (f,)
        assert delay >= 0, "%s is not greater than or equal to 0 seconds" % (delay,)
        self._count += 1
        call = DelayedCall(self.seconds() + delay, self._count, f, args, kw, self.seconds)
        call._moved = self._arrange
        self._newCalls.append(call)
        return call

    def _arrange(self, call):
        heapq.heapify(self._calls)

    def _insert_new_calls(self):
        for call in self._newCalls:
            heapq.heappush(self._calls, call)
        self._newCalls = []

    def getDelayedCalls(self):
        return [call for call in self._calls + self._newCalls if call.active()]

    def callFromThread(self, f, *args, **kw):
        """Calls f in the loop's next round."""
        self._threadCalls.append((f, args, kw))

    def callWhenRunning(self, f, *args, **kw):
        """Calls f now, or when the reactor starts."""
        if self._started:
            f(*args, **kw)
        else:
            self._whenRunning.append((f, args, kw))

    def addSystemEventTrigger(self, phase, eventType, f, *args, **kw):
        """Calls f `before`, `during` or `after` the `shutdown` (or when the reactor starts, `startup`)."""
        if eventType == "startup":
            self._whenRunning.append((f, args, kw))
        else:
            self._triggers.append((phase, f, args, kw))

    # The network.

    def listenTCP(self, port, factory, backlog=50, interface=""):
        """Listens; answers a Port. Raises CannotListenError."""
        listening = tcp.Port(port, factory, backlog, interface, self)
        listening.startListening()
        return listening

    def connectTCP(self, host, port, factory, timeout=30, bindAddress=None):
        """Begins to connect; answers a Connector."""
        connector = tcp.Connector(host, port, factory, timeout, bindAddress, self)
        connector.connect()
        return connector

    def addReader(self, reader):
        if reader not in self._readers:
            self._readers.append(reader)

    def addWriter(self, writer):
        if writer not in self._writers:
            self._writers.append(writer)

    def removeReader(self, reader):
        if reader in self._readers:
            self._readers.remove(reader)

    def removeWriter(self, writer):
        if writer in self._writers:
            self._writers.remove(writer)

    # The loop.

    def run(self, installSignalHandlers=True):
        """Runs until stop(). Raises ReactorNotRestartable, ReactorAlreadyRunning."""
        if self._started:
            raise error.ReactorAlreadyRunning()
        if self._stopping:
            raise error.ReactorNotRestartable()
        self._started = self.running = True
        for f, args, kw in self._whenRunning:
            self._call(f, args, kw)
        while self.running:
            self.iterate(None)
        self._shut_down()
        self._started = False

    def stop(self):
        """Ends run(), when what is being called has returned. Raises ReactorNotRunning."""
        if self._stopping or not self._started:
            raise error.ReactorNotRunning("Can't stop reactor that isn't running.")
        self._stopping = True
        self.callFromThread(self._end)

    def crash(self):
        """Ends run() at once, without a shutdown."""
        self._started = self.running = False

    def _end(self):
        self.running = False

    def _shut_down(self):
        for wanted in ("before", "during", "after"):
            if wanted == "during":
                for selectable in self._readers + [w for w in self._writers if w not in self._readers]:
                    if isinstance(selectable, (tcp.Port, tcp.Connection)):
                        self._call(selectable.connectionLost, (Failure(error.ConnectionLost()),), {})
            for phase, f, args, kw in self._triggers:
                if phase == wanted:
                    self._call(f, args, kw)

    def iterate(self, delay=0):
        """One round: what is due, then what is ready within `delay` seconds."""
        self._run_due()
        timeout = self._timeout()
        if delay is not None and (timeout is None or delay < timeout):
            timeout = delay
        if self.running or delay is not None:
            self._run_ready(timeout)

    def _call(self, f, args, kw, arranged=0):
        try:
            call(arranged, f, *args, **kw)
        except Exception:
            # There is nobody above the loop who would know what to do.
            log.err()

    def _run_due(self):
        calls, self._threadCalls = self._threadCalls, []
        for f, args, kw in calls:
            self._call(f, args, kw)
        self._insert_new_calls()
        now = self.seconds()
        while self._calls and self._calls[0].time <= now:
            call = heapq.heappop(self._calls)
            if not call.cancelled:
                call.called = 1
                timer(call._lane)
                self._call(call.func, call.args, call.kw, call._lane)

    def _timeout(self):
        self._insert_new_calls()
        while self._calls and self._calls[0].cancelled:
            heapq.heappop(self._calls)
        if self._threadCalls:
            return 0
        if self._calls:
            return max(0, self._calls[0].time - self.seconds())
        return None

    def _run_ready(self, timeout):
        readable, writable, _ = select.select(self._readers, self._writers, [], timeout)
        for watched, ready, name in ((self._readers, readable, "doRead"), (self._writers, writable, "doWrite")):
            for selectable in ready:
                if selectable in watched:
                    self._call(getattr(selectable, name), (), {})
