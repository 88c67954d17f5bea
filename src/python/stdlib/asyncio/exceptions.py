"""What asyncio raises. Until 3.7 these were the exceptions of concurrent.futures; a cancellation left Exception in 3.8."""

import builtins

from _era import since

__all__ = ['CancelledError', 'InvalidStateError', 'TimeoutError', 'IncompleteReadError']
if since(3, 5):
    __all__ += ['LimitOverrunError']
if since(3, 8):
    __all__ += ['SendfileNotAvailableError']
if since(3, 11):
    __all__ += ['BrokenBarrierError']

_home = 'asyncio.exceptions' if since(3, 8) else 'concurrent.futures._base'


class Error(Exception):
    """The family of concurrent.futures, before 3.8."""


Error.__module__ = _home
_Parent = Exception if since(3, 8) else Error


class CancelledError(BaseException if since(3, 8) else Error):
    """Thrown into a task that is asked to leave."""


CancelledError.__module__ = _home

if since(3, 11):
    TimeoutError = builtins.TimeoutError
else:

    class TimeoutError(_Parent):
        """The operation exceeded the given deadline."""

    TimeoutError.__module__ = _home


class InvalidStateError(_Parent):
    """A result was asked for too early, or set twice."""


if not since(3, 8):
    InvalidStateError.__module__ = 'asyncio.futures'


class SendfileNotAvailableError(RuntimeError):
    """A file cannot be sent the quick way."""


class IncompleteReadError(EOFError):
    """The stream ended early: `partial` holds what came, `expected` how many bytes were wanted."""

    def __init__(self, partial, expected):
        wanted = 'undefined' if expected is None else repr(expected)
        super().__init__('%d bytes read on a total of %s expected bytes' % (len(partial), wanted))
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """The buffer is full and the separator has not come; `consumed` bytes may be read."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


class BrokenBarrierError(RuntimeError):
    """The barrier was broken while somebody waited at it."""
