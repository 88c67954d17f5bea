"""Waiting: for a while, for one, for several, with a time limit, behind a shield.

Source: https://docs.python.org/3/library/asyncio-task.html
"""

from _collections import deque
from _era import since
from _quick import quickened

from . import coroutines, events, exceptions, futures
from .loop_argument import checked_loop, given

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class _OneRound:
    """Waits for nothing, which takes one round of the loop."""

    def __await__(self):
        yield


_one_round = _OneRound()


@quickened
async def sleep(delay, result=None, *, loop=given):
    """Waits `delay` seconds and returns `result`."""
    loop = None if loop is given else checked_loop(loop, "sleep")
    if delay <= 0:
        await _one_round
        return result
    if since(3, 13) and delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    if loop is None:
        loop = events.get_event_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


def ensure_future(coro_or_future, *, loop=None):
    """A future for an awaitable: a coroutine gets a task, a future stays what it is."""
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not futures._get_loop(coro_or_future):
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument" if since(3, 8) else "loop argument must agree with Future")
        return coro_or_future
    if not coroutines.iscoroutine(coro_or_future):
        if not since(3, 5) or not hasattr(type(coro_or_future), "__await__"):
            if since(3, 5):
                raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
            raise TypeError("A Future or coroutine is required")
        coro_or_future = _wrap_awaitable(coro_or_future)
    if loop is None:
        loop = events._loop_for_future()
    try:
        return loop.create_task(coro_or_future)
    except RuntimeError:
        if since(3, 10) and hasattr(coro_or_future, "close"):
            coro_or_future.close()
        raise


async def _wrap_awaitable(awaitable):
    return await awaitable


async def wait(fs, *, loop=given, timeout=None, return_when=ALL_COMPLETED):
    """Waits for the first, for all, or for the first exception; returns the sets of those that are done and those that are not."""
    loop = checked_loop(loop, "wait")
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty." if since(3, 11) else "Set of coroutines/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(coroutines.iscoroutine(f) for f in fs):
        if since(3, 11):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
        if since(3, 9):
            import warnings

            warnings.warn(
                "The explicit passing of coroutine objects to asyncio.wait() is deprecated since Python 3.8, and scheduled for removal in Python 3.11.",
                DeprecationWarning,
                stacklevel=2,
            )
    if loop is None:
        loop = events.get_event_loop()
    if not since(3, 11):
        fs = {ensure_future(f, loop=loop) for f in fs}
    return await _wait(fs, timeout, return_when, loop)


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _wait(fs, timeout, return_when, loop):
    if not fs:
        raise AssertionError("Set of Futures is empty.")
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release_waiter, waiter) if timeout is not None else None
    left = len(fs)

    def on_completion(f):
        nonlocal left
        left -= 1
        failed = return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None
        if left <= 0 or return_when == FIRST_COMPLETED or failed:
            if timer is not None:
                timer.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(on_completion)
    done = {f for f in fs if f.done()}
    return done, fs - done


async def _cancel_and_wait(fut, loop=None, msg=None):
    """Cancels a future and waits until it is done."""
    if loop is None:
        loop = events.get_running_loop()
    waiter = loop.create_future()

    def release(_):
        _release_waiter(waiter)

    fut.add_done_callback(release)
    try:
        fut.cancel(msg=msg) if since(3, 9) else fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(release)


async def _wait_for_with_timeouts(fut, timeout):
    """As it is since 3.12: in the caller's own task, inside a `timeout` block."""
    from . import timeouts

    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as error:
            raise TimeoutError from error
    async with timeouts.timeout(timeout):
        return await fut


async def _wait_for_with_task(fut, timeout, loop):
    """As it was until 3.11: a task for the awaitable, and a waiter that the timer or the task releases."""
    if loop is None:
        loop = events.get_event_loop()
    if timeout is None:
        return await fut
    if timeout <= 0 and since(3, 7):
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        if since(3, 9):
            await _cancel_and_wait(fut, loop=loop)
            try:
                return fut.result()
            except exceptions.CancelledError as error:
                raise exceptions.TimeoutError() from error
        fut.cancel()
        raise exceptions.TimeoutError()
    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release_waiter, waiter)

    def release(_):
        _release_waiter(waiter)

    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(release)
    try:
        try:
            await waiter
        except exceptions.CancelledError:
            if fut.done() and since(3, 9):
                return fut.result()
            fut.remove_done_callback(release)
            if since(3, 9):
                await _cancel_and_wait(fut, loop=loop)
            else:
                fut.cancel()
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(release)
        if not since(3, 7):
            fut.cancel()
            raise exceptions.TimeoutError()
        await _cancel_and_wait(fut, loop=loop)
        try:
            if since(3, 9):
                return fut.result()
        except exceptions.CancelledError as error:
            raise exceptions.TimeoutError() from error
        raise exceptions.TimeoutError()
    finally:
        timer.cancel()


async def wait_for(fut, timeout, *, loop=given):
    """Waits for an awaitable, at most `timeout` seconds; then it is cancelled and TimeoutError raised."""
    loop = checked_loop(loop, "wait_for")
    if since(3, 12):
        return await _wait_for_with_timeouts(fut, timeout)
    return await _wait_for_with_task(fut, timeout, loop)


@quickened
class _GatheringFuture(futures.Future):
    """What `gather` returns: cancelling it cancels the children."""

    def __init__(self, children, *, loop, return_exceptions):
        super().__init__(loop=loop)
        self._children = children
        self._return_exceptions = return_exceptions
        self._finished = 0
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg) if since(3, 9) else child.cancel():
                cancelled = True
        if cancelled and since(3, 7):
            # Even if the children survive it: the outer one was cancelled.
            self._cancel_requested = True
        return cancelled

    def _child_done(self, fut):
        self._finished += 1
        if self.done():
            if not fut.cancelled():
                # Nobody will ask any more; mark it as seen.
                fut.exception()
            return
        if not self._return_exceptions:
            if fut.cancelled():
                self.set_exception(fut._make_cancelled_error())
                return
            error = fut.exception()
            if error is not None:
                self.set_exception(error)
                return
        if self._finished == len(self._children):
            results = []
            for child in self._children:
                if child.cancelled():
                    results.append(exceptions.CancelledError(child._cancel_message or "") if since(3, 9) else exceptions.CancelledError())
                else:
                    error = child.exception()
                    results.append(child.result() if error is None else error)
            if self._cancel_requested:
                self.set_exception(fut._make_cancelled_error())
            else:
                self.set_result(results)

    _child_done.__name__ = "_done_callback"
    _child_done.__qualname__ = "gather.<locals>._done_callback"


@quickened
def gather(*coros_or_futures, loop=given, return_exceptions=False):
    """A future for the list of all results, in the order of the arguments; or for the first exception."""
    loop = checked_loop(loop, "gather")
    if not coros_or_futures:
        if loop is None:
            loop = events._loop_for_future()
        outer = loop.create_future()
        outer.set_result([])
        return outer
    by_argument = {}
    children = []
    for argument in coros_or_futures:
        child = by_argument.get(argument)
        if child is None:
            child = ensure_future(argument, loop=loop)
            if loop is None:
                loop = futures._get_loop(child)
            if child is not argument:
                child._log_destroy_pending = False
            by_argument[argument] = child
        children.append(child)
    outer = _GatheringFuture(children, loop=loop, return_exceptions=return_exceptions)
    already_done = []
    # One that was given twice is done twice.
    for child in children:
        if since(3, 12) and child.done():
            already_done.append(child)
        else:
            child.add_done_callback(outer._child_done)
    for child in already_done:
        outer._child_done(child)
    return outer


def shield(arg, *, loop=given):
    """Waits for an awaitable, but being cancelled does not cancel it."""
    loop = checked_loop(loop, "shield")
    inner = ensure_future(arg, loop=loop)
    if inner.done():
        return inner
    loop = futures._get_loop(inner)
    outer = loop.create_future()

    def on_inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
            return
        if inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def on_outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(on_inner_done)

    inner.add_done_callback(on_inner_done)
    if since(3, 8):
        outer.add_done_callback(on_outer_done)
    return outer


class _AsCompleted:
    """Iterated with `for`, awaitables that give the next result; with `async for`, since 3.13, the futures as they are done."""

    def __init__(self, todo, timeout, loop):
        self._done = deque()
        self._waiters = deque()
        self._todo = set(todo)
        self._left = len(self._todo)
        self._timer = None
        self._loop = loop
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
        return await self._wait_for_one()

    def __next__(self):
        if not self._left:
            raise StopIteration
        self._left -= 1
        return self._wait_for_one(resolve=True)

    def _put(self, f):
        self._done.append(f)
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    def _on_timeout(self):
        for f in self._todo:
            f.remove_done_callback(self._on_completion)
            self._put(None)
        self._todo.clear()

    def _on_completion(self, f):
        if not self._todo:
            return
        self._todo.remove(f)
        self._put(f)
        if not self._todo and self._timer is not None:
            self._timer.cancel()

    async def _wait_for_one(self, resolve=False):
        while not self._done:
            waiter = self._loop.create_future()
            self._waiters.append(waiter)
            await waiter
        f = self._done.popleft()
        if f is None:
            raise exceptions.TimeoutError
        return f.result() if resolve else f


def as_completed(fs, *, loop=given, timeout=None):
    """The results in the order in which they come."""
    loop = checked_loop(loop, "as_completed")
    return _steps(fs, loop, timeout) if since(3, 13) else _one_by_one(fs, loop, timeout)


def _steps(fs, loop, timeout):
    if futures.isfuture(fs) or coroutines.iscoroutine(fs):
        expected = "an iterable" if since(3, 13) else "a list"
        raise TypeError(f"expect {expected} of futures, not {type(fs).__name__}")
    if loop is None:
        loop = events._loop_for_future()
    todo = {ensure_future(f, loop=loop) for f in set(fs)}
    return _AsCompleted(todo, timeout, loop)


def _one_by_one(fs, loop, timeout):
    """A generator, until 3.12: nothing is looked at before the first step."""
    yield from _steps(fs, loop, timeout)


def run_coroutine_threadsafe(coro, loop):
    """A future of concurrent.futures for a coroutine. Since 3.5.1."""
    if not coroutines.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    import concurrent.futures

    future = concurrent.futures.Future()
    future._hint = "the event loop goes on when the function that waits here has returned: there is one thread. Let the function return first, or await the coroutine in the loop"

    def begin():
        task = ensure_future(coro, loop=loop)
        task.add_done_callback(lambda task: futures._copy_future_state(task, future))

    loop.call_soon_threadsafe(begin)
    return future
