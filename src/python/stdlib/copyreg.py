"""How to copy and pickle types that do not say so themselves.

`copy_reg` in 2.x, `copyreg` since 3.0.
Source: https://docs.python.org/3/library/copyreg.html
"""

import sys

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Registers the function that reduces instances of a type."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Checks that what is to build instances can be called."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle_complex(c):
    return complex, (c.real, c.imag)


pickle(complex, pickle_complex, complex)

if sys.version_info >= (3, 10):
    from functools import reduce as _reduce
    from operator import or_ as _or

    def pickle_union(obj):
        return _reduce, (_or, obj.__args__)

    pickle(type(int | str), pickle_union)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


_HEAPTYPE = 1 << 9


def _reduce_ex(self, proto):
    """The reduction of protocols 0 and 1: the nearest built-in base, made from its own value, and the instance's dict."""
    cls = self.__class__
    base = object
    for base in cls.__mro__:
        if not getattr(base, "__flags__", _HEAPTYPE) & _HEAPTYPE:
            break
    if base is object:
        state = None
    else:
        if base is cls:
            raise TypeError("cannot pickle {!r} object".format(cls.__name__))
        state = base(self)
    args = (cls, base, state)
    try:
        getstate = self.__getstate__
    except AttributeError:
        if getattr(self, "__slots__", None):
            raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled with protocol %s" % proto)
        found = getattr(self, "__dict__", None)
    else:
        found = getstate()
    return (_reconstructor, args, found) if found else (_reconstructor, args)


def __reduce_2__(self):
    """The reduction of protocols 2 and up: a call of the class's `__new__`, the state, and the items of a list or dict."""
    cls = self.__class__
    # Python 2 asked the instance, and so its `__getattr__`.
    asked = self if sys.version_info < (3, 4) else cls
    if hasattr(asked, "__getnewargs_ex__"):
        args, kwargs = self.__getnewargs_ex__()
    else:
        args, kwargs = tuple(self.__getnewargs__()) if hasattr(asked, "__getnewargs__") else (), {}
    make, args = (__newobj_ex__, (cls, args, kwargs)) if kwargs else (__newobj__, (cls,) + args)
    try:
        getstate = self.__getstate__
    except AttributeError:
        state = _state(self)
    else:
        state = getstate()
    items = iter(self) if isinstance(self, list) else None
    pairs = iter(self.items()) if isinstance(self, dict) else None
    return make, args, state, items, pairs


def _state(self):
    """The instance's dict, and with slots a pair of the dict and what is in them."""
    own = getattr(self, "__dict__", None) or None
    slots = {name: getattr(self, name) for name in _slotnames(self.__class__) if hasattr(self, name)}
    return (own, slots) if slots else own


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _slotnames(cls):
    """The names in `__slots__` of a class and its bases, private ones mangled, without `__dict__` and `__weakref__`."""
    known = cls.__dict__.get("__slotnames__")
    if known is not None:
        return known
    names = []
    for each in getattr(cls, "__mro__", ()):
        slots = each.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = each.__name__.lstrip("_")
                name = "_%s%s" % (stripped, name) if stripped else name
            names.append(name)
    try:
        cls.__slotnames__ = names
    except Exception:
        pass
    return names


def add_extension(module, name, code):
    """Gives a global a number, to be pickled by."""
    code = int(code)
    if not 1 <= code <= 0x7FFFFFFF:
        raise ValueError("code out of range")
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError("key %s is already registered with code %s" % (key, _extension_registry[key]))
    if code in _inverted_registry:
        raise ValueError("code %s is already in use for key %s" % (code, _inverted_registry[code]))
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Takes the number back; raises ValueError when it is not the one given."""
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError("key %s is not registered with code %s" % (key, code))
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
