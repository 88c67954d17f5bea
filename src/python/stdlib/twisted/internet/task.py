"""Calls that wait, and calls that come again. Part of this book's re-creation of Twisted.

Source: https://docs.twisted.org/en/stable/core/howto/time.html
"""

from twisted.internet import base, defer


def deferLater(clock, delay, callable=None, *args, **kw):
    """A Deferred with what `callable` will return in `delay` seconds."""
    deferred = defer.Deferred(lambda _: call.cancel())
    deferred.addCallback(lambda _: None if callable is None else callable(*args, **kw))
    call = clock.callLater(delay, deferred.callback, None)
    return deferred


class LoopingCall(object):
    """Calls a function every so many seconds; when it takes longer, or returns a Deferred that does, misses the times in between."""

    running = False
    interval = None
    call = None
    _deferred = None

    def __init__(self, f, *a, **kw):
        from twisted.internet import reactor

        self.f, self.a, self.kw = f, a, kw
        self.clock = reactor

    def start(self, interval, now=True):
        """Answers a Deferred that has its result when it is stopped, and fails when the function does."""
        assert not self.running, "Tried to start an already running LoopingCall."
        if interval < 0:
            raise ValueError("interval must be >= 0")
        self.running = True
        self.interval = interval
        self.starttime = self.clock.seconds()
        deferred = self._deferred = defer.Deferred()
        if now:
            self()
        else:
            self._again()
        return deferred

    def stop(self):
        """No further call."""
        assert self.running, "Tried to stop a LoopingCall that was not running."
        self.running = False
        if self.call is not None:
            self.call.cancel()
            self.call = None
            self._finish()

    def reset(self):
        """The next call comes one interval from now."""
        assert self.running, "Tried to reset a LoopingCall that was not running."
        if self.call is not None:
            self.call.cancel()
            self.starttime = self.clock.seconds()
            self._again()

    def __call__(self):
        self.call = None
        deferred = defer.maybeDeferred(self.f, *self.a, **self.kw)
        deferred.addCallbacks(self._returned, self._failed)

    def _returned(self, result):
        if self.running:
            self._again()
        else:
            self._finish()

    def _failed(self, failure):
        self.running = False
        deferred, self._deferred = self._deferred, None
        deferred.errback(failure)

    def _finish(self):
        deferred, self._deferred = self._deferred, None
        deferred.callback(self)

    def _again(self):
        if not self.interval:
            self.call = self.clock.callLater(0, self)
            return
        now = self.clock.seconds()
        # The next of the times starttime + n * interval.
        rounds = int((now - self.starttime) / self.interval + 1e-9) + 1
        self.call = self.clock.callLater(self.starttime + rounds * self.interval - now, self)


class Clock(base.SelectReactor):
    """A reactor whose time a test moves by hand."""

    rightNow = 0.0

    def seconds(self):
        return self.rightNow

    def advance(self, amount):
        """Moves time, and calls what has become due."""
        self.rightNow += amount
        self._run_due()

    def pump(self, timings):
        for amount in timings:
            self.advance(amount)
