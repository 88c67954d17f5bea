# era: 3.6 3.8 3.13
# A loop with a clock of its own: every timer goes through its call_at, as that looked in its day.
import asyncio
import sys
from asyncio import base_events


class Selector:
    def select(self, timeout):
        return []


class Loop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = Selector()
        self.now = 0

    def time(self):
        return self.now

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass

    def _run_once(self):
        super()._run_once()
        if self._scheduled:
            self.now = max(self.now, self._scheduled[0]._when)

    if sys.version_info < (3, 7):

        def call_at(self, when, callback, *args):
            print('call_at', when)
            return super().call_at(when, callback, *args)

        def call_soon(self, callback, *args):
            print('call_soon')
            return super().call_soon(callback, *args)

    else:

        def call_at(self, when, callback, *args, context=None):
            print('call_at', when)
            return super().call_at(when, callback, *args, context=context)

        def call_soon(self, callback, *args, context=None):
            print('call_soon')
            return super().call_soon(callback, *args, context=context)


async def work():
    await asyncio.sleep(3)
    try:
        await asyncio.wait_for(asyncio.sleep(10), 5)
    except asyncio.TimeoutError:
        print('at', loop.time())


loop = Loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(work())
loop.close()
