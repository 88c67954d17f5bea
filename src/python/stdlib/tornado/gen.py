"""Generators that wait: each future that one yields comes back as its result, or as its exception. Part of this book's re-creation of Tornado.

Source: https://www.tornadoweb.org/en/branch4.5/gen.html
"""

import sys
import types
from _era import since
from functools import wraps

from tornado.concurrent import Future, chain_future
from tornado.ioloop import IOLoop, log_exception


class BadYieldError(Exception):
    """A coroutine has yielded something that nobody can wait for."""


class ReturnValueIgnoredError(Exception):
    """A generator with `engine` has returned a value."""


class TimeoutError(Exception):
    """with_timeout() took too long."""


class Return(Exception):
    """`raise gen.Return(value)` is `return value`, in the Pythons whose generators cannot return one."""

    def __init__(self, value=None):
        super(Return, self).__init__()
        self.value = value
        self.args = (value,)


_Return = Return


class Arguments(tuple):
    """(args, kwargs): what a callback was called with, when it was not one thing."""

    args = property(lambda self: self[0])
    kwargs = property(lambda self: self[1])

    def __repr__(self):
        return "Arguments(args=%r, kwargs=%r)" % self


# Yielding it lets the loop do one round.
_moment = Future()
_moment.set_result(None)


def Task(func, *args, **kwargs):
    """A future with what func's `callback` will be called with."""
    future = Future()

    def callback(*results, **named):
        if named or len(results) > 1:
            future.set_result(Arguments((results, named)))
        else:
            future.set_result(results[0] if results else None)

    func(*args, callback=callback, **kwargs)
    return future


def sleep(duration):
    """A future that is done in so many seconds."""
    future = Future()
    loop = IOLoop.current()
    loop.add_timeout(loop.time() + duration, future.set_result, None)
    return future


def _maybe_future(x):
    """x, if it is a future; else one that has it as its result."""
    if isinstance(x, Future):
        return x
    future = Future()
    future.set_result(x)
    return future


def _future_of_call(func):
    """A future for what a function returns or raises; a coroutine of the language's own counts as its result."""
    try:
        result = func()
        return _drive(result) if _is_native(result) else _maybe_future(result)
    except Exception:
        future = Future()
        future.set_exc_info(sys.exc_info())
        return future


def _multi(children, quiet_exceptions=()):
    """A future with the results of all: of a list or of a dict. The first exception is raised; further ones are logged."""
    keys = list(children.keys()) if isinstance(children, dict) else None
    futures = [_convert_yielded(child) for child in (children.values() if keys is not None else children)]
    outcome = Future()
    missing = set(futures)

    def collect(future):
        missing.discard(future)
        if not missing:
            finish()

    def finish():
        results = []
        for future in futures:
            try:
                results.append(future.result())
            except Exception as error:
                if not outcome.done():
                    outcome.set_exc_info(sys.exc_info())
                elif not isinstance(error, quiet_exceptions):
                    log_exception("Multiple exceptions in yield list")
        if not outcome.done():
            outcome.set_result(results if keys is None else dict(zip(keys, results)))

    if not futures:
        finish()
    asked = set()
    for future in futures:
        if future not in asked:
            asked.add(future)
            future.add_done_callback(collect)
    return outcome


def with_timeout(timeout, future, io_loop=None, quiet_exceptions=()):
    """A future with the outcome of another, or with a TimeoutError at a deadline or after a timedelta. The other goes on."""
    future = _convert_yielded(future)
    loop = io_loop or IOLoop.current()
    outcome = Future()
    chain_future(future, outcome)

    def too_late():
        if not outcome.done():
            outcome.set_exception(TimeoutError("Timeout"))

    handle = loop.add_timeout(timeout, too_late)
    future.add_done_callback(lambda _: loop.remove_timeout(handle))
    return outcome


def _is_native(x):
    return since(3, 6) and hasattr(x, "__await__") and not isinstance(x, Future)


def _convert_yielded(yielded):
    """What a coroutine may yield, as a future. Raises BadYieldError."""
    if isinstance(yielded, Future):
        return yielded
    if isinstance(yielded, (list, dict)):
        return _multi(yielded)
    if _is_native(yielded):
        return _drive(yielded)
    raise BadYieldError("yielded unknown object %r" % (yielded,))


async def _await(awaitable):
    return await awaitable


def _drive(awaitable):
    """A future for a coroutine of the language's own, or for what else can be awaited."""
    outcome = Future()
    _Runner(awaitable if hasattr(awaitable, "send") else _await(awaitable), outcome).run(None)
    return outcome


class _Runner(object):
    """Runs a generator from future to future; its end is the outcome."""

    def __init__(self, generator, outcome):
        self.generator, self.outcome = generator, outcome
        self.loop = IOLoop.current()

    def run(self, future):
        while True:
            try:
                if future is None:
                    yielded = self.generator.send(None)
                elif future.exc_info() is not None:
                    yielded = self.generator.throw(future.exc_info()[1])
                else:
                    yielded = self.generator.send(future.result())
            except (StopIteration, _Return) as end:
                self.outcome.set_result(getattr(end, "value", None))
                return
            except Exception:
                self.outcome.set_exc_info(sys.exc_info())
                return
            try:
                future = _convert_yielded(yielded)
            except BadYieldError:
                # It is raised where the generator has yielded it.
                future = Future()
                future.set_exc_info(sys.exc_info())
            if future is _moment or not future.done():
                self.loop._add_future(future, self.run)
                return
            # What is there already needs no round of the loop.


def _coroutine(func):
    """A generator function that returns a future of what it will return."""

    @wraps(func)
    def start(*args, **kwargs):
        outcome = Future()
        try:
            result = func(*args, **kwargs)
        except (_Return, StopIteration) as end:
            result = getattr(end, "value", None)
        except Exception:
            outcome.set_exc_info(sys.exc_info())
            return outcome
        if isinstance(result, types.GeneratorType) or _is_native(result):
            _Runner(result, outcome).run(None)
        else:
            outcome.set_result(result)
        return outcome

    start.__wrapped__ = func
    start.__tornado_coroutine__ = True
    return start


def engine(func):
    """The older decorator: the function returns nothing, and says what it has to say by a callback."""
    begin = _coroutine(func)

    @wraps(func)
    def start(*args, **kwargs):
        def end(future):
            if future.result() is not None:
                raise ReturnValueIgnoredError("@gen.engine functions cannot return values: %r" % (future.result(),))

        begin(*args, **kwargs).add_done_callback(end)

    return start


# The names above without an underscore are those of Tornado 2.

if since(3, 4):
    coroutine = _coroutine
else:
    del Return
if since(3, 5):
    moment = _moment
    maybe_future = _maybe_future
    multi = multi_future = _multi
    convert_yielded = _convert_yielded
else:
    del sleep, with_timeout, TimeoutError
