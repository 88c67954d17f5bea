"""The loop that programs get by default."""

import time

from _era import since

from . import base_events, events, tasks

__all__ = ['SelectorEventLoop']
if not since(3, 14):
    __all__ += ['DefaultEventLoopPolicy']
if since(3, 13):
    __all__ += ['EventLoop']


class _Outside:
    """What the loop listens to when it has nothing to do: the clock."""

    def __init__(self, loop):
        self.loop = loop

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError(_nothing_left(self.loop))
        if timeout > 0:
            time.sleep(timeout)
        return []

    def close(self):
        """Nothing is held."""


def _nothing_left(loop):
    waiting = [task for task in tasks._all_tasks_of(loop) if not task.done()]
    text = 'nothing can ever happen again on this event loop: nothing is ready to run and no timer is set'
    if waiting:
        text += '; still waiting:' + ''.join('\n  %r' % task for task in waiting)
    return text


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """A loop on the program's clock."""

    def __init__(self, selector=None):
        super().__init__()
        self._selector = _Outside(self) if selector is None else selector

    def _process_events(self, event_list):
        for key, mask in event_list:
            pass

    def _write_to_self(self):
        """Wakes the loop from another thread; there is none."""

    def add_signal_handler(self, sig, callback, *args):
        raise NotImplementedError('asyncio: there are no signals here')

    def remove_signal_handler(self, sig):
        raise NotImplementedError('asyncio: there are no signals here')

    async def subprocess_exec(self, *args, **kwargs):
        raise NotImplementedError('asyncio: there are no processes here')

    subprocess_shell = subprocess_exec


SelectorEventLoop = EventLoop = _UnixSelectorEventLoop


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """One loop for the program."""

    _loop_factory = _UnixSelectorEventLoop


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
