"""Cancel scopes: a block, and who may end it early. Part of this book's re-creation of trio.

Scopes lie within one another, across tasks too: a nursery's tasks are in the scope of the nursery. A cancelled scope cancels all that waits in it, but
what a shield stands around. Of the cancelled scopes that an exception passes, the outermost catches it.
Source: https://trio.readthedocs.io/en/stable/reference-core.html#cancellation-and-timeouts
"""

from . import _run
from ._errors import Cancelled


def split_cancelled(exc):
    """(whether there was a Cancelled in it, what else there is): the exception itself may be a group."""
    if isinstance(exc, Cancelled):
        return True, None
    parts = getattr(exc, "exceptions", None)
    if not isinstance(parts, (list, tuple)):
        return False, exc
    if hasattr(exc, "split"):
        matched, rest = exc.split(Cancelled)
        return matched is not None, exc if matched is None else rest
    kept = [split_cancelled(part) for part in parts]
    if not any(found for found, _ in kept):
        return False, exc
    rest = [part for _, part in kept if part is not None]
    return True, exc.derive(rest) if rest else None


class CancelScope:
    """`with`: what waits within can be cancelled, by cancel() or when the deadline has come."""

    def __init__(self, *, deadline=float("inf"), shield=False):
        self._deadline = deadline
        self._shield = shield
        self._entered = self._used = False
        self._parent = None
        self._task = None
        # Directly within: scopes, and the tasks for which this is the innermost.
        self._inner = {}
        self.cancel_called = False
        self.cancelled_caught = False

    def __repr__(self):
        state = "cancelled" if self.cancel_called else "active" if self._entered else "exited" if self._used else "unbound"
        return "<trio.CancelScope at %#x, %s>" % (id(self), state)

    @property
    def deadline(self):
        """When it will be cancelled, in current_time()'s seconds. It can be moved."""
        return self._deadline

    @deadline.setter
    def deadline(self, when):
        self._deadline = float(when)
        if self._entered:
            _run._the_runner().watch(self)

    @property
    def shield(self):
        """Whether the scopes further out cannot cancel what waits within."""
        return self._shield

    @shield.setter
    def shield(self, value):
        if not isinstance(value, bool):
            raise TypeError("shield must be a bool")
        self._shield = value
        self._deliver()

    def cancel(self):
        """From now on whatever waits within raises Cancelled. A second time does nothing."""
        if not self.cancel_called:
            self.cancel_called = True
            self._deliver()

    def _deliver(self):
        """Whoever waits within looks whether it has been cancelled."""
        for inner in list(self._inner):
            if not getattr(inner, "_shield", False):
                inner._deliver()

    def _effectively_cancelled(self):
        scope = self
        while scope is not None:
            if scope.cancel_called:
                return True
            if scope._shield:
                return False
            scope = scope._parent
        return False

    def __enter__(self):
        if self._used:
            raise RuntimeError("Each CancelScope may only be used for a single 'with' block")
        runner = _run._the_runner()
        self._task = runner.current
        self._used = self._entered = True
        self._parent, self._task._scope = self._task._scope, self
        self._inner[self._task] = None
        if self._parent is not None:
            del self._parent._inner[self._task]
            self._parent._inner[self] = None
        if self._deadline <= _run.current_time():
            self.cancel()
        runner.watch(self)
        return self

    def __exit__(self, kind, exc, tb):
        rest = self._close(exc)
        if rest is None:
            return True
        if rest is exc:
            return False
        context = rest.__context__
        try:
            raise rest
        finally:
            rest.__context__ = context

    def _close(self, exc):
        """Leaves the scope: what remains of an exception."""
        if self._task._scope is not self:
            raise RuntimeError("Cancel scope stack corrupted: leave the scopes in the order in which they were entered, the last one first")
        # Deadlines that have passed while nobody waited count too.
        if not self.cancel_called and self._deadline <= _run.current_time():
            self.cancel_called = True
        self._task._scope = self._parent
        self._entered = False
        if self._parent is not None:
            del self._parent._inner[self]
            self._parent._inner[self._task] = None
        self._inner.clear()
        further_out = self._parent is not None and not self._shield and self._parent._effectively_cancelled()
        if exc is not None and self.cancel_called and not further_out:
            found, exc = split_cancelled(exc)
            self.cancelled_caught = self.cancelled_caught or found
        return exc


def current_effective_deadline():
    """When what waits here would be cancelled: -inf if it is, inf if nobody says."""
    scope = _run.current_task()._scope
    deadline = float("inf")
    while scope is not None:
        deadline = min(deadline, float("-inf") if scope.cancel_called else scope._deadline)
        if scope._shield:
            break
        scope = scope._parent
    return deadline
