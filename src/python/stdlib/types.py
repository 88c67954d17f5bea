"""Names for the types that the interpreter makes itself, and helpers for making classes and coroutines.

In every Python; `new_class` since 3.3, `coroutine` since 3.5 (PEP 492), `GenericAlias` since 3.9, `UnionType` since 3.10.
Source: https://docs.python.org/3/library/types.html
"""

import sys
from _types import *
from _types import iterable_coroutine as _iterable_coroutine

_since = sys.version_info.__ge__ if hasattr(sys, "version_info") else (lambda v: False)

NoneType = type(None)
FunctionType = LambdaType = type(lambda: None)
CodeType = type(_since.__code__) if hasattr(_since, "__code__") else type((lambda: None).__code__)
BuiltinFunctionType = BuiltinMethodType = type(len)
ModuleType = type(sys)


class _C:
    def m(self):
        pass


MethodType = type(_C().m)
WrapperDescriptorType = MethodDescriptorType = type(list.append)
MethodWrapperType = type([].append)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
GetSetDescriptorType = type(FunctionType.__code__)


class _Slotted(object):
    __slots__ = ("slot",)


MemberDescriptorType = type(_Slotted.slot)

if _since((3, 0)):
    MappingProxyType = type(type.__dict__)
    EllipsisType = type(Ellipsis)
    NotImplementedType = type(NotImplemented)
else:
    DictProxyType = type(type.__dict__)
    NotImplementedType = type(NotImplemented)
    EllipsisType = type(Ellipsis)
    TypeType, ObjectType = type, object
    IntType, LongType, FloatType, BooleanType, ComplexType = int, long, float, bool, complex
    StringType, UnicodeType, StringTypes = str, unicode, (str, unicode)
    TupleType, ListType, DictType, DictionaryType = tuple, list, dict, dict
    SliceType, XRangeType = slice, xrange
    ClassType, InstanceType = type(_C), type(_C())
    UnboundMethodType = MethodType


class DynamicClassAttribute:
    """A property of instances that, asked of the class, gives way to the metaclass's `__getattr__`."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, owner=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        doc = fget.__doc__ if self.overwrite_doc else None
        result = type(self)(fget, self.fset, self.fdel, doc or self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result

    def setter(self, fset):
        result = type(self)(self.fget, fset, self.fdel, self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result

    def deleter(self, fdel):
        result = type(self)(self.fget, self.fset, fdel, self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result


def resolve_bases(bases):
    """The bases, with those that are no classes replaced by what their `__mro_entries__` gives (PEP 560)."""
    bases = tuple(bases)
    resolved = []
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            resolved.append(base)
            continue
        new = entries(bases)
        if not isinstance(new, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        resolved.extend(new)
    return bases if resolved == list(bases) else tuple(resolved)


def get_original_bases(cls, /):
    """The bases as the class statement had them."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


def _metaclass(meta, bases):
    for base in bases:
        kind = type(base)
        if issubclass(meta, kind):
            continue
        if not issubclass(kind, meta):
            raise TypeError(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
            )
        meta = kind
    return meta


def prepare_class(name, bases=(), kwds=None):
    """Metaclass, namespace and remaining keywords for a class to be made (PEP 3115)."""
    kwds = dict(kwds or {})
    meta = kwds.pop("metaclass", type(bases[0]) if bases else type)
    if isinstance(meta, type):
        meta = _metaclass(meta, bases)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, namespace, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class as the class statement would, its body being a function that fills the namespace."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases and resolved != tuple(bases):
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)


class _GeneratorWrapper:
    """Gives the result of a function that returns some other generator-like object the face of a coroutine."""

    def __init__(self, gen):
        self.__wrapped = gen
        self.__isgen = gen.__class__ is GeneratorType
        self.__name__ = getattr(gen, "__name__", None)
        self.__qualname__ = getattr(gen, "__qualname__", None)

    def send(self, val):
        return self.__wrapped.send(val)

    def throw(self, tp, *rest):
        return self.__wrapped.throw(tp, *rest)

    def close(self):
        return self.__wrapped.close()

    @property
    def gi_code(self):
        return self.__wrapped.gi_code

    @property
    def gi_frame(self):
        return self.__wrapped.gi_frame

    @property
    def gi_running(self):
        return self.__wrapped.gi_running

    @property
    def gi_yieldfrom(self):
        return self.__wrapped.gi_yieldfrom

    cr_code, cr_frame, cr_running, cr_await = gi_code, gi_frame, gi_running, gi_yieldfrom

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        if self.__isgen:
            return self.__wrapped
        return self

    __await__ = __iter__


def coroutine(func):
    """Makes what a generator function returns awaitable: the bridge between `yield` and `await`."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if isinstance(func, FunctionType):
        flags = func.__code__.co_flags
        if flags & 0x180:
            return func
        if flags & 0x20:
            return _iterable_coroutine(func)

    import functools

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if made.__class__ is CoroutineType or made.__class__ is GeneratorType and made.gi_code.co_flags & 0x100:
            return made
        from collections.abc import Coroutine, Generator

        if isinstance(made, Generator) and not isinstance(made, Coroutine):
            return _GeneratorWrapper(made)
        return made

    return wrapped


if _since((3, 9)):
    GenericAlias = type(list[int])
if _since((3, 10)):
    UnionType = type(int | str)
