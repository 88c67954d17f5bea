"""UserDict: a dict to inherit from; and DictMixin, the rest of a mapping for a class with a few methods.

In Python 1.5.2 to 2.7: old-style classes, with `IterableUserDict` since 2.2 and `DictMixin` since 2.3. Since 3.0 UserDict is in `collections`.
Source: https://docs.python.org/2.7/library/userdict.html
"""

from _era import since
from _userclasses import UserDict


class IterableUserDict(UserDict):
    def __iter__(self):
        return iter(self.data)


class DictMixin:
    """A class with `__getitem__`, `__setitem__`, `__delitem__` and `keys` inherits the other methods of a dict from here."""

    def __iter__(self):
        for key in self.keys():
            yield key

    def has_key(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __contains__(self, key):
        return self.has_key(key)

    def iteritems(self):
        for key in self:
            yield key, self[key]

    def iterkeys(self):
        return self.__iter__()

    def itervalues(self):
        for _, value in self.iteritems():
            yield value

    def values(self):
        return [value for _, value in self.iteritems()]

    def items(self):
        return list(self.iteritems())

    def clear(self):
        for key in self.keys():
            del self[key]

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def pop(self, key, *args):
        if len(args) > 1:
            raise TypeError("pop expected at most 2 arguments, got " + repr(1 + len(args)))
        try:
            value = self[key]
        except KeyError:
            if args:
                return args[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key, value in self.iteritems():
            del self[key]
            return key, value
        raise KeyError("container is empty")

    def update(self, other=None, /, **kwargs):
        if other is None:
            pairs = []
        elif hasattr(other, "iteritems"):
            pairs = other.iteritems()
        elif hasattr(other, "keys"):
            pairs = [(key, other[key]) for key in other.keys()]
        else:
            pairs = other
        for key, value in pairs:
            self[key] = value
        if kwargs:
            self.update(kwargs)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __repr__(self):
        return repr(dict(self.iteritems()))

    def __cmp__(self, other):
        if other is None:
            return 1
        if isinstance(other, DictMixin):
            other = dict(other.iteritems())
        return cmp(dict(self.iteritems()), other)

    def __len__(self):
        return len(self.keys())


if since(2, 6):
    import _collections_abc

    _collections_abc.MutableMapping.register(IterableUserDict)
