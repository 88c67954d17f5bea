"""What can be iterated, measured, hashed, called or awaited: the abstract classes of one protocol each.

Source: https://docs.python.org/3/library/collections.abc.html
"""
import sys
from abc import ABCMeta, abstractmethod

_version = sys.version_info[:2]
_alias = classmethod(type(list[int])) if _version >= (3, 9) else None


def _check_methods(C, *methods):
    """True when the class has all the methods; a method that is None takes the ability away."""
    mro = getattr(C, "__mro__", None)
    if mro is None:
        return all(hasattr(C, method) for method in methods) or NotImplemented
    for method in methods:
        for B in mro:
            if method in B.__dict__:
                if B.__dict__[method] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def _hook(owner, *methods):
    """A `__subclasshook__` for an abstract class that is all about these methods."""

    def __subclasshook__(cls, C):
        if cls is globals()[owner]:
            return _check_methods(C, *methods)
        return NotImplemented

    return classmethod(__subclasshook__)


def _thrown(typ, val, tb):
    """The exception that the three arguments of `throw` stand for."""
    if val is None:
        if tb is None:
            return typ
        val = typ()
    return val if tb is None else val.with_traceback(tb)


class Hashable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0

    __subclasshook__ = _hook("Hashable", "__hash__")


class Iterable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __subclasshook__ = _hook("Iterable", "__iter__")
    if _alias:
        __class_getitem__ = _alias


_next = "__next__" if _version >= (3, 0) else "next"


class Iterator(Iterable):
    __slots__ = ()

    if _version >= (3, 0):

        @abstractmethod
        def __next__(self):
            """The next item; StopIteration when there is none."""
            raise StopIteration

    else:

        @abstractmethod
        def next(self):
            """The next item; StopIteration when there is none."""
            raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _hook("Iterator", _next, "__iter__")


class Sized(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _hook("Sized", "__len__")


class Container(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _hook("Container", "__contains__")
    if _alias:
        __class_getitem__ = _alias


class Callable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __subclasshook__ = _hook("Callable", "__call__")
    if _alias:

        def __class_getitem__(cls, item):
            if not (isinstance(item, tuple) and len(item) == 2):
                raise TypeError("Callable must be used as Callable[[arg, ...], result].")
            return _CallableAlias(Callable, item)

        __class_getitem__ = classmethod(__class_getitem__)


if _alias:

    class _CallableAlias(type(list[int])):
        """`Callable[[int], str]`: its arguments are kept flat, as (int, str)."""

        __slots__ = ()

        def __new__(cls, origin, args):
            parameters, result = args
            if isinstance(parameters, (tuple, list)):
                args = (*parameters, result)
            elif parameters is not Ellipsis and type(parameters).__name__ not in ("ParamSpec", "_ConcatenateGenericAlias"):
                raise TypeError(
                    f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {_type_repr(parameters)}"
                )
            return super().__new__(cls, origin, args)

        def __repr__(self):
            args = self.__args__
            if len(args) == 2 and (args[0] is Ellipsis or type(args[0]).__name__ in ("ParamSpec", "_ConcatenateGenericAlias")):
                return f"collections.abc.Callable[{_type_repr(args[0])}, {_type_repr(args[1])}]"
            parameters = ", ".join(_type_repr(a) for a in args[:-1])
            return f"collections.abc.Callable[[{parameters}], {_type_repr(args[-1])}]"


def _type_repr(obj):
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is Ellipsis:
        return "..."
    return getattr(obj, "__name__", None) if type(obj) is type(_type_repr) else repr(obj)


if _version >= (3, 5):

    class Awaitable(metaclass=ABCMeta):
        __slots__ = ()

        @abstractmethod
        def __await__(self):
            yield

        __subclasshook__ = _hook("Awaitable", "__await__")
        if _alias:
            __class_getitem__ = _alias

    class Coroutine(Awaitable):
        __slots__ = ()

        @abstractmethod
        def send(self, value):
            """Resumes the coroutine with a value; gives what it yields next, or raises StopIteration."""
            raise StopIteration

        @abstractmethod
        def throw(self, typ, val=None, tb=None):
            """Raises an exception in the coroutine; gives what it yields next, or raises StopIteration."""
            raise _thrown(typ, val, tb)

        def close(self):
            """Raises GeneratorExit in the coroutine."""
            try:
                self.throw(GeneratorExit)
            except (GeneratorExit, StopIteration):
                pass
            else:
                raise RuntimeError("coroutine ignored GeneratorExit")

        __subclasshook__ = _hook("Coroutine", "__await__", "send", "throw", "close")

    class AsyncIterable(metaclass=ABCMeta):
        __slots__ = ()

        @abstractmethod
        def __aiter__(self):
            return AsyncIterator()

        __subclasshook__ = _hook("AsyncIterable", "__aiter__")
        if _alias:
            __class_getitem__ = _alias

    class AsyncIterator(AsyncIterable):
        __slots__ = ()

        @abstractmethod
        async def __anext__(self):
            """The next item; StopAsyncIteration when there is none."""
            raise StopAsyncIteration

        def __aiter__(self):
            return self

        __subclasshook__ = _hook("AsyncIterator", "__anext__", "__aiter__")


if _version >= (3, 6):

    class AsyncGenerator(AsyncIterator):
        __slots__ = ()

        async def __anext__(self):
            """The next item; StopAsyncIteration when there is none."""
            return await self.asend(None)

        @abstractmethod
        async def asend(self, value):
            """Resumes the generator with a value; gives what it yields next, or raises StopAsyncIteration."""
            raise StopAsyncIteration

        @abstractmethod
        async def athrow(self, typ, val=None, tb=None):
            """Raises an exception in the generator; gives what it yields next, or raises StopAsyncIteration."""
            raise _thrown(typ, val, tb)

        async def aclose(self):
            """Raises GeneratorExit in the generator."""
            try:
                await self.athrow(GeneratorExit)
            except (GeneratorExit, StopAsyncIteration):
                pass
            else:
                raise RuntimeError("asynchronous generator ignored GeneratorExit")

        __subclasshook__ = _hook("AsyncGenerator", "__aiter__", "__anext__", "asend", "athrow", "aclose")

    class Reversible(Iterable):
        __slots__ = ()

        @abstractmethod
        def __reversed__(self):
            while False:
                yield None

        __subclasshook__ = _hook("Reversible", "__reversed__", "__iter__")

    class Collection(Sized, Iterable, Container):
        __slots__ = ()
        __subclasshook__ = _hook("Collection", "__len__", "__iter__", "__contains__")


if _version >= (3, 5):

    class Generator(Iterator):
        __slots__ = ()

        def __next__(self):
            """The next item; StopIteration when there is none."""
            return self.send(None)

        @abstractmethod
        def send(self, value):
            """Resumes the generator with a value; gives what it yields next, or raises StopIteration."""
            raise StopIteration

        @abstractmethod
        def throw(self, typ, val=None, tb=None):
            """Raises an exception in the generator; gives what it yields next, or raises StopIteration."""
            raise _thrown(typ, val, tb)

        def close(self):
            """Raises GeneratorExit in the generator; from 3.13 on gives what it returns."""
            try:
                self.throw(GeneratorExit)
            except GeneratorExit:
                return None
            except StopIteration as e:
                return e.value if _version >= (3, 13) else None
            raise RuntimeError("generator ignored GeneratorExit")

        __subclasshook__ = _hook("Generator", "__iter__", "__next__", "send", "throw", "close")


if _version >= (3, 12):

    class Buffer(metaclass=ABCMeta):
        __slots__ = ()

        @abstractmethod
        def __buffer__(self, flags: int, /) -> memoryview:
            raise NotImplementedError

        __subclasshook__ = _hook("Buffer", "__buffer__")

