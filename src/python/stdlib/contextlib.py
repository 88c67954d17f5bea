"""Context managers: made from generators, stacked, or doing one small thing; for `with` and for `async with`.

Since 2.5 (PEP 343); `ContextDecorator` since 3.2, `ExitStack` since 3.3, `suppress` and `redirect_stdout` since 3.4, the asynchronous
ones since 3.7 and 3.10, `aclosing` since 3.10, `chdir` since 3.11.
Source: https://docs.python.org/3/library/contextlib.html
"""

import sys
from functools import wraps

_version = sys.version_info[:2]

__all__ = ["contextmanager", "closing"]


class ContextDecorator(object):
    """Lets a context manager serve as a decorator: the whole call is its body."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class _FromGenerator(object):
    """What a generator function called with its arguments makes: the call is kept, to be made again."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        if doc is None:
            doc = type(self).__doc__
        self.__doc__ = doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


def _is_ours(raised, value, wrapped):
    """Whether a RuntimeError only tells that `value`, a StopIteration of the body, went through the generator (PEP 479)."""
    return isinstance(value, wrapped) and getattr(raised, "__cause__", None) is value


def _restore(error, traceback):
    """The generator's own frames are of no interest in an error that came from the body."""
    if _version >= (3, 0):
        error.__traceback__ = traceback


_GeneratorBases = (_FromGenerator, ContextDecorator) if _version >= (3, 2) else (_FromGenerator,)


class _GeneratorContextManager(*_GeneratorBases):
    """Helper for @contextmanager decorator."""

    def __enter__(self):
        if _version >= (3, 7):
            # What the call was made with need not live as long as the body.
            del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                if _version >= (3, 13):
                    self.gen.close()
        if value is None:
            value = typ()
        try:
            if _version >= (3, 12):
                self.gen.throw(value)
            else:
                self.gen.throw(typ, value, traceback)
        except StopIteration as error:
            return error is not value
        except RuntimeError as error:
            if error is value:
                _restore(error, traceback)
                return False
            if _is_ours(error, value, StopIteration):
                _restore(value, traceback)
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            _restore(error, traceback)
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            if _version >= (3, 13):
                self.gen.close()


if _version < (3, 2):
    # Its name in Python 2, and what it was made from: the generator that the call had begun.

    class GeneratorContextManager(_GeneratorContextManager):
        """Helper for @contextmanager decorator."""

        def __init__(self, gen):
            self.gen = gen

    def _manager(func, args, kwds):
        return GeneratorContextManager(func(*args, **kwds))

else:
    _manager = _GeneratorContextManager


def contextmanager(func):
    """Makes a generator function a maker of context managers: what comes before its one `yield` enters, what comes after leaves."""

    @wraps(func)
    def helper(*args, **kwds):
        return _manager(func, args, kwds)

    return helper


class closing(object):
    """Closes a thing at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


if _version < (3, 0):
    __all__ += ["nested"]

    @contextmanager
    def nested(*managers):
        """Several context managers as one: what `with a, b:` replaced in 2.7."""
        exits, values = [], []
        error = (None, None, None)
        try:
            for manager in managers:
                values.append(manager.__enter__())
                exits.append(manager.__exit__)
            yield values
        except:
            error = sys.exc_info()
        finally:
            while exits:
                try:
                    if exits.pop()(*error):
                        error = (None, None, None)
                except:
                    error = sys.exc_info()
            if error != (None, None, None):
                raise error[1].with_traceback(error[2]) if hasattr(error[1], "with_traceback") else error[1]


if _version >= (3, 2):
    __all__ += ["ContextDecorator"]
else:
    del ContextDecorator


if _version >= (3, 4):
    __all__ += ["redirect_stdout", "suppress"]

    if _version >= (3, 6):
        from _collections_abc import _check_methods
        import abc as _abc

        __all__ += ["AbstractContextManager"]

        class AbstractContextManager(_abc.ABC):
            """Whatever can enter and exit."""

            if _version >= (3, 9):
                __class_getitem__ = classmethod(type(list[int]))
            if _version >= (3, 13):
                __slots__ = ()

            def __enter__(self):
                return self

            @_abc.abstractmethod
            def __exit__(self, exc_type, exc_value, traceback):
                return None

            @classmethod
            def __subclasshook__(cls, C):
                if cls is AbstractContextManager:
                    return _check_methods(C, "__enter__", "__exit__")
                return NotImplemented

        AbstractContextManager.register(_GeneratorContextManager)
        AbstractContextManager.register(closing)
        _Base = AbstractContextManager
    else:
        _Base = object

    class _RedirectStream(_Base):
        _stream = None

        def __init__(self, new_target):
            self._new_target = new_target
            # A list, so that one redirection can be entered more than once.
            self._old_targets = []

        def __enter__(self):
            self._old_targets.append(getattr(sys, self._stream))
            setattr(sys, self._stream, self._new_target)
            return self._new_target

        def __exit__(self, exctype, excinst, exctb):
            setattr(sys, self._stream, self._old_targets.pop())

    class redirect_stdout(_RedirectStream):
        """What the block prints goes to another file."""

        _stream = "stdout"

    class suppress(_Base):
        """Errors of the given classes end the block quietly."""

        def __init__(self, *exceptions):
            self._exceptions = exceptions

        def __enter__(self):
            pass

        def __exit__(self, exctype, excinst, exctb):
            if exctype is None:
                return
            if issubclass(exctype, self._exceptions):
                return True
            if _version >= (3, 12) and issubclass(exctype, BaseExceptionGroup):
                rest = excinst.split(self._exceptions)[1]
                if rest is None:
                    return True
                raise rest
            return False


if _version >= (3, 5):
    __all__ += ["redirect_stderr"]

    class redirect_stderr(_RedirectStream):
        """What the block writes to standard error goes to another file."""

        _stream = "stderr"


if _version >= (3, 3):
    from collections import deque as _deque
    from types import MethodType as _MethodType

    __all__ += ["ExitStack"]

    def _special(thing, name, asynchronous=False):
        """A method of the thing's class; a class without it is no context manager."""
        cls = type(thing)
        try:
            return getattr(cls, name)
        except AttributeError:
            if _version < (3, 11):
                raise
            kind = "an asynchronous context manager" if asynchronous else "the context manager"
            if asynchronous:
                message = f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager protocol"
            else:
                message = f"'{cls.__module__}.{cls.__qualname__}' object does not support {kind} protocol"
            raise TypeError(message) from None

    class _BaseExitStack(object):
        """What the two stacks share: a deque of what is to be called with the arguments of `__exit__`."""

        def __init__(self):
            self._exit_callbacks = _deque()

        def pop_all(self):
            """Moves what is to be left to a new stack."""
            new = type(self)()
            new._exit_callbacks = self._exit_callbacks
            self._exit_callbacks = _deque()
            return new

        def push(self, exit):
            """Adds a context manager already entered, or a function with the parameters of `__exit__`."""
            try:
                method = type(exit).__exit__
            except AttributeError:
                self._push(exit)
            else:
                self._push(_MethodType(method, exit))
            return exit

        def enter_context(self, cm):
            """Enters a context manager, to be left with the stack; gives what it gave."""
            enter, exit = _special(cm, "__enter__"), _special(cm, "__exit__")
            result = enter(cm)
            self._push(_MethodType(exit, cm))
            return result

        def callback(self, callback, /, *args, **kwds):
            """Adds a function to call at the end."""

            def at_exit(exc_type, exc, tb):
                callback(*args, **kwds)

            at_exit.__wrapped__ = callback
            self._push(at_exit)
            return callback

        def _push(self, callback, synchronous=True):
            # Since 3.7, when the asynchronous stack came, each says of what kind it is.
            self._exit_callbacks.append((synchronous, callback) if _version >= (3, 7) else callback)

        def _leave(self, value):
            """A generator that calls what there is, last in first out; yields the awaitables, gives whether the error was dealt with.

            An error of a callback takes the place of the one before it, which becomes its context.
            """
            outer = sys.exc_info()[1]
            received, suppressed, pending = value is not None, False, False
            while self._exit_callbacks:
                last = self._exit_callbacks.pop()
                synchronous, callback = last if _version >= (3, 7) else (True, last)
                details = (None, None, None) if value is None else (type(value), value, value.__traceback__)
                try:
                    answer = callback(*details)
                    if not synchronous:
                        answer = yield answer
                    if answer:
                        suppressed, pending, value = True, False, None
                except BaseException as error:
                    _chain(error, value, outer)
                    pending, value = True, error
            if pending:
                context = value.__context__
                try:
                    raise value
                except BaseException:
                    value.__context__ = context
                    raise
            return received and suppressed

    def _chain(new, old, outer):
        """Sets the context at the far end of a chain to the error that was under way."""
        while True:
            context = new.__context__
            if context is None or context is old:
                return
            if context is outer:
                break
            new = context
        new.__context__ = old

    class ExitStack(_BaseExitStack, *([AbstractContextManager] if _version >= (3, 6) else [])):
        """Any number of context managers and callbacks, left in reverse order."""

        def __enter__(self):
            return self

        def __exit__(self, *exc_details):
            leaving = self._leave(exc_details[1])
            try:
                next(leaving)
            except StopIteration as end:
                return end.value

        def close(self):
            """Leaves everything now."""
            self.__exit__(None, None, None)


if _version >= (3, 7):
    __all__ += ["nullcontext", "AbstractAsyncContextManager", "AsyncExitStack", "asynccontextmanager"]

    class AbstractAsyncContextManager(_abc.ABC):
        """Whatever can enter and exit in `async with`."""

        if _version >= (3, 9):
            __class_getitem__ = classmethod(type(list[int]))
        if _version >= (3, 13):
            __slots__ = ()

        async def __aenter__(self):
            return self

        @_abc.abstractmethod
        async def __aexit__(self, exc_type, exc_value, traceback):
            return None

        @classmethod
        def __subclasshook__(cls, C):
            if cls is AbstractAsyncContextManager:
                return _check_methods(C, "__aenter__", "__aexit__")
            return NotImplemented

    class AsyncContextDecorator(object):
        """Lets an asynchronous context manager decorate a coroutine function."""

        def _recreate_cm(self):
            return self

        def __call__(self, func):
            @wraps(func)
            async def inner(*args, **kwds):
                async with self._recreate_cm():
                    return await func(*args, **kwds)

            return inner

    class _AsyncGeneratorContextManager(
        _FromGenerator, AbstractAsyncContextManager, *([AsyncContextDecorator] if _version >= (3, 10) else [])
    ):
        """Helper for @asynccontextmanager decorator."""

        async def __aenter__(self):
            del self.args, self.kwds, self.func
            try:
                return await self.gen.__anext__()
            except StopAsyncIteration:
                raise RuntimeError("generator didn't yield") from None

        async def __aexit__(self, typ, value, traceback):
            if typ is None:
                try:
                    await self.gen.__anext__()
                except StopAsyncIteration:
                    return False
                try:
                    raise RuntimeError("generator didn't stop")
                finally:
                    if _version >= (3, 13):
                        await self.gen.aclose()
            if value is None:
                value = typ()
            try:
                if _version >= (3, 12):
                    await self.gen.athrow(value)
                else:
                    await self.gen.athrow(typ, value, traceback)
            except StopAsyncIteration as error:
                return error is not value
            except RuntimeError as error:
                if error is value:
                    _restore(error, traceback)
                    return False
                if _is_ours(error, value, (StopIteration, StopAsyncIteration)):
                    _restore(value, traceback)
                    return False
                raise
            except BaseException as error:
                if error is not value:
                    raise
                _restore(error, traceback)
                return False
            try:
                raise RuntimeError("generator didn't stop after athrow()")
            finally:
                if _version >= (3, 13):
                    await self.gen.aclose()

    def asynccontextmanager(func):
        """Makes an asynchronous generator function a maker of asynchronous context managers."""

        @wraps(func)
        def helper(*args, **kwds):
            return _AsyncGeneratorContextManager(func, args, kwds)

        return helper

    class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
        """An ExitStack that can hold asynchronous context managers and callbacks too."""

        async def enter_async_context(self, cm):
            enter, exit = _special(cm, "__aenter__", True), _special(cm, "__aexit__", True)
            result = await enter(cm)
            self._push(_MethodType(exit, cm), False)
            return result

        def push_async_exit(self, exit):
            """Adds an asynchronous context manager already entered, or a coroutine function with the parameters of `__aexit__`."""
            try:
                method = type(exit).__aexit__
            except AttributeError:
                self._push(exit, False)
            else:
                self._push(_MethodType(method, exit), False)
            return exit

        def push_async_callback(self, callback, /, *args, **kwds):
            """Adds a coroutine function to call and await at the end."""

            async def at_exit(exc_type, exc, tb):
                await callback(*args, **kwds)

            at_exit.__wrapped__ = callback
            self._push(at_exit, False)
            return callback

        async def aclose(self):
            """Leaves everything now."""
            await self.__aexit__(None, None, None)

        async def __aenter__(self):
            return self

        async def __aexit__(self, *exc_details):
            leaving = self._leave(exc_details[1])
            try:
                awaitable = next(leaving)
                while True:
                    try:
                        answer = await awaitable
                    except BaseException as error:
                        awaitable = leaving.throw(error)
                    else:
                        awaitable = leaving.send(answer)
            except StopIteration as end:
                return end.value

    class nullcontext(AbstractContextManager, *([AbstractAsyncContextManager] if _version >= (3, 10) else [])):
        """A context manager that does nothing."""

        def __init__(self, enter_result=None):
            self.enter_result = enter_result

        def __enter__(self):
            return self.enter_result

        def __exit__(self, *excinfo):
            pass

        if _version >= (3, 10):

            async def __aenter__(self):
                return self.enter_result

            async def __aexit__(self, *excinfo):
                pass


if _version >= (3, 10):
    __all__ += ["AsyncContextDecorator", "aclosing"]

    class aclosing(AbstractAsyncContextManager):
        """Awaits the `aclose` of a thing at the end of the block: for asynchronous generators above all."""

        def __init__(self, thing):
            self.thing = thing

        async def __aenter__(self):
            return self.thing

        async def __aexit__(self, *exc_info):
            await self.thing.aclose()
