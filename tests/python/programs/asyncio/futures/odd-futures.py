# era: 3.6 3.8 3.13
# What counts as a future, and what is said to those who use one in another way than its own.
import asyncio
import functools
import sys
import warnings

warnings.simplefilter('ignore')
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)


class Claims:
    _asyncio_future_blocking = False

    @property
    def __class__(self):
        return asyncio.Future


class Plain:
    def __init__(self):
        self._asyncio_future_blocking = False


print(asyncio.isfuture(Claims()), asyncio.isfuture(Plain()), asyncio.isfuture(asyncio.Future))


def wait(future):
    yield from future


future = loop.create_future()
try:
    first, second = wait(future)
except Exception as error:
    print(type(error).__name__, error)


class Hollow(asyncio.Future):
    def __init__(self):
        pass


if sys.version_info >= (3, 7):
    try:
        Hollow().get_loop()
    except Exception as error:
        print(type(error).__name__, error)


def noop(*args, **kw):
    pass


method = functools.partialmethod(noop)
for callback, args in (noop, (1, 2)), (functools.partial(noop, 1, x=2), (3,)), (method, ()):
    for debug in False, True:
        loop.set_debug(debug)
        handle = asyncio.Handle(callback, args, loop)
        print(repr(handle).split(' at ')[0])
loop.set_debug(False)

if sys.version_info < (3, 11):

    @asyncio.coroutine
    def plain(value):
        """Its own words."""
        return value

    print(plain.__module__, plain.__qualname__, plain.__doc__, plain(1).__name__)

if sys.version_info >= (3, 13):
    calls = []
    loop.call_soon(calls.append, 'called')
    loop._run_forever_setup()
    print(loop.is_running(), asyncio.get_running_loop() is loop)
    loop.call_soon(lambda: None)
    loop._run_once()
    loop._run_forever_cleanup()
    print(loop.is_running(), calls)


class Impatient:
    """A selector that never waits: time passes in round after round."""

    def __init__(self, inner):
        self.inner = inner

    def select(self, timeout=None):
        return self.inner.select(0)

    def __getattr__(self, name):
        return getattr(self.inner, name)


loop._selector = Impatient(loop._selector)
began = loop.time()
print(loop.run_until_complete(asyncio.sleep(0.25, 'slept')), round(loop.time() - began, 1) > 0.1)
loop.close()
