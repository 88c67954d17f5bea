"""The operators as functions, and getters as callables.

In every Python; `itemgetter` and `attrgetter` since 2.4, `methodcaller` since 2.6, `index` since 2.5, `matmul` and `length_hint`
since 3.4 and 3.5, `call` since 3.11.
Source: https://docs.python.org/3/library/operator.html
"""

from _operator import *
from _operator import _compare_digest

__all__ = sorted(name for name in globals() if not name.startswith("_"))

for _name in __all__:
    _special = "__" + _name.rstrip("_") + "__"
    if _name not in ("attrgetter", "itemgetter", "methodcaller", "truth", "is_", "is_not", "indexOf", "countOf", "length_hint"):
        globals()[_special] = globals()[_name]
del _name, _special
