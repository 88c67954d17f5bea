"""`repr` of large things, cut short: the name that `reprlib` has in 2.x."""

import sys
import reprlib

sys.modules[__name__] = reprlib
