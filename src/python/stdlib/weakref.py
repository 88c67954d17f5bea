"""References that keep nothing alive, and containers made of them. An object dies here as soon as nothing else holds it, or with its cycle in `gc.collect`.

Since 2.1; `WeakKeyDictionary` since 2.2, `WeakSet` since 2.7, `WeakMethod` and `finalize` since 3.4.
Source: https://docs.python.org/3/library/weakref.html
"""

import _collections_abc
import itertools
from _era import since
from _weakref import CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs, proxy, ref
from _weakrefset import WeakSet

ProxyTypes = (ProxyType, CallableProxyType)

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType", "CallableProxyType"]
__all__ += ["ProxyTypes", "WeakValueDictionary"]

if since(2, 7):
    __all__.append("WeakSet")
if not since(3):
    ReferenceError = ReferenceError
    __all__.append("ReferenceError")


class KeyedRef(ref):
    """A reference to a value of a mapping that knows its key."""

    __slots__ = ("key",)

    def __new__(cls, ob, callback, key):
        self = ref.__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super(KeyedRef, self).__init__(ob, callback)


class _WeakMapping(_collections_abc.MutableMapping):
    """What the two dictionaries have in common: `data` holds the references, `_alive` gives what is still there."""

    def __len__(self):
        return sum(1 for _ in self._alive())

    def __iter__(self):
        for key, _ in self._alive():
            yield key

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    __hash__ = None

    def copy(self):
        made = self.__class__() if since(3, 10) else type(self)()
        for key, value in self._alive():
            made[key] = value
        return made

    __copy__ = copy

    if since(3):

        def keys(self):
            return iter(self)

        def items(self):
            return self._alive()

        def values(self):
            for _, value in self._alive():
                yield value

    else:

        def has_key(self, key):
            return key in self

        def iterkeys(self):
            return iter(self)

        def iteritems(self):
            return self._alive()

        def itervalues(self):
            for _, value in self._alive():
                yield value

        def keys(self):
            return list(self)

        def items(self):
            return list(self._alive())

        def values(self):
            return list(self.itervalues())

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def update(self, other=None, /, **kwargs):
        if other is not None:
            for key, value in (other if hasattr(other, "items") else dict(other)).items():
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    if since(3, 9):

        def __ior__(self, other):
            self.update(other)
            return self

        def __or__(self, other):
            if not isinstance(other, _collections_abc.Mapping):
                return NotImplemented
            made = self.copy()
            made.update(other)
            return made

        def __ror__(self, other):
            if not isinstance(other, _collections_abc.Mapping):
                return NotImplemented
            made = self.__class__()
            made.update(other)
            made.update(self)
            return made


_missing = object()


class WeakValueDictionary(_WeakMapping):
    """A mapping that keeps none of its values alive; an entry goes with its value."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        this = ref(self)

        def remove(reference):
            self = this()
            if self is not None and self.data.get(reference.key) is reference:
                del self.data[reference.key]

        self._remove = remove
        self.update(other, **kw)

    def _alive(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        reference = self.data.get(key)
        return reference is not None and reference() is not None

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = self.__class__()
        for key, value in self._alive():
            made[deepcopy(key, memo)] = value
        return made

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = default
            return default
        return value

    def pop(self, key, *args):
        reference = self.data.pop(key, None)
        value = None if reference is None else reference()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            value = reference()
            if value is not None:
                return key, value

    def valuerefs(self):
        """The references, of which some may be dead."""
        return list(self.data.values())

    def itervaluerefs(self):
        return iter(self.valuerefs())


class WeakKeyDictionary(_WeakMapping):
    """A mapping that keeps none of its keys alive; an entry goes with its key."""

    def __init__(self, dict=None):
        self.data = {}
        this = ref(self)

        def remove(reference):
            self = this()
            if self is not None:
                self.data.pop(reference, None)

        self._remove = remove
        if dict is not None:
            self.update(dict)

    def _alive(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = self.__class__()
        for key, value in self._alive():
            made[key] = deepcopy(value, memo)
        return made

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            key = reference()
            if key is not None:
                return key, value

    def keyrefs(self):
        """The references, of which some may be dead."""
        return list(self.data)

    def iterkeyrefs(self):
        return iter(self.keyrefs())


if since(3):
    del WeakKeyDictionary.iterkeyrefs

if since(3, 4):
    __all__ += ["WeakMethod", "finalize"]

    class WeakMethod(ref):
        """A reference to a bound method that lives as long as its object and its function, although every `o.method` is a new one."""

        __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

        def __new__(cls, meth, callback=None):
            try:
                obj, func = meth.__self__, meth.__func__
            except AttributeError:
                raise TypeError("argument should be a bound method, not {}".format(type(meth))) from None

            def dead(_):
                self = this()
                if self is not None and self._alive:
                    self._alive = False
                    if callback is not None:
                        callback(self)

            self = ref.__new__(cls, obj, dead)
            self._func_ref = ref(func, dead)
            self._meth_type = type(meth)
            self._alive = True
            this = ref(self)
            return self

        def __call__(self):
            obj, func = super().__call__(), self._func_ref()
            return None if obj is None or func is None else self._meth_type(func, obj)

        def __eq__(self, other):
            if not isinstance(other, WeakMethod):
                return NotImplemented
            if not (self._alive and other._alive):
                return self is other
            return ref.__eq__(self, other) and self._func_ref == other._func_ref

        def __ne__(self, other):
            same = self.__eq__(other)
            return same if same is NotImplemented else not same

        __hash__ = ref.__hash__

    class finalize:
        """Calls a function once: when an object dies, when asked to, or when the program ends (unless `atexit` is set to False)."""

        __slots__ = ()

        _registry = {}
        _numbers = itertools.count()
        _at_exit = False

        class _Info:
            __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

        def __init__(self, obj, func, /, *args, **kwargs):
            if not finalize._at_exit:
                import atexit

                atexit.register(finalize._exitfunc)
                finalize._at_exit = True
            info = finalize._Info()
            info.weakref = ref(obj, self)
            info.func, info.args, info.kwargs = func, args, kwargs or None
            info.atexit = True
            info.index = next(finalize._numbers)
            finalize._registry[self] = info

        def __call__(self, _=None):
            info = finalize._registry.pop(self, None)
            if info:
                return info.func(*info.args, **(info.kwargs or {}))

        def _living(self):
            info = finalize._registry.get(self)
            obj = info and info.weakref()
            return (info, obj) if obj is not None else (None, None)

        def detach(self):
            """`(object, function, args, kwargs)` if still alive; from then on nothing is called."""
            info, obj = self._living()
            if info and finalize._registry.pop(self, None):
                return obj, info.func, info.args, info.kwargs or {}

        def peek(self):
            """The same, without any change."""
            info, obj = self._living()
            if info:
                return obj, info.func, info.args, info.kwargs or {}

        @property
        def alive(self):
            return self in finalize._registry

        @property
        def atexit(self):
            info = finalize._registry.get(self)
            return bool(info) and info.atexit

        @atexit.setter
        def atexit(self, value):
            info = finalize._registry.get(self)
            if info:
                info.atexit = bool(value)

        def __repr__(self):
            info, obj = self._living()
            if not info:
                return "<%s object at %#x; dead>" % (type(self).__name__, id(self))
            return "<%s object at %#x; for %r at %#x>" % (type(self).__name__, id(self), type(obj).__name__, id(obj))

        @classmethod
        def _exitfunc(cls):
            """At the end of the program: the youngest first."""
            while True:
                waiting = [(info.index, each) for each, info in cls._registry.items() if info.atexit]
                if not waiting:
                    return
                _, last = max(waiting, key=lambda pair: pair[0])
                try:
                    last()
                except Exception:
                    import sys

                    sys.excepthook(*sys.exc_info())
