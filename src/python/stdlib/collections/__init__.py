"""Containers beyond list, dict and tuple: counters, chains of mappings, named tuples, double-ended queues.

Since 2.4 (`deque`); `defaultdict` since 2.5, `namedtuple` since 2.6, `OrderedDict` and `Counter` since 2.7 and 3.1, `ChainMap` since
3.3; `UserDict`, `UserList` and `UserString` are here since 3.0.
Source: https://docs.python.org/3/library/collections.html
"""

import sys
from _collections import deque

_version = sys.version_info[:2]

__all__ = ["deque"]

if _version >= (2, 5):
    from _collections import defaultdict

    __all__ += ["defaultdict"]

if (2, 6) <= _version < (3, 10):
    import _collections_abc as _abstract

    # Until 3.9 the abstract classes could be had from here too; before 3.3 they had no other home.
    for _name in _abstract.__all__:
        globals()[_name] = getattr(_abstract, _name)
    if _version < (3, 3):
        __all__ += _abstract.__all__

if _version >= (2, 6):
    from _collections_abc import Mapping as _Mapping, MutableMapping as _MutableMapping
    from _collections_abc import MutableSequence as _MutableSequence, Sequence as _Sequence
    from _collections_abc import KeysView as _KeysView, ItemsView as _ItemsView, ValuesView as _ValuesView
    import keyword as _keyword
    from operator import itemgetter as _itemgetter

    __all__ += ["namedtuple"]

    def _is_name(text):
        if _version >= (3, 0):
            return text.isidentifier()
        return bool(text) and all(c.isalnum() or c == "_" for c in text)

    def _checked_names(typename, field_names, rename):
        if isinstance(field_names, str) or _version < (3, 0) and isinstance(field_names, unicode):
            field_names = field_names.replace(",", " ").split()
        names = [name if type(name) is str else str(name) for name in field_names]
        if rename:
            seen = set()
            for at, name in enumerate(names):
                if not _is_name(name) or _keyword.iskeyword(name) or name[:1] in ("", "_") or name[0].isdigit() or name in seen:
                    names[at] = "_%d" % at
                seen.add(name)
        for name in [typename] + names:
            if not isinstance(name, str):
                raise TypeError("Type names and field names must be strings")
            if not _is_name(name):
                if _version < (3, 0):
                    raise ValueError("Type names and field names can only contain alphanumeric characters and underscores: %r" % name)
                raise ValueError("Type names and field names must be valid identifiers: %r" % name)
            if _keyword.iskeyword(name):
                raise ValueError("Type names and field names cannot be a keyword: %r" % name)
            if name[0].isdigit():
                raise ValueError("Type names and field names cannot start with a number: %r" % name)
        seen = set()
        for name in names:
            if name.startswith("_") and not rename:
                raise ValueError("Field names cannot start with an underscore: %r" % name)
            if name in seen:
                raise ValueError("Encountered duplicate field name: %r" % name)
            seen.add(name)
        return tuple(names)

    def _constructor(typename, fields):
        """A `__new__` with the fields as its parameters, so that a wrong call is told in their names."""
        space = {"_make": tuple.__new__, "__builtins__": {}, "__name__": "namedtuple_" + typename}
        given = "(" + ", ".join(fields) + ("," if len(fields) == 1 else "") + ")"
        return eval("lambda _cls, %s: _make(_cls, %s)" % (", ".join(fields), given), space)

    def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
        """A class of tuples whose items have names too.

        A name that is no identifier, a keyword, or begins with an underscore raises ValueError, unless `rename` gives it a number.
        """
        typename = str(typename)
        fields = _checked_names(typename, field_names, rename)
        count = len(fields)
        if defaults is not None:
            defaults = tuple(defaults)
            if len(defaults) > count:
                raise TypeError("Got more default values than field names")
        created = _constructor(typename, fields)
        created.__name__ = "__new__"
        created.__doc__ = "Create new instance of %s(%s)" % (typename, ", ".join(fields))
        if _version >= (3, 3):
            created.__qualname__ = typename + ".__new__"
        if defaults is not None:
            created.__defaults__ = defaults
        template = "(" + ", ".join(name + "=%r" for name in fields) + ")"

        def _make(cls, iterable):
            result = tuple.__new__(cls, iterable)
            if len(result) != count:
                raise TypeError("Expected %d arguments, got %d" % (count, len(result)))
            return result

        def _replace(self, /, **kwds):
            result = self._make([kwds.pop(name, value) for name, value in zip(fields, self)])
            if kwds:
                kind = TypeError if _version >= (3, 13) else ValueError
                raise kind("Got unexpected field names: %r" % (list(kwds),))
            return result

        def __repr__(self):
            name = typename if _version < (3, 0) else self.__class__.__name__
            return name + template % tuple(self)

        def _asdict(self):
            kind = dict if _version >= (3, 8) else OrderedDict
            return kind(zip(self._fields, self))

        def __getnewargs__(self):
            return tuple(self)

        _make.__doc__ = "Make a new %s object from a sequence or iterable" % typename
        _replace.__doc__ = "Return a new %s object replacing specified fields with new values" % typename
        __repr__.__doc__ = "Return a nicely formatted representation string"
        _asdict.__doc__ = "Return a new dict which maps field names to their values."
        __getnewargs__.__doc__ = "Return self as a plain tuple.  Used by copy and pickle."
        by_name = dict(zip(fields[count - len(defaults) :], defaults)) if defaults else {}
        namespace = {
            "__doc__": "%s(%s)" % (typename, ", ".join(fields)),
            "__slots__": (),
            "_fields": fields,
            "__new__": created,
            "_make": classmethod(_make),
            "_replace": _replace,
            "__repr__": __repr__,
            "_asdict": _asdict,
            "__getnewargs__": __getnewargs__,
        }
        if _version >= (3, 7):
            namespace["_field_defaults"] = by_name
        if (3, 7) <= _version < (3, 9):
            namespace["_fields_defaults"] = by_name
        if _version >= (3, 10):
            namespace["__match_args__"] = fields
        if _version >= (3, 13):
            namespace["__replace__"] = _replace
        if _version >= (3, 3):
            for method in (_make, _replace, __repr__, _asdict, __getnewargs__):
                method.__qualname__ = "%s.%s" % (typename, method.__name__)
        for at, name in enumerate(fields):
            about = "Alias for field number %d" % at
            namespace[name] = _tuplegetter(at, about) if _version >= (3, 8) else property(_itemgetter(at), doc=about)
        result = type(typename, (tuple,), namespace)
        if module is None:
            try:
                module = sys._getframe(1).f_globals.get("__name__", "__main__")
            except (AttributeError, ValueError):
                pass
        if module is not None:
            result.__module__ = module
        return result

    if _version >= (3, 8):
        from _collections import _tuplegetter


if _version >= (2, 7):
    from _collections import OrderedDict
    from heapq import nlargest as _nlargest
    from itertools import chain as _chain, repeat as _repeat, starmap as _starmap

    __all__ += ["OrderedDict", "Counter"]

    def _pairs(mapping):
        return mapping.items() if _version >= (3, 0) else mapping.iteritems()

    class Counter(dict):
        """A dict of how many times each thing occurs; what does not occur counts zero."""

        def __init__(self, iterable=None, /, **kwds):
            super(Counter, self).__init__()
            self.update(iterable, **kwds)

        def __missing__(self, key):
            return 0

        def most_common(self, n=None):
            """The n most common things and their counts, or all of them, the most common first."""
            if n is None:
                return sorted(_pairs(self), key=_itemgetter(1), reverse=True)
            return _nlargest(n, _pairs(self), key=_itemgetter(1))

        def elements(self):
            """Each thing as many times as it counts."""
            return _chain.from_iterable(_starmap(_repeat, _pairs(self)))

        @classmethod
        def fromkeys(cls, iterable, v=None):
            raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

        def update(self, iterable=None, /, **kwds):
            """Adds counts, rather than replacing them."""
            if iterable is not None:
                if isinstance(iterable, _Mapping):
                    if self:
                        for thing, count in _pairs(iterable):
                            self[thing] = count + self.get(thing, 0)
                    else:
                        super(Counter, self).update(iterable)
                else:
                    for thing in iterable:
                        self[thing] = self.get(thing, 0) + 1
            if kwds:
                self.update(kwds)

        def subtract(self, iterable=None, /, **kwds):
            """Takes counts away; they may fall below zero."""
            if iterable is not None:
                if isinstance(iterable, _Mapping):
                    for thing, count in iterable.items():
                        self[thing] = self.get(thing, 0) - count
                else:
                    for thing in iterable:
                        self[thing] = self.get(thing, 0) - 1
            if kwds:
                self.subtract(kwds)

        def copy(self):
            return self.__class__(self)

        def __reduce__(self):
            return (self.__class__, (dict(self),))

        def __delitem__(self, thing):
            if thing in self:
                super(Counter, self).__delitem__(thing)

        def __repr__(self):
            if not self:
                return "%s()" % self.__class__.__name__
            try:
                items = self.most_common()
            except TypeError:
                return "%s(%r)" % (self.__class__.__name__, dict(self))
            if _version >= (3, 9):
                return "%s(%r)" % (self.__class__.__name__, dict(items))
            return "%s({%s})" % (self.__class__.__name__, ", ".join("%r: %r" % item for item in items))

        def _combined(self, other, combine):
            """A counter of what `combine` makes of both counts, where that is positive."""
            if not isinstance(other, Counter):
                return NotImplemented
            result = Counter()
            for thing in self:
                count = combine(self[thing], other[thing])
                if count > 0:
                    result[thing] = count
            for thing in other:
                if thing not in self:
                    count = combine(0, other[thing])
                    if count > 0:
                        result[thing] = count
            return result

        def __add__(self, other):
            return self._combined(other, lambda a, b: a + b)

        def __sub__(self, other):
            return self._combined(other, lambda a, b: a - b)

        def __or__(self, other):
            return self._combined(other, lambda a, b: max(a, b))

        def __and__(self, other):
            return self._combined(other, lambda a, b: min(a, b))

        if _version >= (3, 3):

            def __pos__(self):
                return self + Counter()

            def __neg__(self):
                return Counter() - self

            def _keep_positive(self):
                for thing in [thing for thing, count in self.items() if not count > 0]:
                    del self[thing]
                return self

            def __iadd__(self, other):
                for thing, count in other.items():
                    self[thing] += count
                return self._keep_positive()

            def __isub__(self, other):
                for thing, count in other.items():
                    self[thing] -= count
                return self._keep_positive()

            def __ior__(self, other):
                for thing, count in other.items():
                    if count > self[thing]:
                        self[thing] = count
                return self._keep_positive()

            def __iand__(self, other):
                for thing, count in self.items():
                    if other[thing] < count:
                        self[thing] = other[thing]
                return self._keep_positive()

        if _version >= (3, 10):

            def total(self):
                return sum(self.values())

            def _everywhere(self, other, test):
                if not isinstance(other, Counter):
                    return NotImplemented
                return all(test(self[thing], other[thing]) for each in (self, other) for thing in each)

            def __eq__(self, other):
                return self._everywhere(other, lambda a, b: a == b)

            def __ne__(self, other):
                return NotImplemented if not isinstance(other, Counter) else not self == other

            def __le__(self, other):
                return self._everywhere(other, lambda a, b: a <= b)

            def __lt__(self, other):
                return NotImplemented if not isinstance(other, Counter) else self <= other and self != other

            def __ge__(self, other):
                return self._everywhere(other, lambda a, b: a >= b)

            def __gt__(self, other):
                return NotImplemented if not isinstance(other, Counter) else self >= other and self != other


if _version >= (3, 3):
    from reprlib import recursive_repr as _recursive_repr

    __all__ += ["ChainMap"]

    class ChainMap(_MutableMapping):
        """Several mappings seen as one: looked up in order, changed in the first."""

        def __init__(self, *maps):
            self.maps = list(maps) or [{}]

        def __missing__(self, key):
            raise KeyError(key)

        def __getitem__(self, key):
            for mapping in self.maps:
                try:
                    return mapping[key]
                except KeyError:
                    pass
            return self.__missing__(key)

        def get(self, key, default=None):
            return self[key] if key in self else default

        def __len__(self):
            return len(set().union(*self.maps))

        def __iter__(self):
            names = {}
            for mapping in reversed(self.maps):
                names.update(dict.fromkeys(mapping))
            return iter(names)

        def __contains__(self, key):
            return any(key in mapping for mapping in self.maps)

        def __bool__(self):
            return any(self.maps)

        @_recursive_repr()
        def __repr__(self):
            return "%s(%s)" % (self.__class__.__name__, ", ".join(map(repr, self.maps)))

        @classmethod
        def fromkeys(cls, iterable, value=None, /):
            return cls(dict.fromkeys(iterable, value))

        def copy(self):
            return self.__class__(self.maps[0].copy(), *self.maps[1:])

        __copy__ = copy

        def new_child(self, m=None, **kwargs):
            """A chain with one more mapping in front."""
            if m is None:
                m = kwargs
            elif kwargs:
                m.update(kwargs)
            return self.__class__(m, *self.maps)

        @property
        def parents(self):
            return self.__class__(*self.maps[1:])

        def __setitem__(self, key, value):
            self.maps[0][key] = value

        def __delitem__(self, key):
            try:
                del self.maps[0][key]
            except KeyError:
                raise KeyError("Key not found in the first mapping: {!r}".format(key)) from None

        def popitem(self):
            try:
                return self.maps[0].popitem()
            except KeyError:
                raise KeyError("No keys found in the first mapping.") from None

        def pop(self, key, *args):
            try:
                return self.maps[0].pop(key, *args)
            except KeyError:
                raise KeyError("Key not found in the first mapping: {!r}".format(key)) from None

        def clear(self):
            self.maps[0].clear()

        if _version >= (3, 9):

            def __ior__(self, other):
                self.maps[0].update(other)
                return self

            def __or__(self, other):
                if not isinstance(other, _Mapping):
                    return NotImplemented
                result = self.copy()
                result.maps[0].update(other)
                return result

            def __ror__(self, other):
                if not isinstance(other, _Mapping):
                    return NotImplemented
                merged = dict(other)
                for mapping in reversed(self.maps):
                    merged.update(mapping)
                return self.__class__(merged)


if _version >= (3, 0):
    from _userclasses import UserDict, UserList, UserString

    __all__ += ["UserDict", "UserList", "UserString"]
