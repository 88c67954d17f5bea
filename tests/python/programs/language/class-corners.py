# era: 3.6 3.8 3.12 3.13
# What is refused when classes are made and changed, and what is told of it.
import io
import sys
def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, '__notes__', ''), repr(e.__cause__))
class A: pass
class B(A): pass
attempt(type, 'X', (A, A), {})
class Entries:
    def __mro_entries__(self, bases): return ()
if sys.version_info >= (3, 7): attempt(type, 'X', (Entries(),), {})
# The metaclass need not inherit from type.
class ANotMeta:
    def __new__(mcls, *args, **kwargs):
        print('new', mcls.__name__)
        return super().__new__(mcls)
    @classmethod
    def __prepare__(mcls, name, bases):
        print('prepare', mcls.__name__)
        return {}
class BNotMeta(ANotMeta): pass
class C1(metaclass=ANotMeta): pass
class C2(metaclass=BNotMeta): pass
class C3(C1, C2): pass
print(type(C3).__name__)
def conflict():
    class D(C3, metaclass=type): pass
attempt(conflict)
# __classcell__ that another class took
class Meta(type):
    def __new__(cls, name, bases, namespace):
        made = super().__new__(cls, name, bases, namespace)
        type('Other', (), namespace)
        return made
def wrong():
    class W(metaclass=Meta):
        def f(self): return __class__
if sys.version_info >= (3, 8): attempt(wrong)
# __set_name__ that fails
class Descriptor:
    def __set_name__(self, owner, name): 1 / 0
def unnamed():
    class N:
        attr = Descriptor()
attempt(unnamed)
# A data descriptor of the metaclass that only sets
class Sets:
    def __set__(self, obj, value): print('set', value)
class M(type):
    a = Sets()
class X(metaclass=M): pass
X.a = 1
print(type(X.a).__name__)
type.__setattr__(M, 'b', 2)
print(X.b)
# What cannot be deleted twice, or is hidden
attempt(getattr, type, '__abstractmethods__')
attempt(delattr, A, '__abstractmethods__')
if sys.version_info >= (3, 10):
    attempt(getattr, float, '__annotations__')
    attempt(getattr, type, '__annotations__')
    A.__annotations__ = {}
    del A.__annotations__
    attempt(delattr, A, '__annotations__')
if sys.version_info >= (3, 13): print(type.__type_params__, object.__type_params__)
class Name(str): pass
A.__name__ = Name('other')
print(A.__name__)
a = A()
a.x = 1
del a.__dict__
print(a.__dict__)
# Method wrappers
l = []
print(l.__add__ == l.__add__, l.__add__ == [].__add__, l.append == [].append, l.__add__.__objclass__)
for kind in type(len), type([].append), type(list.append):
    attempt(type, 'K', (kind,), {})
def f(x: int): "of f"
for made in staticmethod(f), classmethod(f):
    made.x = 42
    if sys.version_info >= (3, 10): print(sorted(made.__dict__), made.__doc__, made.__name__)
    else: print(made.__dict__)
# Read-only attributes
p = property(f)
for o, n in [(f, '__globals__'), (f, '__closure__'), (p, 'fget'), (slice(1), 'stop'), (range(3), 'start'), (int, 'mro'), (A().__init__, '__self__'), (f.__code__, 'co_name')]:
    attempt(setattr, o, n, 1)
# Bound methods are equal if they are bound to equals: until 3.8.
class Eq:
    def __eq__(self, other): return True
    def __hash__(self): return 1
    def m(self): pass
one, two = Eq(), Eq()
print(one.m == two.m, hash(one.m) == hash(two.m), one.m != two.__eq__)
# The docstring of a property's subclass
class Sub(property):
    """of the subclass"""
class Slotted(property):
    __slots__ = ()
def g(self): pass
print(Sub(f).__doc__, '/', Sub(f, doc='given').__doc__, '/', Sub(g).__doc__)
attempt(lambda: Slotted(f).__doc__)
attempt(lambda: Slotted(g).__doc__)
attempt(lambda: Slotted(f, doc='given').__doc__)
if sys.version_info >= (3, 9):
    class NotGeneric(tuple):
        __class_getitem__ = None
    attempt(lambda: NotGeneric[int])
# State of exceptions
e = ValueError(1)
e.__setstate__({'a': 2, 'args': (3, 4)})
print(e.a, e.args)
attempt(e.__setstate__, 5)
attempt(e.__setstate__, None)
e = ImportError('m', name='n', path='p')
if sys.version_info >= (3, 8): e.__init__()
print(e.msg, e.name, e.path)
for place in ('f', 1, 2), ('f', 1, 2, 'x', 1), ('f', 1, 2, 'x', 1, 2, 3), ('f', 1, 2, 'text'):
    attempt(SyntaxError, 'bad', place)
def uncatchable():
    try:
        raise ValueError
    except (ValueError, 42):
        print('caught')
attempt(uncatchable)
# Where the program has sys.stderr now
old, sys.stderr = sys.stderr, io.StringIO()
try:
    raise SyntaxError('bad bad', ('f.py', 1, 2, 'abcdefg') + ((1, 100) if sys.version_info >= (3, 10) else ()))
except SyntaxError:
    sys.__excepthook__(*sys.exc_info())
text, sys.stderr = sys.stderr.getvalue(), old
print(text[text.index('abc'):])
