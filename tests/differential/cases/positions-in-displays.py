# era: 3.6 3.8 3.11 3.12 3.13
# Where a traceback points when what a display or comprehension goes through is no iterable.
import traceback
def a(): return [i
  for i in
    5]
def b():
  return list(i
   for i in
     5)
def c():
  x = [1,
    2, *5,
    3]
def d():
  x = {1,
    2,
    *5}
def e():
  x = {1: 2,
    **5}
def f(): return {*5} & {1}
def g(): return (*5, 1)
for each in a, b, c, d, e, f, g:
    try: each()
    except TypeError: print(each.__name__, traceback.format_exc().splitlines()[3:])
print([x for x in 'ab' if 'a' != 255], 'a' == 1, 3 != 'b')
class C(object):
    __slots__ = ('extra',)
try: C().extra
except AttributeError as e: print(e)
print(type(iter('abc')).__name__, type(iter('\xe9')).__name__, type(iter('')).__name__)
