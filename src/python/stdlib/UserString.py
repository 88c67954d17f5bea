"""UserString, a str around a str, and MutableString, one that can be changed in place, in Python 1.6 to 2.7.

Source: https://docs.python.org/2.7/library/userdict.html#module-UserString
"""

from _collections_abc import MutableSequence
from _userclasses import UserString, _any_text

__all__ = ["UserString", "MutableString"]


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
