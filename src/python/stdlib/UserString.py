"""UserString, a str around a str, and MutableString, one that can be changed in place, in Python 1.6 to 2.7.

Source: https://docs.python.org/2.7/library/userdict.html#module-UserString
"""

from _collections_abc import MutableSequence, Sequence

__all__ = ["UserString", "MutableString"]


def _text(value):
    return value.data if isinstance(value, UserString) else value


def _any_text(value):
    return _text(value) if isinstance(value, (UserString, basestring)) else str(value)


class UserString(Sequence):
    """A class to inherit from; what it holds is `data`."""

    def __init__(self, seq):
        self.data = seq if isinstance(seq, basestring) else seq.data[:] if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __long__(self):
        return long(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __cmp__(self, string):
        return cmp(self.data, _text(string))

    def __contains__(self, char):
        return char in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __getslice__(self, start, end):
        return self.__class__(self.data[max(start, 0) : max(end, 0)])

    def __add__(self, other):
        return self.__class__(self.data + _any_text(other))

    def __radd__(self, other):
        return self.__class__(_any_text(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def encode(self, encoding=None, errors=None):
        return self.__class__(self.data.encode(*[given for given in (encoding, errors) if given]))

    def decode(self, encoding=None, errors=None):
        return self.__class__(self.data.decode(*[given for given in (encoding, errors) if given]))

    def split(self, sep=None, maxsplit=-1):
        return self.data.split(sep, maxsplit)

    def rsplit(self, sep=None, maxsplit=-1):
        return self.data.rsplit(sep, maxsplit)

    def splitlines(self, keepends=0):
        return self.data.splitlines(keepends)

    def partition(self, sep):
        return self.data.partition(sep)

    def rpartition(self, sep):
        return self.data.rpartition(sep)

    def join(self, seq):
        return self.data.join(seq)


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

    wrapped = "capitalize center expandtabs ljust lower lstrip replace rjust rstrip strip swapcase title translate upper zfill"
    answers = (
        "count endswith find index isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle isupper rfind rindex startswith"
    )
    for names, make in ((wrapped, wrapping), (answers, plain)):
        for name in names.split():
            method = make(name)
            method.__name__ = name
            setattr(UserString, name, method)


_pass_on()


class MutableString(UserString, MutableSequence):
    """A string whose characters can be replaced. It has no hash."""

    def __init__(self, string=""):
        self.data = string

    __hash__ = None

    def _at(self, index):
        """The index from the start. Raises IndexError when the string has no such character."""
        start = index + len(self.data) if index < 0 else index
        if not 0 <= start < len(self.data):
            raise IndexError
        return start

    def __setitem__(self, index, sub):
        if isinstance(index, slice):
            characters = list(self.data)
            characters[index] = _any_text(sub)
            self.data = "".join(characters)
        else:
            at = self._at(index)
            self.data = self.data[:at] + sub + self.data[at + 1 :]

    def __delitem__(self, index):
        if isinstance(index, slice):
            characters = list(self.data)
            del characters[index]
            self.data = "".join(characters)
        else:
            at = self._at(index)
            self.data = self.data[:at] + self.data[at + 1 :]

    def __setslice__(self, start, end, sub):
        start, end = max(start, 0), max(end, 0)
        self.data = self.data[:start] + _any_text(sub) + self.data[end:]

    def __delslice__(self, start, end):
        start, end = max(start, 0), max(end, 0)
        self.data = self.data[:start] + self.data[end:]

    def immutable(self):
        return UserString(self.data)

    def __iadd__(self, other):
        self.data += _any_text(other)
        return self

    def __imul__(self, n):
        self.data *= n
        return self

    def insert(self, index, value):
        self[index:index] = value
