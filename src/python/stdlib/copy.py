"""Copies of things: shallow, sharing what they hold, or deep, copying that too.

In every Python; `replace` and `__replace__` since 3.13.
Source: https://docs.python.org/3/library/copy.html
"""

import sys
import types

try:
    import copyreg
except ImportError:
    import copy_reg as copyreg

__all__ = ["Error", "copy", "deepcopy"]

_version = sys.version_info[:2]


class Error(Exception):
    """What cannot be copied."""


error = Error

_immutable = {type(None), int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice, property}
_immutable |= {type(Ellipsis), type(NotImplemented), types.FunctionType, types.BuiltinFunctionType, types.CodeType, type(sys)}
if _version < (3, 0):
    _immutable |= {long, unicode, xrange, types.ClassType}
_immutable -= {type(sys)}
_atomic = _immutable - {tuple, frozenset, slice}
try:
    import _weakref

    _immutable.add(_weakref.ref)
    _atomic.add(_weakref.ref)
except ImportError:
    pass


def _is_class(cls):
    return issubclass(cls, type)


def _reduced(x, cls):
    """What the object itself, or copyreg for its class, says of how to make it again."""
    reductor = copyreg.dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4 if _version >= (3, 0) else 2)
    reductor = getattr(x, "__reduce__", None)
    if reductor is not None:
        return reductor()
    raise Error("un(deep)copyable object of type %s" % cls)


def copy(x):
    """A shallow copy: a new object that holds the same things."""
    cls = type(x)
    if cls in _immutable or _is_class(cls):
        return x
    if cls in (list, dict, set, bytearray):
        return cls(x)
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    if _version < (3, 0) and cls is types.InstanceType:
        return _copy_instance(x, None)
    how = _reduced(x, cls)
    if isinstance(how, str):
        return x
    return _reconstruct(x, None, *how)


def deepcopy(x, memo=None, _nil=[]):
    """A deep copy; `memo` knows by id what was copied already, so that what is shared stays shared and cycles end."""
    cls = type(x)
    if cls in _atomic:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    copier = _deep.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif _is_class(cls):
        y = x
    elif getattr(x, "__deepcopy__", None) is not None:
        y = x.__deepcopy__(memo)
    else:
        how = _reduced(x, cls)
        y = x if isinstance(how, str) else _reconstruct(x, memo, *how)
    if y is not x:
        memo[id(x)] = y
        # The original must outlive the memo, or another object could come by its id.
        memo.setdefault(id(memo), []).append(x)
    return y


def _deep_list(x, memo):
    y = memo[id(x)] = []
    for each in x:
        y.append(deepcopy(each, memo))
    return y


def _deep_tuple(x, memo):
    items = [deepcopy(each, memo) for each in x]
    if id(x) in memo:
        return memo[id(x)]
    return tuple(items) if any(a is not b for a, b in zip(x, items)) else x


def _deep_dict(x, memo):
    y = memo[id(x)] = {}
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep = {list: _deep_list, tuple: _deep_tuple, dict: _deep_dict, types.MethodType: _deep_method}


class _Empty:
    """A classic instance, made without `__init__`, to be given the class it should have."""


def _copy_instance(x, memo):
    """Instances of the classic classes of 2.x."""
    same = (lambda value, memo: value) if memo is None else deepcopy
    if memo is None and hasattr(x, "__copy__"):
        return x.__copy__()
    if memo is not None and hasattr(x, "__deepcopy__"):
        return x.__deepcopy__(memo)
    if hasattr(x, "__getinitargs__"):
        y = x.__class__(*same(x.__getinitargs__(), memo))
    else:
        y = _Empty()
        y.__class__ = x.__class__
    if memo is not None:
        memo[id(x)] = y
    state = same(x.__getstate__() if hasattr(x, "__getstate__") else x.__dict__, memo)
    if hasattr(y, "__setstate__"):
        y.__setstate__(state)
    else:
        y.__dict__.update(state)
    return y


if _version < (3, 0):
    _deep[types.InstanceType] = _copy_instance


def _reconstruct(x, memo, function, args, state=None, items=None, pairs=None, setter=None):
    """Makes an object from its reduction: a function, its arguments, state, and the items of a list or dict."""
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = function(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


if _version >= (3, 13):
    __all__ += ["replace"]

    def replace(obj, /, **changes):
        """A copy of an object with some of its fields changed."""
        cls = obj.__class__
        if not hasattr(cls, "__replace__"):
            raise TypeError(f"replace() does not support {cls.__name__} objects")
        return cls.__replace__(obj, **changes)
