"""Handles, the interface of event loops, and the policies that say which loop is the current one.

Source: PEP 3156, "Event Loop Interface"; https://docs.python.org/3/library/asyncio-eventloop.html
"""

import sys
from _asyncio import _get_running_loop, _set_running_loop
from _era import since
from _lanes import arrange, begin, end, traced
from _quick import quickened

from . import format_helpers

if not since(3, 7):
    from .format_helpers import _format_callback_source, _get_function_source

_contexts = since(3, 7)
if _contexts:
    from _contextvars import copy_context


def carrying(context):
    """How a context is passed on to a method that a program may have replaced: before 3.7 none of them knew the word."""
    return {"context": context} if _contexts else {}


class Handle:
    """A callback that the loop will call, unless it is cancelled first."""

    _cancelled = False
    _repr = None
    _source_traceback = None
    # For the trace: where it was arranged.
    _lane = 0

    def __init__(self, callback, args, loop, context=None):
        self._context = copy_context() if context is None and _contexts else context
        self._loop = loop
        self._callback = callback
        self._args = args
        if traced:
            self._lane = arrange(callback, args)
        if loop.get_debug():
            self._source_traceback = format_helpers.extract_stack(sys._getframe(1))

    def _repr_info(self):
        info = [type(self).__name__]
        if self._cancelled:
            info.append("cancelled")
        if self._callback is not None:
            debug = self._loop.get_debug()
            info.append(format_helpers._format_callback_source(self._callback, self._args, debug=debug))
        if self._source_traceback:
            frame = self._source_traceback[-1]
            info.append(f"created at {frame[0]}:{frame[1]}")
        return info

    def __repr__(self):
        return self._repr if self._repr is not None else f"<{' '.join(self._repr_info())}>"

    def get_context(self):
        return self._context

    def cancel(self):
        """Takes the callback back."""
        if not self._cancelled:
            self._cancelled = True
            if self._loop.get_debug():
                self._repr = repr(self)
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            if self._context is None:
                self._callback(*self._args)
            else:
                self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if not since(3, 8) and not isinstance(error, Exception):
                raise
            debug = self._loop.get_debug()
            callback = format_helpers._format_callback_source(self._callback, self._args, debug=debug)
            context = {"message": f"Exception in callback {callback}", "exception": error, "handle": self}
            if self._source_traceback:
                context["source_traceback"] = self._source_traceback
            self._loop.call_exception_handler(context)


if traced:
    _run_untraced = Handle._run

    def _run(self):
        begin(self._callback, None, self._lane)
        try:
            _run_untraced(self)
        finally:
            end()

    Handle._run = _run

quickened(Handle)


@quickened
class TimerHandle(Handle):
    """A callback for a moment of the loop's clock."""

    def __init__(self, when, callback, args, loop, context=None):
        if since(3, 12) and when is None:
            raise AssertionError
        super().__init__(callback, args, loop, context)
        if self._source_traceback:
            del self._source_traceback[-1]
        self._when = when
        self._scheduled = False

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, f"when={self._when}")
        return info

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when or self.__eq__(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when or self.__eq__(other)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, TimerHandle):
            return (
                self._when == other._when
                and self._callback == other._callback
                and self._args == other._args
                and self._cancelled == other._cancelled
            )
        return NotImplemented

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def when(self):
        """The moment, by the loop's clock."""
        return self._when


if not since(3, 7):
    del Handle.cancelled, TimerHandle.when
if not since(3, 12):
    del Handle.get_context


class AbstractServer:
    """What `create_server` returns."""

    def close(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


def _not_implemented(name, waits):
    if waits:

        async def method(self, *args, **kwargs):
            raise NotImplementedError

    else:

        def method(self, *args, **kwargs):
            raise NotImplementedError

    method.__name__ = name
    method.__qualname__ = f"AbstractEventLoop.{name}"
    return method


class AbstractEventLoop:
    """The interface of an event loop: every method raises NotImplementedError."""


for _name in (
    "run_forever run_until_complete stop is_running is_closed close call_soon call_later call_at time create_future create_task call_soon_threadsafe "
    "run_in_executor set_default_executor add_reader remove_reader add_writer remove_writer add_signal_handler remove_signal_handler set_task_factory "
    "get_task_factory get_exception_handler set_exception_handler default_exception_handler call_exception_handler get_debug set_debug _timer_handle_cancelled"
).split():
    setattr(AbstractEventLoop, _name, _not_implemented(_name, False))
for _name in (
    "shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo create_connection create_server start_tls sendfile create_unix_connection "
    "create_unix_server connect_accepted_socket create_datagram_endpoint connect_read_pipe connect_write_pipe subprocess_shell subprocess_exec sock_recv "
    "sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall sock_sendto sock_connect sock_accept sock_sendfile"
).split():
    setattr(AbstractEventLoop, _name, _not_implemented(_name, True))


class AbstractEventLoopPolicy:
    """Says which loop is current, and makes new ones."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One current loop, made when it is first asked for; until 3.13."""

    _loop_factory = None
    _thread = "MainThread"

    def __init__(self):
        self._loop = None
        self._set_called = False

    def get_event_loop(self):
        """The current loop. RuntimeError when there is none and none may be made."""
        if self._loop is None and not self._set_called and not since(3, 14):
            if since(3, 12):
                import warnings

                depth, frame = 2, sys._getframe(1)
                while frame is not None and frame.f_globals.get("__name__", "").split(".")[0] == "asyncio":
                    depth, frame = depth + 1, frame.f_back
                warnings.warn("There is no current event loop", DeprecationWarning, stacklevel=depth)
            self.set_event_loop(self.new_event_loop())
        if self._loop is None:
            raise RuntimeError(f"There is no current event loop in thread {self._thread!r}.")
        return self._loop

    def set_event_loop(self, loop):
        """Makes a loop, or None, the current one."""
        self._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            if since(3, 11):
                raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
            raise AssertionError
        self._loop = loop

    def new_event_loop(self):
        return self._loop_factory()


_event_loop_policy = None


def _leave_thread(name):
    """For executors: in their threads no loop runs, and none is current."""
    policy = get_event_loop_policy()
    state = _get_running_loop(), getattr(policy, "_loop", None), getattr(policy, "_set_called", None), getattr(policy, "_thread", None)
    _set_running_loop(None)
    policy._loop, policy._set_called, policy._thread = None, True, name
    return state


def _return_to_thread(state):
    policy = get_event_loop_policy()
    running, policy._loop, policy._set_called, policy._thread = state
    _set_running_loop(running)


def get_running_loop():
    """The loop that is running. RuntimeError when none is. Since 3.7."""
    loop = _get_running_loop()
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop_policy():
    """The policy that is in force."""
    global _event_loop_policy
    if _event_loop_policy is None:
        from . import DefaultEventLoopPolicy

        _event_loop_policy = DefaultEventLoopPolicy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    """Puts a policy, or with None the default one, in force."""
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        if since(3, 11):
            raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
        raise AssertionError
    _event_loop_policy = policy


_get_event_loop_policy, _set_event_loop_policy = get_event_loop_policy, set_event_loop_policy


def get_event_loop():
    """The running loop, since 3.5.3; or else the policy's current one."""
    loop = _get_running_loop() if since(3, 5) else None
    return loop if loop is not None else get_event_loop_policy().get_event_loop()


_loop_for_future = get_event_loop
if since(3, 10) and not since(3, 12):

    def _get_event_loop(stacklevel=3):
        return get_event_loop()


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    return get_event_loop_policy().set_child_watcher(watcher)
