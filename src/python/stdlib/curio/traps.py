"""How a coroutine asks the kernel for something. Part of this book's re-creation of curio.

Nothing else in curio yields. A trap is a name and arguments; what comes back is the answer, or is raised. The kernel has a method for each.
"""

import types


@types.coroutine
def _trap(*request):
    """The one place where a task stands still."""
    return (yield request)


# Answered at once: the task goes on.


async def _spawn(coroutine):
    """A new task, ready to run."""
    return await _trap("spawn", coroutine)


async def _get_current():
    """The task that asks."""
    return await _trap("get_current")


async def _clock():
    """The kernel's time, in seconds."""
    return await _trap("clock")


async def _cancel(task, error):
    """Has the error come out of where the task waits; False when it has ended, or has been cancelled before."""
    return await _trap("cancel", task, error)


async def _wake(queue, count=1):
    """Makes up to so many tasks of a queue ready."""
    return await _trap("wake", queue, count)


async def _set_deadline(when):
    """From now on the task's time is over at `when`, if no other deadline of its is sooner."""
    return await _trap("set_deadline", when)


async def _unset_deadline():
    """Takes back the last deadline."""
    return await _trap("unset_deadline")


# The task waits: here it can be cancelled.


async def _sleep(when):
    """Until a time; or, if that has passed, until the others have had their turn. Answers the time."""
    return await _trap("sleep", when)


async def _wait(queue, state):
    """In a queue, until somebody wakes it. `state` says for what."""
    return await _trap("wait", queue, state)
