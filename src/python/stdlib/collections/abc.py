"""The abstract base classes of containers, under their own name.

Since 3.3; before, they were in `collections` itself. Source: https://docs.python.org/3/library/collections.abc.html
"""

from _collections_abc import *
from _collections_abc import __all__
