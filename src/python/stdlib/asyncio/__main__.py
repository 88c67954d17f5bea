"""`await` outside of functions, as in `python -m asyncio`: the texts of a session run in one loop, one after the other. Since 3.8.

Tasks that one text leaves go on while the next one waits.
"""

import asyncio

_loop = None


def run_in_loop(begin):
    """Calls `begin` inside of the session's loop, and if it answers with a coroutine waits for that."""
    global _loop
    if _loop is None:
        _loop = asyncio.new_event_loop()
        asyncio.set_event_loop(_loop)

    async def main():
        started = begin()
        if asyncio.iscoroutine(started):
            await started

    _loop.run_until_complete(main())
    # What is still to do is left to the texts that follow; at the session's end nobody has forgotten it.
    for task in asyncio.all_tasks(_loop):
        task._log_destroy_pending = False
