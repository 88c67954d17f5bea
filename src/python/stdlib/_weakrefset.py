"""WeakSet: a set that keeps none of its members alive; a member that dies leaves it.

Since 2.7, as `weakref.WeakSet`.
Source: https://docs.python.org/3/library/weakref.html#weakref.WeakSet
"""

import _collections_abc
from _era import since
from _weakref import ref

__all__ = ["WeakSet"]


class WeakSet(object):
    """The references to the members are the items of `data`."""

    def __init__(self, data=None):
        self.data = set()
        this = ref(self)

        def remove(item):
            self = this()
            if self is not None:
                self.data.discard(item)

        self._remove = remove
        if data is not None:
            self.update(data)

    def _ref(self, item):
        return ref(item, self._remove)

    def _look(self, item):
        """What to look for in `data`; nothing that is there when the item cannot have a weak reference."""
        try:
            return ref(item)
        except TypeError:
            return None

    def __iter__(self):
        for each in list(self.data):
            item = each()
            if item is not None:
                yield item

    def __len__(self):
        return len([None for each in self.data if each() is not None])

    def __contains__(self, item):
        return self._look(item) in self.data

    def __reduce__(self):
        return self.__class__, (list(self),), getattr(self, "__dict__", None) if not since(3, 11) else self.__getstate__()

    def __repr__(self):
        return repr(self.data) if since(3, 8) else object.__repr__(self)

    __hash__ = None

    def add(self, item):
        self.data.add(self._ref(item))

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError("pop from empty WeakSet")

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        made = self.copy()
        made.difference_update(other)
        return made

    def difference_update(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update(ref(item) for item in other)

    def __sub__(self, other):
        return self.difference(other)

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    def intersection_update(self, other):
        self.data.intersection_update(ref(item) for item in other)

    def __and__(self, other):
        return self.intersection(other)

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def symmetric_difference(self, other):
        made = self.copy()
        made.symmetric_difference_update(other)
        return made

    def symmetric_difference_update(self, other):
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update(self._ref(item) for item in other)

    def __xor__(self, other):
        return self.symmetric_difference(other)

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def union(self, other):
        return self.__class__(item for items in (self, other) for item in items)

    def __or__(self, other):
        return self.union(other)

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def issubset(self, other):
        return self.data.issubset({ref(item) for item in other})

    def __le__(self, other):
        return self.issubset(other)

    def __lt__(self, other):
        return self.data < {ref(item) for item in other}

    def issuperset(self, other):
        return self.data.issuperset({ref(item) for item in other})

    def __ge__(self, other):
        return self.issuperset(other)

    def __gt__(self, other):
        return self.data > {ref(item) for item in other}

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == {ref(item) for item in other}

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    if since(3, 9):
        from types import GenericAlias

        __class_getitem__ = classmethod(GenericAlias)
        del GenericAlias


_collections_abc.MutableSet.register(WeakSet)
