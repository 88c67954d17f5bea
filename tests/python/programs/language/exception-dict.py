# era: 2.7 3.6 3.13
# Exceptions have a __dict__, and copies of them what is in it.
from __future__ import print_function
import copy

class Y(Exception): pass
y = Y()
y.a = 3
print(y.__dict__, vars(y), "__dict__" in dir(y))
e = ValueError(1); e.x = 2
print(e.__dict__)

c = copy.copy(e)
print(c.x, c.args)
y.__dict__['b'] = 4
print(y.b)
y.__dict__ = {'z': 1}
print(y.z, hasattr(y, 'a'), y.args, sorted(vars(y)))
try: raise y
except Y as z: print(sorted(z.__dict__))
print(OSError(2, "x").__dict__)
