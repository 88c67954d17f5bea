"""Sets as classes, from before `set` was a built-in: `Set`, which can change, and `ImmutableSet`, which can be a member of another.

From 2.3 to 2.7; deprecated since 2.6.
Source: https://docs.python.org/2.7/library/sets.html
"""

import warnings
from _era import since

__all__ = ["BaseSet", "Set", "ImmutableSet"]

if since(2, 6):
    warnings.warn("the sets module is deprecated", DeprecationWarning, stacklevel=2)


class BaseSet(object):
    """What both kinds have in common. The members are the keys of a dict."""

    __slots__ = ["_data"]

    def __init__(self):
        if self.__class__ is BaseSet:
            raise TypeError("BaseSet is an abstract class.  Use Set or ImmutableSet.")

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(self._data)

    def __repr__(self):
        return self._repr()

    __str__ = __repr__

    def _repr(self, sorted=False):
        members = list(self._data)
        if sorted:
            members.sort()
        return "%s(%r)" % (self.__class__.__name__, members)

    def __cmp__(self, other):
        raise TypeError("can't compare sets using cmp()")

    def __eq__(self, other):
        return isinstance(other, BaseSet) and self._data == other._data

    def __ne__(self, other):
        return not self == other

    def copy(self):
        made = self.__class__()
        made._data.update(self._data)
        return made

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = self.__class__()
        memo[id(self)] = made
        for member in self:
            made._data[deepcopy(member, memo)] = True
        return made

    # New sets from two: the operators want a set on both sides, the methods any iterable.

    def __or__(self, other):
        return self.union(other) if isinstance(other, BaseSet) else NotImplemented

    def union(self, other):
        made = self.__class__(self)
        made._update(other)
        return made

    def __and__(self, other):
        return self.intersection(other) if isinstance(other, BaseSet) else NotImplemented

    def intersection(self, other):
        other = _as_set(other)
        less, more = (self, other) if len(self) <= len(other) else (other, self)
        return self.__class__(member for member in less._data if member in more._data)

    def __xor__(self, other):
        return self.symmetric_difference(other) if isinstance(other, BaseSet) else NotImplemented

    def symmetric_difference(self, other):
        made, other = self.__class__(), _as_set(other)
        made._data.update((member, True) for member in self._data if member not in other._data)
        made._data.update((member, True) for member in other._data if member not in self._data)
        return made

    def __sub__(self, other):
        return self.difference(other) if isinstance(other, BaseSet) else NotImplemented

    def difference(self, other):
        other = _as_set(other)
        return self.__class__(member for member in self._data if member not in other._data)

    # Questions.

    def __contains__(self, member):
        return _lookup(member) in self._data

    def issubset(self, other):
        self._binary_sanity_check(other)
        return len(self) <= len(other) and all(member in other._data for member in self)

    def issuperset(self, other):
        self._binary_sanity_check(other)
        return other.issubset(self)

    __le__ = issubset
    __ge__ = issuperset

    def __lt__(self, other):
        self._binary_sanity_check(other)
        return len(self) < len(other) and self.issubset(other)

    def __gt__(self, other):
        self._binary_sanity_check(other)
        return len(self) > len(other) and self.issuperset(other)

    __hash__ = None

    def _binary_sanity_check(self, other):
        if not isinstance(other, BaseSet):
            raise TypeError("Binary operation only permitted between sets")

    def _compute_hash(self):
        """Depends on the members, not on their order."""
        result = 0
        for member in self:
            result ^= hash(member)
        return result

    def _update(self, iterable):
        data = self._data
        if isinstance(iterable, BaseSet):
            data.update(iterable._data)
            return
        for member in iterable:
            data[_to_keep(member)] = True


class ImmutableSet(BaseSet):
    """A set that never changes, and therefore has a hash."""

    __slots__ = ["_hashcode"]

    def __init__(self, iterable=None):
        self._hashcode = None
        self._data = {}
        if iterable is not None:
            self._update(iterable)

    def __hash__(self):
        if self._hashcode is None:
            self._hashcode = self._compute_hash()
        return self._hashcode

    def __getstate__(self):
        return self._data, self._hashcode

    def __setstate__(self, state):
        self._data, self._hashcode = state


class Set(BaseSet):
    """A set that can change."""

    __slots__ = []

    def __init__(self, iterable=None):
        self._data = {}
        if iterable is not None:
            self._update(iterable)

    def __getstate__(self):
        return (self._data,)

    def __setstate__(self, data):
        (self._data,) = data

    # In place: again, the operators want a set, the methods any iterable.

    def __ior__(self, other):
        self._binary_sanity_check(other)
        self._data.update(other._data)
        return self

    def union_update(self, other):
        self._update(other)

    def __iand__(self, other):
        self._binary_sanity_check(other)
        self._data = (self & other)._data
        return self

    def intersection_update(self, other):
        self._data = self.intersection(other)._data

    def __ixor__(self, other):
        self._binary_sanity_check(other)
        self.symmetric_difference_update(other)
        return self

    def symmetric_difference_update(self, other):
        self._data = self.symmetric_difference(other)._data

    def __isub__(self, other):
        self._binary_sanity_check(other)
        self.difference_update(other)
        return self

    def difference_update(self, other):
        for member in list(_as_set(other)):
            self.discard(member)

    def update(self, iterable):
        self._update(iterable)

    def clear(self):
        self._data.clear()

    def add(self, member):
        self._data[_to_keep(member)] = True

    def remove(self, member):
        del self._data[_lookup(member)]

    def discard(self, member):
        self._data.pop(_lookup(member), None)

    def pop(self):
        return self._data.popitem()[0]

    def __as_immutable__(self):
        """A copy that can be kept as a member."""
        return ImmutableSet(self)

    def __as_temporarily_immutable__(self):
        """This set itself, with a hash, for as long as it is looked for."""
        return _TemporarilyImmutableSet(self)


class _TemporarilyImmutableSet(BaseSet):
    def __init__(self, set):
        self._data = set._data

    def __hash__(self):
        return self._compute_hash()


def _as_set(iterable):
    return iterable if isinstance(iterable, BaseSet) else Set(iterable)


def _hashable(member, how):
    try:
        hash(member)
    except TypeError:
        transform = getattr(member, how, None)
        if transform is None:
            raise
        return transform()
    return member


def _to_keep(member):
    return _hashable(member, "__as_immutable__")


def _lookup(member):
    return _hashable(member, "__as_temporarily_immutable__")
