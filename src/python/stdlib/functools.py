"""Functions that take functions and give functions.

`partial` and `wraps` since 2.5, `reduce` since 2.6, `total_ordering` and `cmp_to_key` since 2.7/3.2, `lru_cache` since 3.2,
`singledispatch` and `partialmethod` since 3.4, `cached_property` and `singledispatchmethod` since 3.8, `cache` since 3.9.
Source: https://docs.python.org/3/library/functools.html
"""

import sys
from _functools import *

_version = sys.version_info[:2]
if _version >= (3, 2):
    from _functools import _lru_cache_wrapper

__all__ = ["partial", "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES"]
if _version >= (2, 6):
    __all__.append("reduce")
if _version >= (2, 7):
    __all__ += ["total_ordering", "cmp_to_key"]
if _version >= (3, 2):
    __all__.append("lru_cache")
if _version >= (3, 4):
    __all__ += ["singledispatch", "partialmethod"]
if _version >= (3, 8):
    __all__ += ["cached_property", "singledispatchmethod"]
if _version >= (3, 9):
    __all__.append("cache")
if _version >= (3, 14):
    from _functools import Placeholder

    __all__.append("Placeholder")

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__doc__")
if _version >= (3, 3):
    WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
if _version >= (3, 12):
    WRAPPER_ASSIGNMENTS += ("__type_params__",)
if _version >= (3, 14):
    WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotate__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes one function look like another: name, module, docstring and attributes; `__wrapped__` since 3.2."""
    for attr in assigned:
        if _version < (3, 0):
            setattr(wrapper, attr, getattr(wrapped, attr))
            continue
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            pass
        else:
            setattr(wrapper, attr, value)
    for attr in updated:
        getattr(wrapper, attr).update(getattr(wrapped, attr, {}) if _version >= (3, 0) else getattr(wrapped, attr))
    # Last, so that the update cannot bring an older one along.
    if _version >= (3, 2):
        wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator for wrappers: update_wrapper with everything but the wrapper given."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# The other comparisons from one of them

def _gt_from_lt(self, other):
    """Return a > b.  Computed by @total_ordering from (not a < b) and (a != b)."""
    result = self.__class__.__lt__(self, other)
    return result if result is NotImplemented else not result and self != other


def _le_from_lt(self, other):
    """Return a <= b.  Computed by @total_ordering from (a < b) or (a == b)."""
    result = self.__class__.__lt__(self, other)
    return result if result is NotImplemented else result or self == other


def _ge_from_lt(self, other):
    """Return a >= b.  Computed by @total_ordering from (not a < b)."""
    result = self.__class__.__lt__(self, other)
    return result if result is NotImplemented else not result


def _ge_from_le(self, other):
    """Return a >= b.  Computed by @total_ordering from (not a <= b) or (a == b)."""
    result = self.__class__.__le__(self, other)
    return result if result is NotImplemented else not result or self == other


def _lt_from_le(self, other):
    """Return a < b.  Computed by @total_ordering from (a <= b) and (a != b)."""
    result = self.__class__.__le__(self, other)
    return result if result is NotImplemented else result and self != other


def _gt_from_le(self, other):
    """Return a > b.  Computed by @total_ordering from (not a <= b)."""
    result = self.__class__.__le__(self, other)
    return result if result is NotImplemented else not result


def _lt_from_gt(self, other):
    """Return a < b.  Computed by @total_ordering from (not a > b) and (a != b)."""
    result = self.__class__.__gt__(self, other)
    return result if result is NotImplemented else not result and self != other


def _ge_from_gt(self, other):
    """Return a >= b.  Computed by @total_ordering from (a > b) or (a == b)."""
    result = self.__class__.__gt__(self, other)
    return result if result is NotImplemented else result or self == other


def _le_from_gt(self, other):
    """Return a <= b.  Computed by @total_ordering from (not a > b)."""
    result = self.__class__.__gt__(self, other)
    return result if result is NotImplemented else not result


def _le_from_ge(self, other):
    """Return a <= b.  Computed by @total_ordering from (not a >= b) or (a == b)."""
    result = self.__class__.__ge__(self, other)
    return result if result is NotImplemented else not result or self == other


def _gt_from_ge(self, other):
    """Return a > b.  Computed by @total_ordering from (a >= b) and (a != b)."""
    result = self.__class__.__ge__(self, other)
    return result if result is NotImplemented else result and self != other


def _lt_from_ge(self, other):
    """Return a < b.  Computed by @total_ordering from (not a >= b)."""
    result = self.__class__.__ge__(self, other)
    return result if result is NotImplemented else not result


_derived = {
    "__lt__": [("__gt__", _gt_from_lt), ("__le__", _le_from_lt), ("__ge__", _ge_from_lt)],
    "__le__": [("__ge__", _ge_from_le), ("__lt__", _lt_from_le), ("__gt__", _gt_from_le)],
    "__gt__": [("__lt__", _lt_from_gt), ("__ge__", _ge_from_gt), ("__le__", _le_from_gt)],
    "__ge__": [("__le__", _le_from_ge), ("__gt__", _gt_from_ge), ("__lt__", _lt_from_ge)],
}


def total_ordering(cls):
    """Fills in the comparisons that a class leaves out, from one that it has. Raises ValueError when it has none."""
    roots = [op for op in _derived if getattr(cls, op, None) is not getattr(object, op, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    derived = _derived[max(roots)]
    if _version < (3, 0) and not hasattr(cls, "__ne__"):
        derived = derived + [("__ne__", lambda self, other: not self == other)]
    for name, function in derived:
        if name not in roots:
            function.__name__ = name
            setattr(cls, name, function)
    return cls


# Functions with some arguments given, as methods

def _unwrap_partial(func):
    while isinstance(func, partial):
        func = func.func
    return func


class partialmethod(object):
    """A method with some arguments given: `partial` for class bodies."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("{!r} is not callable or a descriptor".format(func))
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = dict(func.keywords, **keywords)
        else:
            self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = type(self)
        if _version >= (3, 13):
            parts = [repr(self.func)] + [repr(a) for a in self.args] + ["%s=%r" % pair for pair in self.keywords.items()]
            return "%s.%s(%s)" % (cls.__module__, cls.__qualname__, ", ".join(parts))
        args = ", ".join(map(repr, self.args))
        keywords = ", ".join("{}={!r}".format(k, v) for k, v in self.keywords.items())
        return "{}.{}({}, {}, {})".format(cls.__module__, cls.__qualname__, self.func, args, keywords)

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    if _version >= (3, 9):
        __class_getitem__ = classmethod(type(list[int]))


def _unwrap_partialmethod(func):
    previous = None
    while func is not previous:
        previous = func
        while isinstance(getattr(func, "__partialmethod__", None), partialmethod):
            func = func.__partialmethod__
        while isinstance(func, partialmethod):
            func = getattr(func, "func")
        func = _unwrap_partial(func)
    return func


# Caches

if _version >= (3, 2):
    from collections import namedtuple

    _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
    _CacheInfo.__module__ = "functools"

    def lru_cache(maxsize=128, typed=False):
        """Remembers the results of the last calls, by their arguments."""
        if isinstance(maxsize, int):
            if maxsize < 0:
                maxsize = 0
        elif callable(maxsize) and isinstance(typed, bool) and _version >= (3, 8):
            return _cached(maxsize, 128, typed)
        elif maxsize is not None:
            raise TypeError(
                "Expected first argument to be an integer, a callable, or None" if _version >= (3, 8)
                else "Expected maxsize to be an integer or None"
            )
        return lambda function: _cached(function, maxsize, typed)

    def _cached(function, maxsize, typed):
        wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
        if _version >= (3, 9):
            wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, function)

    def cache(user_function, /):
        """Remembers every result: lru_cache without a limit."""
        return lru_cache(maxsize=None)(user_function)

    if _version < (3, 9):
        del cache


_NOT_FOUND = object()


class cached_property(object):
    """A property that is computed once, and then is an ordinary attribute of the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            known = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property."
            ) from None
        value = known.get(self.attrname, _NOT_FOUND)
        if value is _NOT_FOUND:
            value = self.func(instance)
            try:
                known[self.attrname] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                    f"does not support item assignment for caching {self.attrname!r} property."
                ) from None
        return value

    if _version >= (3, 9):
        __class_getitem__ = classmethod(type(list[int]))


# Functions chosen by the class of their first argument

def _merge(sequences):
    """C3: one order that respects all the given ones."""
    result = []
    while True:
        sequences = [s for s in sequences if s]
        if not sequences:
            return result
        for sequence in sequences:
            candidate = sequence[0]
            if not any(candidate in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(candidate)
        for sequence in sequences:
            if sequence[0] is candidate:
                del sequence[0]


def _linear(cls, abcs=()):
    """The order of a class's ancestors, with the abstract classes in it where they come in."""
    for i, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, "__abstractmethods__"):
            boundary = len(cls.__bases__) - i
            break
    else:
        boundary = 0
    explicit = list(cls.__bases__[:boundary])
    abcs = list(abcs)
    abstract = [
        base for base in abcs if issubclass(cls, base) and not any(issubclass(b, base) for b in cls.__bases__)
    ]
    for base in abstract:
        abcs.remove(base)
    others = list(cls.__bases__[boundary:])
    return _merge(
        [[cls]]
        + [_linear(base, abcs) for base in explicit]
        + [_linear(base, abcs) for base in abstract]
        + [_linear(base, abcs) for base in others]
        + [explicit, abstract, others]
    )


def _compose_mro(cls, types):
    bases = set(cls.__mro__)

    def related(typ):
        return typ not in bases and hasattr(typ, "__mro__") and not isinstance(typ, type(list[int]) if _version >= (3, 9) else ()) and issubclass(cls, typ)

    types = [n for n in types if related(n)]
    types = [n for n in types if not any(n != other and n in other.__mro__ for other in types)]
    known = set(types)
    mro = []
    for typ in types:
        found = []
        for sub in typ.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                found.append([s for s in sub.__mro__ if s in known])
        if not found:
            mro.append(typ)
            continue
        found.sort(key=len, reverse=True)
        for sub in found:
            for subcls in sub:
                if subcls not in mro:
                    mro.append(subcls)
    return _linear(cls, abcs=mro)


def _find_impl(cls, registry):
    mro = _compose_mro(cls, registry.keys())
    match = None
    for t in mro:
        if match is not None:
            # Two abstract classes, neither of them inherited from: nobody can say which comes first.
            if t in registry and t not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, t):
                raise RuntimeError("Ambiguous dispatch: {} or {}".format(match, t))
            break
        if t in registry:
            match = t
    return registry.get(match)


def _union_members(cls):
    """The classes of a union, or None when it is none."""
    from types import UnionType

    # A union of the module typing exists only once that module was imported.
    typing = sys.modules.get("typing")
    if isinstance(cls, UnionType) or typing is not None and typing.get_origin(cls) is typing.Union:
        return cls.__args__
    return None


def singledispatch(func):
    """Makes a function generic: `register` adds implementations by the class of the first argument."""
    from types import MappingProxyType

    registry, remembered = {}, {}
    token = None

    def dispatch(cls):
        """The implementation for a class."""
        nonlocal token
        if token is not None:
            import abc

            current = abc.get_cache_token()
            if token != current:
                remembered.clear()
                token = current
        try:
            return remembered[cls]
        except KeyError:
            impl = registry.get(cls)
            if impl is None:
                impl = _find_impl(cls, registry)
            remembered[cls] = impl
            return impl

    def valid(cls):
        if isinstance(cls, type) and not (_version >= (3, 9) and isinstance(cls, type(list[int]))):
            return True
        members = _union_members(cls) if _version >= (3, 11) and not isinstance(cls, type) else None
        return members is not None and all(isinstance(arg, type) for arg in members)

    def register(cls, func=None):
        """Adds an implementation; as a decorator it reads the class from the annotation of the first argument."""
        nonlocal token
        if valid(cls):
            if func is None:
                return lambda f: register(cls, f)
        elif _version < (3, 7):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type." if _version >= (3, 11) else f"Invalid first argument to `register()`. {cls!r} is not a class.")
            ann = getattr(cls, "__annotations__", {})
            if not ann:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    f"Use either `@register(some_class)` or plain `@register` on an annotated function."
                )
            func = cls
            argname, cls = next(iter(ann.items()))
            if isinstance(cls, str):
                from typing import get_type_hints

                cls = get_type_hints(func)[argname]
            if not valid(cls):
                if _version >= (3, 11) and _union_members(cls) is not None:
                    raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        members = None if isinstance(cls, type) else _union_members(cls)
        for one in members if members is not None else (cls,):
            registry[one] = func
            if token is None and hasattr(one, "__abstractmethods__"):
                import abc

                token = abc.get_cache_token()
        remembered.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = remembered.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod(object):
    """A method chosen by the class of its first argument after self or cls."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Adds an implementation."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        funcname = getattr(self.func, "__name__", "singledispatchmethod method")

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f"{funcname} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


for _name, _first in (
    ("partialmethod", (3, 4)), ("singledispatch", (3, 4)), ("cached_property", (3, 8)), ("singledispatchmethod", (3, 8)),
    ("total_ordering", (2, 7)),
):
    if _version < _first:
        del globals()[_name]
del _name, _first
