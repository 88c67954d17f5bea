"""What can happen to a task. Part of this book's re-creation of curio.

Source: https://curio.readthedocs.io/en/latest/reference.html#exceptions
"""

__all__ = ["CurioError", "CancelledError", "TaskCancelled", "TaskTimeout", "TimeoutCancellationError", "UncaughtTimeoutError", "TaskError"]


class CurioError(Exception):
    """All of curio's."""


class CancelledError(CurioError):
    """A task is told to leave what it waits for."""


class TaskCancelled(CancelledError):
    """Somebody has cancelled it."""


class TaskTimeout(CancelledError):
    """Its time is over; args[0] is when that was."""


class TimeoutCancellationError(CancelledError):
    """The time of a block further out is over; args[0] is when that was."""


class UncaughtTimeoutError(CurioError):
    """A block's time was over, and nobody around the block has caught that."""


class TaskError(CurioError):
    """The task that was joined has failed; `__cause__` says with what."""
