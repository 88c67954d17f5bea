"""What can go wrong. Part of this book's re-creation of trio.

Source: https://trio.readthedocs.io/en/stable/reference-core.html#exceptions-and-warnings
"""

__all__ = [
    "Cancelled", "TooSlowError", "WouldBlock", "EndOfChannel", "BusyResourceError", "ClosedResourceError", "BrokenResourceError", "RunFinishedError",
    "TrioInternalError",
]


class Cancelled(BaseException):
    """Comes out of whatever waits in a cancelled scope, again and again, until the scope has been left. Only trio raises it."""

    def __new__(cls, *args):
        raise TypeError("trio.Cancelled has no public constructor")

    @classmethod
    def _create(cls):
        return BaseException.__new__(cls)

    def __init__(self):
        pass

    def __str__(self):
        return "Cancelled"


class TooSlowError(Exception):
    """fail_after() or fail_at() took too long."""


class WouldBlock(Exception):
    """A _nowait function cannot do it at once."""


class EndOfChannel(Exception):
    """There is nothing more to receive, and there will be nothing more."""


class BusyResourceError(Exception):
    """Another task is using it."""


class ClosedResourceError(Exception):
    """It was closed at this end."""


class BrokenResourceError(Exception):
    """It was closed at the other end, or is out of order."""


class RunFinishedError(RuntimeError):
    """The run is over."""


class TrioInternalError(Exception):
    """A mistake in this library, or in how its lower levels were used."""
