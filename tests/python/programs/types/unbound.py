# era: 2.7 3.6 3.8 3.13
# Functions found on an object, and methods of built-in classes called as functions: what is bound, and what is looked at.
class A(object):
    g = abs
    h = divmod
a = A()
a.f = lambda x: x
try:
    print(a.f() is a)
except TypeError as e:
    print(e)
try:
    a.g()
except TypeError as e:
    print(e)
try:
    a.h(5)
except TypeError as e:
    print(e)
print(a.g(-5), a.h(7, 3))
def call(f, *args):
    try:
        f(5, 5)
    except TypeError as e:
        print(e)
for f in list.append, dict.setdefault, str.join, set.add, list.extend, list.count:
    call(f)
def call1(f):
    try:
        f(5)
    except TypeError as e:
        print(e)
for f in list.pop, dict.copy, str.upper, set.pop, list.reverse, list.__len__:
    call1(f)
def call3(f):
    try:
        f(5, 5, 5)
    except TypeError as e:
        print(e)
for f in list.insert, dict.get, str.replace, list.__setitem__, dict.pop:
    call3(f)
class Slotted(object):
    __slots__ = ('x',)
try:
    Slotted.x.__get__(5)
except TypeError as e:
    print(e)
