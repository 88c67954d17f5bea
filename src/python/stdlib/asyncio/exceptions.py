"""The exceptions of asyncio, each with the base class and the home it had in the program's Python.

`CancelledError` was an `Exception` until 3.7 and is a `BaseException` since 3.8; `TimeoutError` is the built-in one since 3.11.
Source: https://docs.python.org/3/library/asyncio-exceptions.html
"""

from _era import since

if since(3, 8):

    class CancelledError(BaseException):
        """The task or future was cancelled."""

    class InvalidStateError(Exception):
        """A future was asked for something that does not fit its state."""

    if since(3, 11):
        TimeoutError = TimeoutError
    else:

        class TimeoutError(Exception):
            """The time was over."""

else:
    from concurrent.futures import CancelledError, TimeoutError
    from concurrent.futures import Error as _Error

    class InvalidStateError(_Error):
        """A future was asked for something that does not fit its state."""

    InvalidStateError.__module__ = "asyncio.base_futures" if since(3, 6) else "asyncio.futures"


class SendfileNotAvailableError(RuntimeError):
    """There is no sendfile here for this kind of file or socket."""


class IncompleteReadError(EOFError):
    """The stream ended before as many bytes had come as were asked for; `partial` holds those that came."""

    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """No separator within the limit; `consumed` is how many bytes had been looked through."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


class BrokenBarrierError(RuntimeError):
    """A barrier was broken while somebody waited at it."""


if not since(3, 8):
    for _class in (IncompleteReadError, LimitOverrunError):
        _class.__module__ = "asyncio.streams"
