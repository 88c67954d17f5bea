"""UserList: a list to inherit from, in Python 1.6 to 2.7; since 3.0 it is in `collections`.

Source: https://docs.python.org/2.7/library/userdict.html#module-UserList
"""

from _userclasses import UserList

__all__ = ["UserList"]
