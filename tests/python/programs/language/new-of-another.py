# era: 2.7 3.6 3.13
# What the `__new__` of a built-in class says when it is asked for something that is not its own.
from __future__ import print_function

class Plain(object):
    pass

for cls in (int, float, complex, str, bytearray, tuple, list, dict, set, frozenset, bool):
    for other in (1, object, Plain, bool):
        try:
            print(repr(cls.__new__(other)))
        except TypeError as error:
            print(error)

class Mine(list):
    pass

print(type(list.__new__(Mine)).__name__, list.__new__(Mine))
print('%s|%s|%s' % (format(True, ''), format(2.5, ''), format(1j, '')))
