"""Happy eyeballs: attempts that begin one after another, until one succeeds. Since 3.8.

Source: RFC 8305.
"""

from . import events, exceptions, tasks
from .locks import Event


async def staggered_race(coro_fns, delay, *, loop=None):
    """Starts the next attempt when the last has failed or `delay` seconds have passed.

    Returns the first result, its index, and the exception of each attempt; None and None when all failed.
    """
    loop = loop or events.get_running_loop()
    attempts = list(coro_fns)
    winner_result = winner_index = None
    errors = []
    running = []
    finished = Event()
    unfinished = 0

    async def attempt(index, previous_failed):
        nonlocal winner_result, winner_index
        if previous_failed is not None:
            try:
                await tasks.wait_for(previous_failed.wait(), delay)
            except exceptions.TimeoutError:
                pass
        failed = Event()
        begin(index + 1, failed)
        errors.append(None)
        try:
            result = await attempts[index]()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            errors[index] = error
            failed.set()
        else:
            winner_index, winner_result = index, result
            for other, task in enumerate(running):
                if other != index:
                    task.cancel()

    def ended(task):
        nonlocal unfinished
        unfinished -= 1
        if unfinished == 0:
            finished.set()
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({"message": "staggered_race attempt failed", "exception": task.exception(), "task": task})

    def begin(index, previous_failed):
        nonlocal unfinished
        if index == len(attempts):
            return
        unfinished += 1
        task = loop.create_task(attempt(index, previous_failed))
        running.append(task)
        task.add_done_callback(ended)

    if attempts:
        begin(0, None)
        cancelled = None
        while unfinished:
            try:
                await finished.wait()
            except exceptions.CancelledError as error:
                cancelled = error
                for task in running:
                    task.cancel()
        if cancelled is not None:
            raise cancelled
    return winner_result, winner_index, errors
