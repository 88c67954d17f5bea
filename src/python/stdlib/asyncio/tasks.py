"""Task: carries a coroutine from future to future; and the ways of waiting for several."""

import functools
import inspect
import itertools
import sys
import types

from _era import since

from . import coroutines, events, exceptions, futures
from .coroutines import timeless
from .futures import _PENDING, Future

if since(3, 7):
    from contextvars import copy_context
else:
    copy_context = lambda: None

__all__ = [
    'Task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait', 'wait_for', 'as_completed', 'sleep', 'gather', 'shield',
]
if since(3, 4):
    __all__ += ['ensure_future', 'run_coroutine_threadsafe']
if since(3, 7):
    __all__ += ['create_task', 'current_task', 'all_tasks', '_register_task', '_unregister_task', '_enter_task', '_leave_task']
if since(3, 12):
    __all__ += ['eager_task_factory', 'create_eager_task_factory']

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

_numbers = itertools.count(1)
_alive = {}
_current_tasks = {}


def _register_task(task):
    _alive[task] = None


def _unregister_task(task):
    _alive.pop(task, None)


def _enter_task(loop, task):
    before = _current_tasks.get(loop)
    if before is not None:
        raise RuntimeError('Cannot enter into task %r while another task %r is being executed.' % (task, before))
    _current_tasks[loop] = task


def _leave_task(loop, task):
    before = _current_tasks.get(loop)
    if before is not task:
        raise RuntimeError('Leaving task %r does not match the current task %r.' % (task, before))
    del _current_tasks[loop]


def _swap_current_task(loop, task):
    before = _current_tasks.pop(loop, None)
    if task is not None:
        _current_tasks[loop] = task
    return before


def _all_tasks_of(loop):
    return [task for task in _alive if futures._get_loop(task) is loop]


def current_task(loop=None):
    """The task that runs now, or None."""
    if loop is None:
        loop = events.get_running_loop()
    return _current_tasks.get(loop)


def all_tasks(loop=None):
    """The set of the loop's tasks that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in _all_tasks_of(loop) if not task.done()}


class _Wakeup:
    """The callback by which a future wakes a task."""

    __slots__ = ('task',)

    def __init__(self, task):
        self.task = task

    def __call__(self, future):
        self.task._wakeup(future)


_Wakeup.__name__ = _Wakeup.__qualname__ = 'TaskWakeupMethWrapper'


class Task(Future):
    """A future whose result is that of a coroutine, which it drives."""

    _log_destroy_pending = True

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        super().__init__(loop=loop)
        if self._source_traceback:
            del self._source_traceback[-1]
        if not coroutines.iscoroutine(coro):
            self._log_destroy_pending = False
            if not since(3, 5):
                raise AssertionError(repr(coro))
            raise TypeError('a coroutine was expected, got %r' % (coro,))
        self._name = 'Task-%d' % next(_numbers) if name is None else name if type(name) is str else str(name)
        self._num_cancels_requested = 0
        self._must_cancel = False
        self._fut_waiter = None
        self._coro = coro
        self._context = copy_context() if context is None else context
        if eager_start and self._loop.is_running():
            self._eager_start()
        else:
            self._loop.call_soon(self._step, context=self._context)
            _register_task(self)

    def __del__(self):
        if self._state is _PENDING and self._log_destroy_pending:
            context = {'task': self, 'message': 'Task was destroyed but it is pending!'}
            if self._source_traceback:
                context['source_traceback'] = self._source_traceback
            self._loop.call_exception_handler(context)
        super().__del__()

    if not since(3, 9):

        @classmethod
        def current_task(cls, loop=None):
            """The task that runs now, or None."""
            return _current_tasks.get(events.get_event_loop() if loop is None else loop)

        @classmethod
        def all_tasks(cls, loop=None):
            """All tasks of the loop, finished ones too while they live."""
            return set(_all_tasks_of(events.get_event_loop() if loop is None else loop))

    def _repr_info(self):
        info = super()._repr_info()
        state = info[0].split(' ')
        if self._must_cancel:
            state[1] = 'cancelling'
        elif since(3, 12) and self._num_cancels_requested and not self.done() and False:
            state[1] = 'cancelling'
        head = [' '.join(state)]
        if since(3, 8):
            head.append('name=%r' % self._name)
        head.append('coro=<%s>' % coroutines._format_coroutine(self._coro))
        if self._fut_waiter is not None:
            head.append('wait_for=%r' % (self._fut_waiter,))
        return head + info[1:]

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception):
        raise RuntimeError('Task does not support set_exception operation')

    def get_stack(self, *, limit=None):
        """The frames where it stands: the innermost for a suspended one, the traceback's for one that failed."""
        return _frames(self, limit)

    def print_stack(self, *, limit=None, file=None):
        import linecache
        import traceback

        if file is None:
            file = sys.stderr
        frames = _frames(self, limit)
        if not frames:
            print('No stack for %r' % self, file=file)
            return
        if self._exception is not None:
            print('Traceback for %r (most recent call last):' % self, file=file)
        else:
            print('Stack for %r (most recent call last):' % self, file=file)
        for frame in frames:
            line = linecache.getline(frame.f_code.co_filename, frame.f_lineno).strip() or None
            print(''.join(traceback.format_list([(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, line)])),
                  file=file, end='')
        if self._exception is not None:
            print(''.join(traceback.format_exception_only(type(self._exception), self._exception)), file=file, end='')

    def cancel(self, msg=None):
        """Asks the coroutine to leave: CancelledError is thrown into it at its next turn."""
        self._log_traceback = False
        if self.done():
            return False
        self._num_cancels_requested += 1
        waiter = self._fut_waiter
        if waiter is not None and (waiter.cancel(msg) if since(3, 9) and msg is not None else waiter.cancel()):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        """How many requests to cancel are open."""
        return self._num_cancels_requested

    def uncancel(self):
        """Takes one request back, once it has been dealt with."""
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
            if self._num_cancels_requested == 0 and since(3, 13):
                self._must_cancel = False
        return self._num_cancels_requested

    def _eager_start(self):
        before = _swap_current_task(self._loop, self)
        try:
            _register_task(self)
            try:
                self._context.run(self._run_step, None)
            finally:
                if self.done():
                    _unregister_task(self)
        finally:
            _swap_current_task(self._loop, before)
            if self.done():
                self._coro = None
                self = None

    def _step(self, error=None):
        """Lets the coroutine run to the next future that it waits for."""
        if self._state is not _PENDING:
            raise exceptions.InvalidStateError('_step(): already done: %r, %r' % (self, error))
        loop = self._loop
        _enter_task(loop, self)
        try:
            self._run_step(error)
        finally:
            _leave_task(loop, self)
            self = None

    def _run_step(self, error):
        coro = self._coro
        if self._must_cancel:
            if not isinstance(error, exceptions.CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        try:
            result = coro.send(None) if error is None else coro.throw(error)
        except StopIteration as end:
            if self._must_cancel:
                self._must_cancel = False
                super().cancel(self._cancel_message)
            else:
                super().set_result(end.value)
            _unregister_task(self)
        except exceptions.CancelledError as error:
            self._cancelled_exc = error
            super().cancel()
            _unregister_task(self)
        except (KeyboardInterrupt, SystemExit) as error:
            super().set_exception(error)
            _unregister_task(self)
            raise
        except BaseException as error:
            super().set_exception(error)
            _unregister_task(self)
            if not since(3, 8) and not isinstance(error, Exception):
                raise
        else:
            self._wait_for_what(result)
        finally:
            self = None

    def _wait_for_what(self, result):
        blocking = getattr(result, '_asyncio_future_blocking', None)
        trouble = None
        if blocking is not None:
            if futures._get_loop(result) is not self._loop:
                trouble = RuntimeError('Task %r got Future %r attached to a different loop' % (self, result))
            elif not blocking:
                trouble = RuntimeError('yield was used instead of yield from in task %r with %r' % (self, result))
            elif result is self:
                trouble = RuntimeError('Task cannot await on itself: %r' % (self,))
            else:
                result._asyncio_future_blocking = False
                if since(3, 7):
                    result.add_done_callback(self._wakeup, context=self._context)
                else:
                    result.add_done_callback(self._wakeup)
                self._fut_waiter = result
                if self._must_cancel:
                    message = self._cancel_message
                    if result.cancel(msg=message) if since(3, 9) and message is not None else result.cancel():
                        self._must_cancel = False
                return
        elif result is None:
            self._loop.call_soon(self._step, context=self._context)
            return
        elif inspect.isgenerator(result):
            trouble = RuntimeError('yield was used instead of yield from for generator in task %r with %r' % (self, result))
        else:
            trouble = RuntimeError('Task got bad yield: %r' % (result,))
        self._loop.call_soon(self._step, trouble, context=self._context)

    def _make_cancelled_error(self):
        error = getattr(self, '_cancelled_exc', None)
        if error is not None and self._state is not _PENDING:
            self._cancelled_exc = None
            return error
        return super()._make_cancelled_error()

    def _wakeup(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()
        self = None


_PyTask = Task


def _frames(task, limit):
    frames = []
    coro = task._coro
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    if frame is not None:
        while frame is not None and (limit is None or limit > 0):
            if limit is not None:
                limit -= 1
            frames.append(frame)
            frame = frame.f_back
        frames.reverse()
    elif task._exception is not None:
        tb = task._exception.__traceback__
        while tb is not None and (limit is None or limit > 0):
            if limit is not None:
                limit -= 1
            frames.append(tb.tb_frame)
            tb = tb.tb_next
    return frames


def _set_task_name(task, name):
    if name is not None:
        setter = getattr(task, 'set_name', None)
        if setter is not None:
            setter(name)


def create_task(coro, *, name=None, context=None, **kwargs):
    """A task for the coroutine, on the running loop."""
    loop = events.get_running_loop()
    if context is not None:
        kwargs['context'] = context
    if since(3, 8):
        kwargs['name'] = name
    return loop.create_task(coro, **kwargs)


async def _wrap_awaitable(awaitable):
    return await awaitable


def ensure_future(thing, *, loop=None):
    """The future itself, or a task for a coroutine or another awaitable."""
    if futures.isfuture(thing):
        if loop is not None and loop is not futures._get_loop(thing):
            raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
        return thing
    if not coroutines.iscoroutine(thing):
        if not (since(3, 5) and inspect.isawaitable(thing)):
            if since(3, 5):
                raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
            raise TypeError('A Future or coroutine is required')
        thing = _wrap_awaitable(thing)
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(thing)
    except RuntimeError:
        thing.close()
        raise


if not since(3, 7):
    globals()['async'] = ensure_future
    __all__.append('async')


@types.coroutine
def _pass():
    yield


@timeless
async def sleep(delay, result=None, *, loop=None):
    """Waits so many seconds of virtual time; not at all, but for one round of the loop, when that is 0 or less."""
    if delay <= 0:
        await _pass()
        return result
    if since(3, 13) and delay != delay:
        raise ValueError('Invalid delay: NaN (not a number)')
    if loop is None:
        loop = events.get_event_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


@timeless
async def wait(fs, *, loop=None, timeout=None, return_when=ALL_COMPLETED):
    """Waits for all, or as `return_when` says; gives two sets, done and pending. Cancels nothing."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError('expect a list of futures, not ' + type(fs).__name__)
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.' if since(3, 11) else 'Set of coroutines/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError('Invalid return_when value: ' + str(return_when))
    fs = set(fs)
    if since(3, 11) and any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    if loop is None:
        loop = events.get_event_loop()
    return await _wait({ensure_future(f, loop=loop) for f in fs}, timeout, return_when, loop)


async def _wait(fs, timeout, return_when, loop):
    open_ = len([f for f in fs if not f.done()])
    if not open_ or (return_when != ALL_COMPLETED and open_ < len(fs) and (
            return_when == FIRST_COMPLETED or any(f.done() and not f.cancelled() and f.exception() is not None for f in fs))):
        return {f for f in fs if f.done()}, {f for f in fs if not f.done()}
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _release_waiter, waiter)
    left = len(fs)

    def _on_completion(future):
        nonlocal left
        left -= 1
        if left <= 0 or return_when == FIRST_COMPLETED or (
                return_when == FIRST_EXCEPTION and not future.cancelled() and future.exception() is not None):
            if timer is not None:
                timer.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)
    return {f for f in fs if f.done()}, {f for f in fs if not f.done()}


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _cancel_and_wait(future, loop):
    waiter = loop.create_future()
    callback = functools.partial(_release_waiter, waiter)
    future.add_done_callback(callback)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(callback)


@timeless
async def wait_for(fut, timeout, *, loop=None):
    """Waits at most so many seconds; then cancels what it waits for and raises TimeoutError."""
    if since(3, 12):
        from . import timeouts

        if fut is not None and not futures.isfuture(fut) and not coroutines.iscoroutine(fut) and not inspect.isawaitable(fut):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        if timeout is not None and timeout <= 0:
            fut = ensure_future(fut)
            if fut.done():
                return fut.result()
            await _cancel_and_wait(fut, events.get_running_loop())
            try:
                return fut.result()
            except exceptions.CancelledError as error:
                raise TimeoutError from error
        async with timeouts.timeout(timeout):
            return await fut
    if loop is None:
        loop = events.get_event_loop()
    if timeout is None:
        return await fut if since(3, 5) else await ensure_future(fut, loop=loop)
    if timeout <= 0 and since(3, 7):
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        if since(3, 8):
            await _cancel_and_wait(fut, loop)
            try:
                return fut.result()
            except exceptions.CancelledError as error:
                raise exceptions.TimeoutError() from error
        fut.cancel()
        raise exceptions.TimeoutError()
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release_waiter, waiter)
    callback = functools.partial(_release_waiter, waiter)
    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(callback)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if since(3, 9) and fut.done():
                return fut.result()
            fut.remove_done_callback(callback)
            if since(3, 9):
                await _cancel_and_wait(fut, loop)
            else:
                fut.cancel()
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(callback)
        if not since(3, 7):
            fut.cancel()
            raise exceptions.TimeoutError()
        await _cancel_and_wait(fut, loop)
        if not since(3, 10):
            raise exceptions.TimeoutError()
        try:
            return fut.result()
        except exceptions.CancelledError as error:
            raise exceptions.TimeoutError() from error
    finally:
        timer.cancel()


class _AsCompleted:
    """The results of several futures, as they come: for `for` and, since 3.13, `async for`."""

    def __init__(self, fs, timeout, loop):
        from .queues import Queue

        self._done = Queue()
        self._todo = {ensure_future(f, loop=loop) for f in set(fs)}
        self._left = len(self._todo)
        self._timer = None
        for f in self._todo:
            f.add_done_callback(self._on_completion)
        if self._todo and timeout is not None:
            self._timer = loop.call_later(timeout, self._on_timeout)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._left:
            raise StopAsyncIteration
        self._left -= 1
        return await self._wait_for_one(True)

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one()

    def _on_timeout(self):
        for f in self._todo:
            f.remove_done_callback(self._on_completion)
            self._done.put_nowait(None)
        self._todo.clear()

    def _on_completion(self, future):
        if not self._todo:
            return
        self._todo.remove(future)
        self._done.put_nowait(future)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    async def _wait_for_one(self, resolve=False):
        future = await self._done.get()
        if future is None:
            raise exceptions.TimeoutError
        return future if resolve and False else (future if resolve else future.result())


def as_completed(fs, *, loop=None, timeout=None):
    """Coroutines (and, by `async for`, the futures) in the order in which the results come."""
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError('expect an iterable of futures, not %s' % type(fs).__name__)
    if loop is None:
        loop = events.get_event_loop()
    iterator = _AsCompleted(fs, timeout, loop)
    if since(3, 13):
        return iterator
    _AsCompleted._wait_for_one = timeless(_AsCompleted._wait_for_one)
    return (iterator._wait_for_one() for _ in range(iterator._left))


class _GatheringFuture(Future):
    """What gather gives: to cancel it is to cancel all that it waits for."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        asked = False
        for child in self._children:
            if child.cancel(msg) if since(3, 9) and msg is not None else child.cancel():
                asked = True
        if asked:
            self._cancel_requested = True
        return asked


def gather(*coros_or_futures, loop=None, return_exceptions=False):
    """A future for the list of all results, in the order of the arguments; the first exception comes out at once."""
    if not coros_or_futures:
        outer = (events.get_event_loop() if loop is None else loop).create_future()
        outer.set_result([])
        return outer
    children = []
    seen = {}
    finished = 0
    outer = None

    def _done_callback(future):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not future.cancelled():
                future.exception()
            return
        if not return_exceptions:
            if future.cancelled():
                outer.set_exception(future._make_cancelled_error())
                return
            error = future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished == len(seen):
            results = []
            for child in children:
                if child.cancelled():
                    results.append(exceptions.CancelledError(*(
                        () if getattr(child, '_cancel_message', None) is None or not since(3, 9) else (child._cancel_message,))))
                else:
                    results.append(child.exception() or child.result())
            if outer._cancel_requested and since(3, 7):
                outer.set_exception(future._make_cancelled_error() if future.cancelled() else exceptions.CancelledError())
            else:
                outer.set_result(results)

    for thing in coros_or_futures:
        child = seen.get(thing)
        if child is None:
            child = ensure_future(thing, loop=loop)
            if loop is None:
                loop = futures._get_loop(child)
            if child is not thing:
                child._log_destroy_pending = False
            seen[thing] = child
            child.add_done_callback(_done_callback)
        children.append(child)
    outer = _GatheringFuture(children, loop=loop)
    if all(child.done() for child in seen.values()) and finished == len(seen):
        pass
    return outer


def shield(arg, *, loop=None):
    """A future that ends as the inner one does, but whose cancellation does not reach it."""
    inner = ensure_future(arg, loop=loop)
    if inner.done():
        return inner
    outer = futures._get_loop(inner).create_future()

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
        else:
            error = inner.exception()
            if error is not None:
                outer.set_exception(error)
            else:
                outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def run_coroutine_threadsafe(coro, loop):
    raise NotImplementedError('asyncio.run_coroutine_threadsafe: there is one thread here; use loop.create_task(coroutine)')


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks run at once, up to their first real wait."""

    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)
