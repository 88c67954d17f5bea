"""UserDict, UserList and UserString: containers to inherit from, that keep what they hold in `data`.

In the modules of the same names up to 2.7, in `collections` since 3.0.
Source: https://docs.python.org/3/library/collections.html#userdict-objects and, for Python 2,
https://docs.python.org/2.7/library/userdict.html
"""

import warnings
import _collections_abc
from _era import since

if since(3, 0):
    _MappingBases = (_collections_abc.MutableMapping,)
    basestring = str
else:
    _MappingBases = ()


class UserDict(*_MappingBases):
    """A dict around a dict. In Python 2 an old-style class, without `__iter__`, as at its time dicts had none."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if not since(3, 0) and dict is None and "dict" in kwargs:
            dict = _by_keyword(kwargs)
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, "__missing__"):
            return self.__class__.__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        import copy

        data = self.data
        try:
            self.data = {}
            made = copy.copy(self)
        finally:
            self.data = data
        made.update(self)
        return made

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    if since(3, 0):

        def __iter__(self):
            return iter(self.data)

    else:

        def __cmp__(self, dict):
            return cmp(self.data, _data(dict))

        __hash__ = None

        def clear(self):
            self.data.clear()

        def keys(self):
            return self.data.keys()

        def items(self):
            return self.data.items()

        def iteritems(self):
            return self.data.iteritems()

        def iterkeys(self):
            return self.data.iterkeys()

        def itervalues(self):
            return self.data.itervalues()

        def values(self):
            return self.data.values()

        def has_key(self, key):
            return key in self.data

        def update(self, dict=None, /, **kwargs):
            if dict is None and "dict" in kwargs:
                dict = _by_keyword(kwargs)
            if isinstance(dict, UserDict):
                self.data.update(dict.data)
            elif isinstance(dict, type({})) or not hasattr(dict, "items"):
                if dict is not None:
                    self.data.update(dict)
            else:
                for key, value in dict.items():
                    self[key] = value
            if kwargs:
                self.data.update(kwargs)

        def setdefault(self, key, failobj=None):
            if key not in self:
                self[key] = failobj
            return self[key]

        def pop(self, key, *args):
            return self.data.pop(key, *args)

        def popitem(self):
            return self.data.popitem()

    if since(3, 7):

        def __copy__(self):
            return _copied(self, self.data.copy())

    if since(3, 12):

        def get(self, key, default=None):
            return self[key] if key in self else default

    elif not since(3, 0):

        def get(self, key, failobj=None):
            return self[key] if key in self else failobj

    if since(3, 9):

        def __or__(self, other):
            if isinstance(other, (UserDict, dict)):
                return self.__class__(self.data | _data(other))
            return NotImplemented

        def __ror__(self, other):
            if isinstance(other, (UserDict, dict)):
                return self.__class__(_data(other) | self.data)
            return NotImplemented

        def __ior__(self, other):
            self.data |= _data(other)
            return self


class UserList(_collections_abc.MutableSequence):
    """A list around a list."""

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            self.data[:] = _listed(initlist)

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < _data(other)

    def __le__(self, other):
        return self.data <= _data(other)

    def __eq__(self, other):
        return self.data == _data(other)

    def __gt__(self, other):
        return self.data > _data(other)

    def __ge__(self, other):
        return self.data >= _data(other)

    __hash__ = None

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        if since(3, 7) and isinstance(i, slice):
            return self.__class__(self.data[i])
        return self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + _listed(other))

    def __radd__(self, other):
        return self.__class__(_listed(other) + self.data)

    def __iadd__(self, other):
        self.data += _listed(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(_data(other))

    if since(3, 0):

        def clear(self):
            self.data.clear()

        def copy(self):
            return self.__class__(self)

    else:

        def __ne__(self, other):
            return self.data != _data(other)

        def __cmp__(self, other):
            return cmp(self.data, _data(other))

        def __getslice__(self, i, j):
            return self.__class__(self.data[max(i, 0) : max(j, 0)])

        def __setslice__(self, i, j, other):
            self.data[max(i, 0) : max(j, 0)] = _listed(other)

        def __delslice__(self, i, j):
            del self.data[max(i, 0) : max(j, 0)]

    if since(3, 7):

        def __copy__(self):
            return _copied(self, self.data[:])


class UserString(_collections_abc.Sequence):
    """A str around a str."""

    def __init__(self, seq):
        self.data = seq if isinstance(seq, basestring) else seq.data[:] if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __contains__(self, char):
        return _text(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + _any_text(other))

    def __radd__(self, other):
        return self.__class__(_any_text(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def join(self, seq):
        return self.data.join(seq)

    def partition(self, sep):
        return self.data.partition(sep)

    def rpartition(self, sep):
        return self.data.rpartition(sep)

    def split(self, sep=None, maxsplit=-1):
        return self.data.split(sep, maxsplit)

    def rsplit(self, sep=None, maxsplit=-1):
        return self.data.rsplit(sep, maxsplit)

    def splitlines(self, keepends=False):
        return self.data.splitlines(keepends)

    if since(3, 0):

        def __getnewargs__(self):
            return (self.data[:],)

        def __eq__(self, string):
            return self.data == _text(string)

        def __lt__(self, string):
            return self.data < _text(string)

        def __le__(self, string):
            return self.data <= _text(string)

        def __gt__(self, string):
            return self.data > _text(string)

        def __ge__(self, string):
            return self.data >= _text(string)

        def __rmod__(self, template):
            return self.__class__(str(template) % self)

        def encode(self, encoding="utf-8", errors="strict"):
            return self.data.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)

        def format(self, /, *args, **kwds):
            return self.data.format(*args, **kwds)

        def format_map(self, mapping):
            return self.data.format_map(mapping)

        maketrans = str.maketrans

    else:

        def __long__(self):
            return long(self.data)

        def __cmp__(self, string):
            return cmp(self.data, _text(string))

        def __getslice__(self, start, end):
            return self.__class__(self.data[max(start, 0) : max(end, 0)])

        def encode(self, encoding=None, errors=None):
            return self.__class__(self.data.encode(*[given for given in (encoding, errors) if given]))

        def decode(self, encoding=None, errors=None):
            return self.__class__(self.data.decode(*[given for given in (encoding, errors) if given]))


def _by_keyword(kwargs):
    warnings.warn("Passing 'dict' as keyword argument is deprecated", PendingDeprecationWarning, stacklevel=3)
    return kwargs.pop("dict")


def _copied(self, data):
    """What `copy.copy` makes: the same attributes, and `data` of its own."""
    made = self.__class__.__new__(self.__class__)
    made.__dict__.update(self.__dict__)
    made.__dict__["data"] = data
    return made


def _data(other):
    return other.data if isinstance(other, (UserDict, UserList)) else other


def _listed(other):
    """What another sequence holds, as a list."""
    return other.data[:] if isinstance(other, UserList) else other if isinstance(other, list) else list(other)


def _text(value):
    return value.data if isinstance(value, UserString) else value


def _any_text(value):
    return _text(value) if isinstance(value, (UserString, basestring)) else str(value)


def _pass_on():
    """The methods that only ask the str: some give a text, which is wrapped again, the others something else."""

    def wrapping(name):
        def method(self, *args):
            return self.__class__(getattr(self.data, name)(*map(_text, args)))

        return method

    def plain(name):
        def method(self, *args):
            return getattr(self.data, name)(*map(_text, args))

        return method

    text = str if since(3, 0) else unicode
    wrapped = (
        "capitalize", "casefold", "center", "expandtabs", "ljust", "lower", "lstrip", "removeprefix", "removesuffix", "replace", "rjust",
        "rstrip", "strip", "swapcase", "title", "translate", "upper", "zfill",
    )
    answers = (
        "count", "endswith", "find", "index", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower",
        "isnumeric", "isprintable", "isspace", "istitle", "isupper", "rfind", "rindex", "startswith",
    )
    for names, make in ((wrapped, wrapping), (answers, plain)):
        for name in names:
            if hasattr(text, name):
                method = make(name)
                method.__name__ = name
                setattr(UserString, name, method)


_pass_on()
for _class in (UserDict, UserList, UserString):
    _class.__module__ = "collections" if since(3, 0) else _class.__name__
