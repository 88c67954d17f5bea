"""The one reactor of a program: `from twisted.internet import reactor` gives the object itself. Part of this book's re-creation of Twisted."""

import sys

from twisted.internet import base

sys.modules[__name__] = base.SelectReactor()
