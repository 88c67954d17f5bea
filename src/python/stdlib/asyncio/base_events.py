"""The loop: functions that are ready, functions that are due later, and nothing else.

When nothing is ready, the clock goes to the next timer at once: time is virtual, and nobody waits. When no timer is left
either, nothing can happen any more, and the loop says so instead of waiting for ever.
"""

import collections
import heapq
import sys
import time
import traceback

from _era import since

from . import coroutines, events, futures, tasks
from .coroutines import timeless
from .log import logger

__all__ = ['BaseEventLoop'] + (['Server'] if since(3, 7) else [])

_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5


def _run_until_complete_cb(future):
    if not future.cancelled():
        error = future.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            return
    futures._get_loop(future).stop()


class BaseEventLoop(events.AbstractEventLoop):
    """A loop. It calls what is ready, lets time pass to the next timer, and calls that."""

    def __init__(self):
        self._timer_cancelled_count = 0
        self._closed = False
        self._stopping = False
        self._ready = collections.deque()
        self._scheduled = []
        self._default_executor = None
        self._clock_resolution = 1e-9
        self._running = False
        self._thread_id = None
        self._exception_handler = None
        self._debug = coroutines._is_debug_mode()
        self.slow_callback_duration = 0.1
        self._current_handle = None
        self._task_factory = None
        self._asyncgens = {}
        self._asyncgens_shutdown_called = False
        self._executor_shutdown_called = False

    def __repr__(self):
        return '<%s running=%s closed=%s debug=%s>' % (type(self).__name__, self.is_running(), self.is_closed(), self.get_debug())

    def create_future(self):
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None, **kwargs):
        """A task for the coroutine, on this loop."""
        self._check_closed()
        if self._task_factory is not None:
            if context is not None:
                kwargs['context'] = context
            if since(3, 13) and name is not None:
                kwargs['name'] = name
            task = self._task_factory(self, coro, **kwargs)
            if not since(3, 13):
                tasks._set_task_name(task, name)
            return task
        task = tasks.Task(coro, loop=self, name=name, context=context, **kwargs)
        if task._source_traceback:
            del task._source_traceback[-1]
        return task

    def set_task_factory(self, factory):
        """`factory(loop, coroutine)` makes the tasks from now on; None: the usual ones."""
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def _process_events(self, event_list):
        raise NotImplementedError

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running' if since(3, 6) else 'Event loop is running.')
        if since(3, 6) and events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    def run_forever(self):
        """Runs until `stop()` is called."""
        self._check_closed()
        self._check_running()
        self._running = True
        hooks = None
        if since(3, 6):
            hooks = sys.get_asyncgen_hooks()
            sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook, finalizer=self._asyncgen_finalizer_hook)
        before = events._get_running_loop()
        events._set_running_loop(self)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._running = False
            events._set_running_loop(before)
            if hooks is not None:
                sys.set_asyncgen_hooks(*hooks)

    def run_until_complete(self, future):
        """Runs until the future, or the task made of a coroutine, is done. Gives its result or raises its exception."""
        self._check_closed()
        if since(3, 7):
            self._check_running()
        new_task = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if new_task:
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def stop(self):
        """Lets the loop end after the round that it is in."""
        self._stopping = True

    def close(self):
        """Errors: RuntimeError while it runs. A closed loop stays closed."""
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')
        if self._closed:
            return
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def is_closed(self):
        return self._closed

    def is_running(self):
        return self._running

    def time(self):
        """Seconds on the program's clock."""
        return time.monotonic()

    def call_later(self, delay, callback, *args, context=None):
        """Calls after so many seconds. The handle can cancel it."""
        if delay is None and since(3, 11):
            raise TypeError('delay must not be None')
        timer = self.call_at(self.time() + delay, callback, *args, context=context)
        if timer._source_traceback:
            del timer._source_traceback[-1]
        return timer

    def call_at(self, when, callback, *args, context=None):
        """Calls at that time of `loop.time()`."""
        if when is None and since(3, 11):
            raise TypeError('when cannot be None')
        self._check_closed()
        if self._debug:
            self._check_callback(callback, 'call_at')
        timer = events.TimerHandle(when, callback, args, self, context)
        if timer._source_traceback:
            del timer._source_traceback[-1]
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def call_soon(self, callback, *args, context=None):
        """Calls in the next round, in the order of asking."""
        self._check_closed()
        if self._debug:
            self._check_callback(callback, 'call_soon')
        handle = events.Handle(callback, args, self, context)
        if handle._source_traceback:
            del handle._source_traceback[-1]
        self._ready.append(handle)
        return handle

    _call_soon_in = call_soon

    def _check_callback(self, callback, method):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError('coroutines cannot be used with %s()' % method)
        if not callable(callback):
            raise TypeError('a callable object was expected by %s(), got %r' % (method, callback))

    def call_soon_threadsafe(self, callback, *args, context=None):
        """As call_soon; there is one thread."""
        return self.call_soon(callback, *args, context=context)

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._timer_cancelled_count += 1

    def _run_once(self):
        """One round: everything that is ready now, and nothing that becomes ready meanwhile."""
        timers = self._scheduled
        count = len(timers)
        if count > _MIN_SCHEDULED_TIMER_HANDLES and self._timer_cancelled_count / count > _MIN_CANCELLED_TIMER_HANDLES_FRACTION:
            kept = []
            for handle in timers:
                if handle._cancelled:
                    handle._scheduled = False
                else:
                    kept.append(handle)
            heapq.heapify(kept)
            self._scheduled = timers = kept
            self._timer_cancelled_count = 0
        else:
            while timers and timers[0]._cancelled:
                self._timer_cancelled_count -= 1
                heapq.heappop(timers)._scheduled = False

        ready = self._ready
        timeout = None
        if ready or self._stopping:
            timeout = 0
        elif timers:
            timeout = max(0, timers[0]._when - self.time())
        events_ = self._selector.select(timeout)
        self._process_events(events_)

        end = self.time() + self._clock_resolution
        while timers and timers[0]._when < end:
            handle = heapq.heappop(timers)
            handle._scheduled = False
            ready.append(handle)

        for _ in range(len(ready)):
            handle = ready.popleft()
            if handle._cancelled:
                continue
            if self._debug:
                self._run_watched(handle)
            else:
                handle._run()
        handle = None

    def _run_watched(self, handle):
        self._current_handle = handle
        try:
            started = self.time()
            handle._run()
            took = self.time() - started
            if took >= self.slow_callback_duration:
                logger.warning('Executing %s took %.3f seconds', _format_handle(handle), took)
        finally:
            self._current_handle = None

    # Executors

    def run_in_executor(self, executor, func, *args):
        """Runs the function to its end, in its own time; the result arrives when that time has passed."""
        self._check_closed()
        if self._debug:
            self._check_callback(func, 'run_in_executor')
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError('Executor shutdown has been called')
        if executor is not None:
            return futures.wrap_future(executor.submit(func, *args), loop=self)
        from . import threads

        return threads.run_aside(self, func, args)

    def set_default_executor(self, executor):
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        """Waits for the executor's threads, of which there are none."""
        self._executor_shutdown_called = True

    # Exceptions that nobody catches

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        """`handler(loop, context)` hears of errors in callbacks; None: the default one, which prints them."""
        if handler is not None and not callable(handler):
            raise TypeError('A callable object or None is expected, got %r' % (handler,))
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Prints what went wrong on standard error."""
        message = context.get('message') or 'Unhandled exception in event loop'
        error = context.get('exception')
        if error is not None:
            exc_info = type(error), error, error.__traceback__
        else:
            exc_info = False
        if 'source_traceback' not in context and self._current_handle is not None and self._current_handle._source_traceback:
            context['handle_traceback'] = self._current_handle._source_traceback
        lines = [message]
        for key in sorted(context):
            if key in ('message', 'exception'):
                continue
            value = context[key]
            if key == 'source_traceback':
                value = 'Object created at (most recent call last):\n' + ''.join(traceback.format_list(value)).rstrip()
            elif key == 'handle_traceback':
                value = 'Handle created at (most recent call last):\n' + ''.join(traceback.format_list(value)).rstrip()
            else:
                value = repr(value)
            lines.append('%s: %s' % (key, value))
        logger.error('\n'.join(lines), exc_info=exc_info)

    def call_exception_handler(self, context):
        """Tells the handler, or else the default one; a handler that fails does not stop the loop."""
        if self._exception_handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error('Exception in default exception handler', exc_info=True)
            return
        try:
            self._run_exception_handler(context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            try:
                self.default_exception_handler({
                    'message': 'Unhandled error in exception handler', 'exception': error, 'context': context})
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error('Exception in default exception handler while handling an unexpected error in custom exception handler',
                             exc_info=True)

    def _run_exception_handler(self, context):
        scope = None
        if since(3, 12):
            source = context.get('task') or context.get('future') or context.get('handle')
            get = getattr(source, 'get_context', None)
            scope = get() if get is not None else None
        if scope is not None:
            scope.run(self._exception_handler, self, context)
        else:
            self._exception_handler(self, context)

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    # Asynchronous generators that were begun and not finished

    def _asyncgen_firstiter_hook(self, generator):
        if self._asyncgens_shutdown_called:
            import warnings

            warnings.warn('asynchronous generator %r was scheduled after loop.shutdown_asyncgens() call' % generator,
                          ResourceWarning, source=self)
        self._asyncgens[id(generator)] = generator

    def _asyncgen_finalizer_hook(self, generator):
        self._asyncgens.pop(id(generator), None)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, generator.aclose())

    async def shutdown_asyncgens(self):
        """Closes all asynchronous generators that were begun on this loop."""
        self._asyncgens_shutdown_called = True
        closing = [generator for generator in self._asyncgens.values() if generator.ag_frame is not None]
        self._asyncgens.clear()
        if not closing:
            return
        results = await tasks.gather(*[generator.aclose() for generator in closing], return_exceptions=True)
        for result, generator in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': 'an error occurred during closing of asynchronous generator %r' % generator,
                    'exception': result, 'asyncgen': generator})


def _format_handle(handle):
    callback = handle._callback
    owner = getattr(callback, '__self__', None)
    if isinstance(owner, tasks.Task):
        return repr(owner)
    return str(handle)


class Server(events.AbstractServer):
    """What create_server gives."""
