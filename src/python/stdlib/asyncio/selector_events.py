"""The loop that programs get: its selector waits on the virtual clock."""

import time
from _era import since

from . import base_events, events, tasks


class Deadlock(RuntimeError):
    """Nothing can ever happen again: no callback is ready, no timer is set, and nobody outside will do anything."""


class _ClockSelector:
    """Waits by letting the virtual clock jump."""

    def __init__(self, loop):
        self._loop = loop

    def select(self, timeout=None):
        """Nothing is ever ready; the time passes. Deadlock when it would pass for ever."""
        if timeout is None:
            raise Deadlock(_what_everyone_waits_for(self._loop))
        if timeout > 0:
            time.sleep(timeout)
        return ()

    def close(self):
        pass

    def get_map(self):
        return {}


def _what_everyone_waits_for(loop):
    lines = ["the event loop has nothing left to do: no callback is ready and no timer is set"]
    for task in sorted(tasks._alive(loop), key=lambda task: task._number):
        lines.append(f"{task.get_name()} waits for {task._fut_waiter!r}")
    return "; ".join(lines)


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    """A loop that waits with a selector."""

    def __init__(self, selector=None):
        super().__init__()
        self._selector = _ClockSelector(self) if selector is None else selector

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if not self._closed:
            super().close()
            self._selector.close()

    def _process_events(self, event_list):
        for key, mask in event_list:
            reader, writer = key.data
            if mask & 1 and reader is not None:
                self._add_callback(reader)
            if mask & 2 and writer is not None:
                self._add_callback(writer)


class SelectorEventLoop(BaseSelectorEventLoop):
    """The loop of Unix."""


SelectorEventLoop.__name__ = SelectorEventLoop.__qualname__ = "_UnixSelectorEventLoop"
SelectorEventLoop.__module__ = "asyncio.unix_events"


class DefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """Makes selector loops."""

    _loop_factory = SelectorEventLoop


DefaultEventLoopPolicy.__name__ = DefaultEventLoopPolicy.__qualname__ = "_UnixDefaultEventLoopPolicy"
DefaultEventLoopPolicy.__module__ = "asyncio.unix_events"
