"""The abstract base classes of containers and of what can be iterated, called or awaited.

In `collections` since 2.6 (PEP 3119), in `collections.abc` since 3.3. Awaitable, Coroutine, AsyncIterable and AsyncIterator came
in 3.5, AsyncGenerator, Collection and Reversible in 3.6, Buffer in 3.12.
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
            if val is None:
                if tb is None:
                    raise typ
                val = typ()
            if tb is not None:
                val = val.with_traceback(tb)
            raise val

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
            if val is None:
                if tb is None:
                    raise typ
                val = typ()
            if tb is not None:
                val = val.with_traceback(tb)
            raise val

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

    _Collection, _Reversible = (Collection,), (Reversible, Collection)
else:
    _Collection = _Reversible = (Sized, Iterable, Container)


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
            if val is None:
                if tb is None:
                    raise typ
                val = typ()
            if tb is not None:
                val = val.with_traceback(tb)
            raise val

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


class Set(*_Collection):
    """A set: subclasses give `__contains__`, `__iter__` and `__len__`."""

    __slots__ = ()

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        if len(self) > len(other):
            return False
        for elem in self:
            if elem not in other:
                return False
        return True

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        if len(self) < len(other):
            return False
        for elem in other:
            if elem not in self:
                return False
        return True

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    if _version < (3, 0):

        def __ne__(self, other):
            return not (self == other)

    @classmethod
    def _from_iterable(cls, it):
        """Makes a set of the same kind: override it when `__init__` takes something else than an iterable."""
        return cls(it)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(value for value in other if value in self)

    __rand__ = __and__

    def isdisjoint(self, other):
        """True when the two have nothing in common."""
        for value in other:
            if value in self:
                return False
        return True

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(e for s in (self, other) for e in s)

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return self._from_iterable(value for value in self if value not in other)

    def __rsub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return self._from_iterable(value for value in other if value not in self)

    def __xor__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def _hash(self):
        """A hash for subclasses that do not change: equal sets get the same, whatever their class."""
        h = 1927868237 * (len(self) + 1)
        for x in self:
            hx = hash(x) & 0xFFFFFFFFFFFFFFFF
            h ^= (hx ^ (hx << 16) ^ 89869747) * 3644798167
            h &= 0xFFFFFFFFFFFFFFFF
        h ^= (h >> 11) ^ (h >> 25)
        h = (h * 69069 + 907133923) & 0xFFFFFFFFFFFFFFFF
        if h > 0x7FFFFFFFFFFFFFFF:
            h -= 0x10000000000000000
        return 590923713 if h == -1 else h


class MutableSet(Set):
    """A set that changes: subclasses also give `add` and `discard`."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Adds an element."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Removes an element, if it is there."""
        raise NotImplementedError

    def remove(self, value):
        """Removes an element; KeyError when it is not there."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Removes and returns some element; KeyError when there is none."""
        for value in self:
            break
        else:
            raise KeyError
        self.discard(value)
        return value

    def clear(self):
        """Removes all."""
        try:
            while True:
                self.pop()
        except KeyError:
            pass

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        if not isinstance(it, Set):
            it = self._from_iterable(it)
        for value in it:
            if value in self:
                self.discard(value)
            else:
                self.add(value)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
            return self
        for value in it:
            self.discard(value)
        return self


class Mapping(*_Collection):
    """A mapping: subclasses give `__getitem__`, `__iter__` and `__len__`."""

    __slots__ = ()
    __abc_tpflags__ = 1 << 6
    __hash__ = None
    if _version >= (3, 6):
        __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def get(self, key, default=None):
        """The value of a key, or the default."""
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    if _version >= (3, 0):

        def keys(self):
            return KeysView(self)

        def items(self):
            return ItemsView(self)

        def values(self):
            return ValuesView(self)

    else:

        def keys(self):
            return list(self)

        def items(self):
            return [(key, self[key]) for key in self]

        def values(self):
            return [self[key] for key in self]

        def iterkeys(self):
            return iter(self)

        def itervalues(self):
            for key in self:
                yield self[key]

        def iteritems(self):
            for key in self:
                yield (key, self[key])

        def __ne__(self, other):
            return not (self == other)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())


class MappingView(Sized):
    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return "{0.__class__.__name__}({0._mapping!r})".format(self)

    if _alias:
        __class_getitem__ = _alias


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            v = self._mapping[key]
        except KeyError:
            return False
        return v is value or v == value

    def __iter__(self):
        for key in self._mapping:
            yield (key, self._mapping[key])


class ValuesView(MappingView, *(_Collection if _version >= (3, 6) else ())):
    __slots__ = ()

    def __contains__(self, value):
        for key in self._mapping:
            v = self._mapping[key]
            if v is value or v == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class MutableMapping(Mapping):
    """A mapping that changes: subclasses also give `__setitem__` and `__delitem__`."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    __marker = object()

    def pop(self, key, default=__marker):
        """Removes a key and returns its value, or the default; KeyError without one."""
        try:
            value = self[key]
        except KeyError:
            if default is self.__marker:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        """Removes and returns some pair; KeyError when there is none."""
        for key in self:
            break
        else:
            raise KeyError
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        """Removes all."""
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        """Takes over the pairs of a mapping or of an iterable, then the keywords."""
        if isinstance(other, Mapping):
            for key in other:
                self[key] = other[key]
        elif hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        """The value of a key, which is set to the default first when it is not there."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class Sequence(*_Reversible):
    """A sequence: subclasses give `__getitem__` and `__len__`."""

    __slots__ = ()
    __abc_tpflags__ = 1 << 5

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        for v in self:
            if v is value or v == value:
                return True
        return False

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value, start=0, stop=None):
        """The first place of a value; ValueError when it is not there."""
        if start is not None and start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        i = start
        while stop is None or i < stop:
            try:
                v = self[i]
            except IndexError:
                break
            if v is value or v == value:
                return i
            i += 1
        raise ValueError

    def count(self, value):
        """How often a value is there."""
        return sum(1 for v in self if v is value or v == value)


class MutableSequence(Sequence):
    """A sequence that changes: subclasses also give `__setitem__`, `__delitem__` and `insert`."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Puts a value before an index."""
        raise IndexError

    def append(self, value):
        """Puts a value at the end."""
        self.insert(len(self), value)

    def clear(self):
        """Removes all."""
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        """Turns the order round, in place."""
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        """Puts all values of an iterable at the end."""
        if values is self:
            values = list(values)
        for v in values:
            self.append(v)

    def pop(self, index=-1):
        """Removes and returns the value at an index."""
        v = self[index]
        del self[index]
        return v

    def remove(self, value):
        """Removes the first such value; ValueError when it is not there."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


_generator = (lambda: (yield))()
for _iterator in (
    iter(()), iter([]), iter({}), iter(set()), iter(""), reversed([]), iter(bytearray()), _generator,
):
    Iterator.register(type(_iterator))
Sequence.register(tuple)
Sequence.register(range if _version >= (3, 0) else xrange)
MutableSequence.register(list)
Set.register(frozenset)
MutableSet.register(set)
MutableMapping.register(dict)
if _version >= (3, 0):
    ByteString = ABCMeta("ByteString", (Sequence,), {"__slots__": (), "__module__": "collections.abc", "__doc__": "bytes and bytearray."})
    ByteString.register(bytes)
    ByteString.register(bytearray)
    Iterator.register(zip)
    Sequence.register(str)
    Sequence.register(memoryview)
    MutableSequence.register(bytearray)
    Mapping.register(type(type.__dict__))
    KeysView.register(type({}.keys()))
    ItemsView.register(type({}.items()))
    ValuesView.register(type({}.values()))
else:
    Sequence.register(basestring)
    MutableSequence.register(bytearray)
if _version >= (3, 5):
    Generator.register(type(_generator))

    async def _coroutine():
        pass

    _iterator = _coroutine()
    Coroutine.register(type(_iterator))
    _iterator.close()
if _version >= (3, 6):

    async def _agen():
        yield

    AsyncGenerator.register(type(_agen()))
if _version >= (3, 12):
    for _iterator in (bytes, bytearray, memoryview):
        Buffer.register(_iterator)
del _generator, _iterator

__all__ = [
    name for name in (
        "Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Hashable Iterable Iterator Generator Reversible Sized Container "
        "Callable Collection Set MutableSet Mapping MutableMapping MappingView KeysView ItemsView ValuesView Sequence MutableSequence "
        "ByteString Buffer"
    ).split() if name in globals() and not (name == "ByteString" and _version >= (3, 14))
]
for _name in __all__:
    globals()[_name].__module__ = "collections.abc" if _version >= (3, 3) else "_abcoll"
del _name
