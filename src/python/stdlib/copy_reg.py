"""How to copy and pickle types: the name that `copyreg` has in 2.x."""

import sys
import copyreg

sys.modules[__name__] = copyreg
