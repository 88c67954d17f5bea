"""Memory channels: values handed from task to task. Part of this book's re-creation of trio.

A channel has two ends, and each end any number of clones. It is closed when all clones of an end are.
Source: https://trio.readthedocs.io/en/stable/reference-core.html#using-channels-to-pass-values-between-tasks
"""

from collections import deque

from ._errors import BrokenResourceError, ClosedResourceError, EndOfChannel, WouldBlock
from ._run import Abort, cancel_shielded_checkpoint, checkpoint, checkpoint_if_cancelled, current_task, reschedule, wait_task_rescheduled


class _State:
    """What both ends share: values, open clones, and the tasks that wait, by task: the clone that they wait at, and what they send."""

    def __init__(self, size):
        self.size = size
        self.values = deque()
        self.senders = self.receivers = 0
        self.sending = {}
        self.receiving = {}


class MemoryChannelStatistics:
    """A look at a channel."""

    def __init__(self, state):
        self.current_buffer_used = len(state.values)
        self.max_buffer_size = state.size
        self.open_send_channels, self.open_receive_channels = state.senders, state.receivers
        self.tasks_waiting_send, self.tasks_waiting_receive = len(state.sending), len(state.receiving)

    def __repr__(self):
        return "MemoryChannelStatistics(%s)" % ", ".join("%s=%r" % pair for pair in vars(self).items())


def open_memory_channel(max_buffer_size):
    """(send channel, receive channel). Without a buffer, who sends waits for who receives; with math.inf, nobody does. Raises TypeError, ValueError."""
    if not isinstance(max_buffer_size, int) and max_buffer_size != float("inf"):
        raise TypeError("max_buffer_size must be an integer or math.inf")
    if max_buffer_size < 0:
        raise ValueError("max_buffer_size must be >= 0")
    state = _State(max_buffer_size)
    return MemorySendChannel(state), MemoryReceiveChannel(state)


class _Channel:
    """One clone of an end."""

    def __init__(self, state):
        self._state = state
        self._closed = False
        self._count(+1)

    def __repr__(self):
        return "<%s at %#x, using buffer at %#x>" % (type(self).__name__, id(self), id(self._state))

    def statistics(self):
        return MemoryChannelStatistics(self._state)

    def clone(self):
        """Another of the same end. Raises ClosedResourceError."""
        self._check()
        return type(self)(self._state)

    def _check(self):
        if self._closed:
            raise ClosedResourceError

    async def aclose(self):
        self.close()
        await checkpoint()

    def __enter__(self):
        return self

    def __exit__(self, kind, exc, tb):
        self.close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, exc, tb):
        await self.aclose()

    async def _wait(self, waiting, value=None):
        task = current_task()
        waiting[task] = (self, value)

        def abort(raise_cancel):
            del waiting[task]
            return Abort.SUCCEEDED

        return await wait_task_rescheduled(abort)

    def _turn_away(self, waiting, error, whose=None):
        """Whoever waits here, or at this clone, gets an error."""
        for task, (channel, value) in list(waiting.items()):
            if whose is None or channel is whose:
                del waiting[task]
                reschedule(task, None, error())


class MemorySendChannel(_Channel):
    """Where values go in."""

    def _count(self, n):
        self._state.senders += n

    def send_nowait(self, value):
        """Raises WouldBlock, ClosedResourceError, BrokenResourceError."""
        self._check()
        state = self._state
        if state.receivers == 0:
            raise BrokenResourceError
        if state.receiving:
            task = next(iter(state.receiving))
            del state.receiving[task]
            reschedule(task, value)
        elif len(state.values) < state.size:
            state.values.append(value)
        else:
            raise WouldBlock

    async def send(self, value):
        """Waits for a place in the buffer, or for somebody who receives. Raises ClosedResourceError, BrokenResourceError."""
        await checkpoint_if_cancelled()
        try:
            self.send_nowait(value)
        except WouldBlock:
            await self._wait(self._state.sending, value)
        else:
            await cancel_shielded_checkpoint()

    def close(self):
        if self._closed:
            return
        self._closed = True
        self._count(-1)
        self._turn_away(self._state.sending, ClosedResourceError, self)
        if self._state.senders == 0:
            self._turn_away(self._state.receiving, EndOfChannel)


class MemoryReceiveChannel(_Channel):
    """Where values come out."""

    def _count(self, n):
        self._state.receivers += n

    def receive_nowait(self):
        """Raises WouldBlock, EndOfChannel, ClosedResourceError."""
        self._check()
        state = self._state
        if state.sending:
            task = next(iter(state.sending))
            _, value = state.sending.pop(task)
            reschedule(task)
            state.values.append(value)
        if state.values:
            return state.values.popleft()
        if state.senders == 0:
            raise EndOfChannel
        raise WouldBlock

    async def receive(self):
        """Waits for a value. Raises EndOfChannel, ClosedResourceError."""
        await checkpoint_if_cancelled()
        try:
            value = self.receive_nowait()
        except WouldBlock:
            return await self._wait(self._state.receiving)
        await cancel_shielded_checkpoint()
        return value

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.receive()
        except EndOfChannel:
            raise StopAsyncIteration from None

    def close(self):
        if self._closed:
            return
        self._closed = True
        self._count(-1)
        self._turn_away(self._state.receiving, ClosedResourceError, self)
        if self._state.receivers == 0:
            self._turn_away(self._state.sending, BrokenResourceError)
            self._state.values.clear()
