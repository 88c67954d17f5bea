"""Sleep, and blocks with a time limit: all of it made of cancel scopes. Part of this book's re-creation of trio.

Source: https://trio.readthedocs.io/en/stable/reference-core.html#time-and-clocks
"""

from contextlib import contextmanager

from ._errors import TooSlowError
from ._run import Abort, checkpoint, current_time, wait_task_rescheduled
from ._scope import CancelScope


async def sleep_forever():
    """Until it is cancelled."""
    await wait_task_rescheduled(lambda raise_cancel: Abort.SUCCEEDED)


async def sleep_until(deadline):
    """Until a time."""
    with move_on_at(deadline):
        await sleep_forever()


async def sleep(seconds):
    """So many seconds; 0 gives the others their turn. Raises ValueError."""
    if not seconds >= 0:
        raise ValueError("`seconds` must be non-negative")
    if seconds == 0:
        await checkpoint()
    else:
        await sleep_until(current_time() + seconds)


def move_on_at(deadline):
    """`with`: leaves the block at a time, if it has not ended."""
    if deadline != deadline:
        raise ValueError("deadline must not be NaN")
    return CancelScope(deadline=deadline)


def move_on_after(seconds):
    """The same, in so many seconds from now. Raises ValueError."""
    if not seconds >= 0:
        raise ValueError("`seconds` must be non-negative")
    return move_on_at(current_time() + seconds)


@contextmanager
def fail_at(deadline):
    """The same, and then raises TooSlowError."""
    with move_on_at(deadline) as scope:
        yield scope
    if scope.cancelled_caught:
        raise TooSlowError


def fail_after(seconds):
    """`with`: raises TooSlowError when the block takes longer. Raises ValueError."""
    if not seconds >= 0:
        raise ValueError("`seconds` must be non-negative")
    return fail_at(current_time() + seconds)
