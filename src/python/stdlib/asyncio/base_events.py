"""The event loop: a queue of callbacks that are ready, and a heap of those that have a time.

Its clock is the program's, and virtual: when nothing is ready, it jumps to the next timer. When there is no timer either, nothing can ever happen,
and the run ends with an error that says what everybody waits for.
Source: PEP 3156, "Event Loop Interface"; https://docs.python.org/3/library/asyncio-eventloop.html
"""

import heapq
import sys
import time
from _collections import deque
from _era import native, settle, since
from _lanes import timer as tell_timer, traced
from _quick import quickened

from . import coroutines, events, futures, tasks
from .connections import Connecting, _interleave_addrinfos, _ipaddr_info
from .log import logger
from .servers import Server

__all__ = ("BaseEventLoop",)
# A cancelled timer stays in the heap until it is reached, or until this many have gathered and are more than half of all.
_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5
_IDLE_ROUND = 0.01
MAXIMUM_SELECT_TIMEOUT = 24 * 3600
_unset = object()
_none_is_no_time = since(3, 11)


def _run_until_complete_cb(fut):
    if not fut.cancelled() and isinstance(fut.exception(), (SystemExit, KeyboardInterrupt)):
        return
    futures._get_loop(fut).stop()


@quickened
class BaseEventLoop(Connecting, events.AbstractEventLoop):
    """An event loop without anything to wait for but its timers; subclasses add `_selector`."""

    def __init__(self):
        self._timer_cancelled_count = 0
        self._closed = False
        self._stopping = False
        self._ready = deque()
        self._scheduled = []
        self._default_executor = None
        self._internal_fds = 0
        self._thread_id = None
        self._clock_resolution = 1e-9
        self._exception_handler = None
        self.set_debug(coroutines._is_debug_mode())
        self.slow_callback_duration = 0.1
        self._current_handle = None
        self._task_factory = None
        self._coroutine_origin_tracking_enabled = False
        self._asyncgens = {}
        self._asyncgens_shutdown_called = False
        self._executor_shutdown_called = False

    def __repr__(self):
        return f"<{type(self).__name__} running={self.is_running()} closed={self.is_closed()} debug={self.get_debug()}>"

    # Futures and tasks

    def create_future(self):
        """A future of this loop."""
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None, **kwargs):
        """A task that runs the coroutine; it begins on the next round."""
        self._check_closed()
        if self._task_factory is None:
            # Until 3.12 a task was numbered even when it then got a name.
            named_later = name is not None and not since(3, 13)
            task = tasks.Task(coro, loop=self, name=None if named_later else name, context=context, **kwargs)
            if named_later:
                task.set_name(name)
            if task._source_traceback:
                del task._source_traceback[-1]
            return task
        if since(3, 13) and kwargs:
            return self._task_factory(self, coro, name=name, context=context, **kwargs)
        task = self._task_factory(self, coro) if context is None else self._task_factory(self, coro, context=context)
        if name is not None and hasattr(task, "set_name"):
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        """A callable `(loop, coro)` that makes the tasks from now on, or None."""
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # Running

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running" if since(3, 6) else "Event loop is running.")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self):
        """Runs until `stop()` is called."""
        self._run_forever_setup()
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._run_forever_cleanup()

    def _run_forever_setup(self):
        """Makes this the loop that runs: for loops that have a `run_forever` of their own, in 3.13."""
        self._check_closed()
        self._check_running()
        self._set_coroutine_origin_tracking(self._debug)
        self._thread_id = 1
        if since(3, 6):
            self._old_agen_hooks = sys.get_asyncgen_hooks()
            sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook, finalizer=self._asyncgen_finalizer_hook)
        events._set_running_loop(self)

    def _run_forever_cleanup(self):
        self._stopping = False
        self._thread_id = None
        events._set_running_loop(None)
        self._set_coroutine_origin_tracking(False)
        if since(3, 6):
            sys.set_asyncgen_hooks(*self._old_agen_hooks)

    def run_until_complete(self, future):
        """Runs until the future or coroutine is done; returns its result or raises its exception."""
        self._check_closed()
        if since(3, 7):
            self._check_running()
        new_task = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if new_task:
            # If the run is cut short, that is the news, not the pending task.
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except BaseException:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        """Ends the run after this round."""
        self._stopping = True

    def close(self):
        """Forgets what was scheduled. A closed loop cannot be used again."""
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self._closed:
            return
        if self._debug:
            logger.debug("Close %r", self)
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        self._executor_shutdown_called = True
        executor, self._default_executor = self._default_executor, None
        if executor is not None:
            executor.shutdown(wait=False)

    def is_closed(self):
        return self._closed

    def is_running(self):
        return self._thread_id is not None

    # Callbacks

    def time(self):
        """Seconds of the loop's clock: the program's virtual one."""
        return time.monotonic()

    def call_later(self, delay, callback, *args, context=None):
        """Calls `callback(*args)` after `delay` seconds. Returns a handle, with which it can be cancelled."""
        if delay is None and _none_is_no_time:
            raise TypeError("delay must not be None")
        timer = self.call_at(self.time() + delay, callback, *args, **events.carrying(context))
        if timer._source_traceback:
            del timer._source_traceback[-1]
        return timer

    def call_at(self, when, callback, *args, context=None):
        """Calls `callback(*args)` at a moment of the loop's clock."""
        if when is None and _none_is_no_time:
            raise TypeError("when cannot be None")
        self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_at")
        # To the nanosecond, so that 0.1 s after 0.2 s and 0.3 s are one moment.
        timer = events.TimerHandle(round(when, 9), callback, args, self, context)
        if timer._source_traceback:
            del timer._source_traceback[-1]
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def call_soon(self, callback, *args, context=None):
        """Calls `callback(*args)` on the next round, after those that were scheduled before."""
        if self._closed:
            self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_soon")
        handle = events.Handle(callback, args, self, context)
        if handle._source_traceback:
            del handle._source_traceback[-1]
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        """The same as `call_soon`: there is one thread."""
        self._check_closed()
        if self._debug:
            self._check_callback(callback, "call_soon_threadsafe")
        handle = events.Handle(callback, args, self, context)
        if handle._source_traceback:
            del handle._source_traceback[-1]
        self._ready.append(handle)
        self._write_to_self()
        return handle

    def _write_to_self(self):
        pass

    def _check_callback(self, callback, method):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._timer_cancelled_count += 1

    def _process_events(self, event_list):
        raise NotImplementedError

    def _add_callback(self, handle):
        if not handle._cancelled:
            self._ready.append(handle)

    def _drop_cancelled_timers(self):
        scheduled = self._scheduled
        count = len(scheduled)
        if count > _MIN_SCHEDULED_TIMER_HANDLES and self._timer_cancelled_count / count > _MIN_CANCELLED_TIMER_HANDLES_FRACTION:
            kept = []
            for handle in scheduled:
                if handle._cancelled:
                    handle._scheduled = False
                else:
                    kept.append(handle)
            heapq.heapify(kept)
            self._scheduled = kept
            self._timer_cancelled_count = 0
        else:
            while scheduled and scheduled[0]._cancelled:
                self._timer_cancelled_count -= 1
                heapq.heappop(scheduled)._scheduled = False

    def _run_once(self):
        """One round: waits for the first thing that can happen, then calls what was ready when the round began."""
        self._drop_cancelled_timers()
        ready = self._ready
        timeout = None
        if ready or self._stopping:
            timeout = 0
        elif self._scheduled:
            begin_time = self.time()
            timeout = min(max(0, self._scheduled[0]._when - begin_time), MAXIMUM_SELECT_TIMEOUT)
        event_list = self._selector.select(timeout)
        self._process_events(event_list)
        if timeout and not event_list and not ready and self.time() == begin_time:
            # A selector of the program's own that does not wait: time passes in round after round.
            time.sleep(min(timeout, _IDLE_ROUND))
        event_list = None
        end_time = self.time() + self._clock_resolution
        scheduled = self._scheduled
        while scheduled and scheduled[0]._when < end_time:
            handle = heapq.heappop(scheduled)
            handle._scheduled = False
            if traced and not handle._cancelled:
                tell_timer(handle._lane)
            ready.append(handle)
        handle = None
        self._run_ready()

    @native
    def _run_ready(self):
        ready = self._ready
        for _ in range(len(ready)):
            handle = ready.popleft()
            if handle._cancelled:
                continue
            if self._debug:
                self._run_timed(handle)
            else:
                handle._run()
            settle()
        handle = None
        settle()

    def _run_timed(self, handle):
        self._current_handle = handle
        begin = self.time()
        try:
            handle._run()
            took = self.time() - begin
            if took >= self.slow_callback_duration:
                logger.warning("Executing %s took %.3f seconds", _format_handle(handle), took)
        finally:
            self._current_handle = None

    # Errors

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        """A callable `(loop, context)` for exceptions that nobody else gets, or None."""
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Writes the message, the rest of the context, and the traceback."""
        message = context.get("message") or "Unhandled exception in event loop"
        exception = context.get("exception")
        exc_info = (type(exception), exception, exception.__traceback__) if exception is not None else False
        if "source_traceback" not in context and self._current_handle is not None and self._current_handle._source_traceback:
            context["handle_traceback"] = self._current_handle._source_traceback
        lines = [message]
        for key in sorted(context):
            if key in ("message", "exception"):
                continue
            value = context[key]
            if key in ("source_traceback", "handle_traceback"):
                import traceback

                title = "Object created at" if key == "source_traceback" else "Handle created at"
                lines.append(f"{key}: {title} (most recent call last):\n" + "".join(traceback.format_list(value)).rstrip())
            else:
                lines.append(f"{key}: {value!r}")
        logger.error("\n".join(lines), exc_info=exc_info)

    def call_exception_handler(self, context):
        """Tells the handler, or writes to standard error, what went wrong: `message`, `exception`, `future`, `handle`, …"""
        handler = self._exception_handler
        if handler is None:
            try:
                self.default_exception_handler(context)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error("Exception in default exception handler", exc_info=True)
            return
        try:
            thing = context.get("task") or context.get("future") or context.get("handle")
            ctx = thing.get_context() if since(3, 12) and hasattr(thing, "get_context") else None
            if ctx is not None and hasattr(ctx, "run"):
                ctx.run(handler, self, context)
            else:
                handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            try:
                self.default_exception_handler(
                    {"message": "Unhandled error in exception handler", "exception": error, "context": context}
                )
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error(
                    "Exception in default exception handler while handling an unexpected error in custom exception handler", exc_info=True
                )

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        """In debug mode, slow callbacks are reported, and futures say where they were made."""
        self._debug = enabled
        if self.is_running():
            self.call_soon_threadsafe(self._set_coroutine_origin_tracking, enabled)

    def _set_coroutine_origin_tracking(self, enabled):
        if not since(3, 7) or bool(enabled) == bool(self._coroutine_origin_tracking_enabled):
            return
        if enabled:
            self._coroutine_origin_tracking_saved_depth = sys.get_coroutine_origin_tracking_depth()
            # Ten frames, besides those of a step, which has none elsewhere.
            sys.set_coroutine_origin_tracking_depth(13)
        else:
            sys.set_coroutine_origin_tracking_depth(self._coroutine_origin_tracking_saved_depth)
        self._coroutine_origin_tracking_enabled = enabled

    # Asynchronous generators

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            import warnings

            warnings.warn(f"asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call", ResourceWarning, source=self)
        from _weakref import ref

        self._asyncgens[id(agen)] = ref(agen)

    def _asyncgen_finalizer_hook(self, agen):
        self._asyncgens.pop(id(agen), None)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Closes the asynchronous generators that are still in the middle. Since 3.6."""
        self._asyncgens_shutdown_called = True
        alive = [agen for agen in (reference() for reference in self._asyncgens.values()) if agen is not None]
        self._asyncgens.clear()
        if not alive:
            return
        results = await tasks.gather(*[agen.aclose() for agen in alive], return_exceptions=True)
        for result, agen in zip(results, alive):
            if isinstance(result, Exception):
                self.call_exception_handler(
                    {
                        "message": f"an error occurred during closing of asynchronous generator {agen!r}",
                        "exception": result,
                        "asyncgen": agen,
                    }
                )

    # Executors

    def run_in_executor(self, executor, func, *args):
        """Runs `func(*args)` to its end, in time of its own; the future has its result when that time has passed."""
        self._check_closed()
        if self._debug:
            self._check_callback(func, "run_in_executor")
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError("Executor shutdown has been called")
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor

                executor = self._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio" if since(3, 8) else "")
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor

        if since(3, 11) and not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):
        """Ends the executor that `run_in_executor(None, …)` uses. Since 3.9."""
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            # Until the calls that run have ended; others may go on meanwhile.
            await tasks.sleep(max(0, executor._busy_until() - self.time()))
            executor.shutdown()


def _format_handle(handle):
    task = getattr(handle._callback, "__self__", None)
    return repr(task) if isinstance(task, tasks.Task) else str(handle)
