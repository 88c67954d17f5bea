# era: 2.7
# The print function, as Python 2.6 and 2.7 have it for those who ask for it.
from __future__ import print_function
import sys

print(1, 'two', u'three', sep='-', end='|\n')
print('a', 'b', end='')
print()
print(sep=u', ', *[1.5, None])
print(u'caf\xe9', file=sys.stderr) if False else None
print(repr(print('x')), print.__name__)
for wrong in ({'sep': 1}, {'end': 2}, {'flush': True}):
    try:
        print('y', **wrong)
    except TypeError as error:
        print(type(error).__name__, error)
class Told(object):
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
told = Told()
print('a', u'b', 3, file=told)
print(told.parts)
print('after', file=None)
