"""Which words a Python keeps for itself.

In every Python; soft keywords (`softkwlist`) since 3.9.
Source: https://docs.python.org/3/library/keyword.html
"""

import sys

_version = sys.version_info[:2]

__all__ = ["iskeyword", "kwlist"]

kwlist = [
    "and", "assert", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "not", "or", "pass", "raise", "return", "try", "while",
]
if _version >= (2, 2):
    kwlist.append("yield")
if _version >= (2, 5):
    kwlist += ["as", "with"]
if _version < (3, 0):
    kwlist += ["exec", "print"]
else:
    kwlist += ["False", "None", "True", "nonlocal"]
if _version >= (3, 7):
    kwlist += ["async", "await"]
kwlist.sort()

_all = frozenset(kwlist)
iskeyword = _all.__contains__

if _version >= (3, 9):
    __all__ += ["issoftkeyword", "softkwlist"]
    softkwlist = []
    if _version >= (3, 10):
        softkwlist = ["_", "case", "match"]
    if _version >= (3, 12):
        softkwlist.append("type")
    issoftkeyword = frozenset(softkwlist).__contains__
