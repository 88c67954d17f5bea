"""What a loop is asked to call, and how a program finds its loop."""

import sys
import traceback

from _era import since

from . import format_helpers

__all__ = [
    'AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle', 'get_event_loop', 'set_event_loop', 'new_event_loop',
]
_policies = ['AbstractEventLoopPolicy', 'get_event_loop_policy', 'set_event_loop_policy']
if not since(3, 14):
    __all__ += _policies + ['get_child_watcher', 'set_child_watcher']
if since(3, 7):
    __all__ += ['get_running_loop', '_get_running_loop', '_set_running_loop']


class Handle:
    """A call that the loop will make. `cancel()` takes it back."""

    __slots__ = ('_callback', '_args', '_cancelled', '_loop', '_source_traceback', '_repr', '__weakref__', '_context')

    def __init__(self, callback, args, loop, context=None):
        if context is None and copy_context is not None:
            context = copy_context()
        self._context = context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False
        self._repr = None
        self._source_traceback = None
        if loop.get_debug():
            self._source_traceback = traceback.extract_stack(sys._getframe(1))

    def _repr_info(self):
        info = [type(self).__name__]
        if self._cancelled:
            info.append('cancelled')
        if self._callback is not None:
            info.append(format_helpers._format_callback_source(self._callback, self._args))
        if self._source_traceback:
            frame = self._source_traceback[-1]
            info.append('created at %s:%s' % (frame[0], frame[1]))
        return info

    def __repr__(self):
        if self._repr is not None:
            return self._repr
        return '<%s>' % ' '.join(self._repr_info())

    def get_context(self):
        return self._context

    def cancel(self):
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
            what = format_helpers._format_callback_source(self._callback, self._args)
            context = {'message': 'Exception in callback ' + what, 'exception': error, 'handle': self}
            if self._source_traceback:
                context['source_traceback'] = self._source_traceback
            self._loop.call_exception_handler(context)
        self = None


class TimerHandle(Handle):
    """A call at a certain time of the loop's clock."""

    __slots__ = ['_scheduled', '_when']

    def __init__(self, when, callback, args, loop, context=None):
        if when is None:
            raise AssertionError
        super().__init__(callback, args, loop, context)
        if self._source_traceback:
            del self._source_traceback[-1]
        self._when = when
        self._scheduled = False

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, 'when=%s' % self._when)
        return info

    def __hash__(self):
        return hash(self._when)

    def __lt__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when or self == other
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when or self == other
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, TimerHandle):
            return (self._when == other._when and self._callback == other._callback
                    and self._args == other._args and self._cancelled == other._cancelled)
        return NotImplemented

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def when(self):
        return self._when


if since(3, 7):
    from contextvars import copy_context
else:
    copy_context = None


class AbstractServer:
    """What listens for connections."""

    def close(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    def get_loop(self):
        raise NotImplementedError

    def is_serving(self):
        raise NotImplementedError

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class AbstractEventLoop:
    """The interface of loops: every method is for a subclass to write."""


def _unwritten(name, awaited):
    if awaited:

        async def method(self, *args, **kwargs):
            raise NotImplementedError
    else:

        def method(self, *args, **kwargs):
            raise NotImplementedError

    method.__name__ = name
    method.__qualname__ = 'AbstractEventLoop.' + name
    return method


for _name in '''run_forever run_until_complete stop is_running is_closed close _timer_handle_cancelled call_later call_at time
        create_future create_task call_soon_threadsafe run_in_executor set_default_executor add_reader remove_reader add_writer
        remove_writer add_signal_handler remove_signal_handler set_task_factory get_task_factory get_exception_handler
        set_exception_handler default_exception_handler call_exception_handler get_debug set_debug call_soon'''.split():
    setattr(AbstractEventLoop, _name, _unwritten(_name, False))
for _name in '''shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo create_connection create_server start_tls sendfile
        create_unix_connection create_unix_server connect_accepted_socket create_datagram_endpoint connect_read_pipe
        connect_write_pipe subprocess_shell subprocess_exec sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall
        sock_sendto sock_connect sock_accept sock_sendfile'''.split():
    setattr(AbstractEventLoop, _name, _unwritten(_name, True))
del _name


class _Running:
    loop = None


def _get_running_loop():
    """The loop that runs at this moment, or None."""
    return _Running.loop


def _set_running_loop(loop):
    _Running.loop = loop


def get_running_loop():
    """The loop that runs at this moment. Errors: RuntimeError outside of one."""
    loop = _Running.loop
    if loop is None:
        raise RuntimeError('no running event loop')
    return loop


class AbstractEventLoopPolicy:
    """Decides which loop belongs to whom."""

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
    """One loop for the program, made when it is first asked for (until 3.13)."""

    _loop_factory = None

    def __init__(self):
        self._loop = None
        self._set_called = False

    def get_event_loop(self):
        if self._loop is None and not self._set_called and not since(3, 14):
            if since(3, 12):
                import warnings

                level, frame = 2, sys._getframe(1)
                while frame and (frame.f_globals.get('__name__') or '').split('.')[0] == 'asyncio':
                    level, frame = level + 1, frame.f_back
                warnings.warn('There is no current event loop', DeprecationWarning, stacklevel=level)
            self.set_event_loop(self.new_event_loop())
        if self._loop is None:
            raise RuntimeError('There is no current event loop in thread %r.' % 'MainThread')
        return self._loop

    def set_event_loop(self, loop):
        self._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            if since(3, 11):
                raise TypeError("loop must be an instance of AbstractEventLoop or None, not '%s'" % type(loop).__name__)
            raise AssertionError
        self._loop = loop

    def new_event_loop(self):
        return self._loop_factory()


_policy = None


def get_event_loop_policy():
    """The policy in force; the default one, if none was set."""
    global _policy
    if _policy is None:
        from .unix_events import DefaultEventLoopPolicy

        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        if since(3, 11):
            raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, not '%s'" % type(policy).__name__)
        raise AssertionError
    _policy = policy


def get_event_loop():
    """The running loop (since 3.5.3), or the one of the policy."""
    if _Running.loop is not None:
        return _Running.loop
    return get_event_loop_policy().get_event_loop()


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()


def get_child_watcher():
    raise NotImplementedError('asyncio: there are no processes here, and so no child watchers')


def set_child_watcher(watcher):
    raise NotImplementedError('asyncio: there are no processes here, and so no child watchers')
