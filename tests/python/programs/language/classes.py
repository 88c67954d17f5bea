# Classes: order, descriptors, metaclasses, slots, hooks.
class A:
    def who(self): return 'A'
class B(A):
    def who(self): return 'B' + super().who()
class C(A):
    def who(self): return 'C' + super().who()
class D(B, C):
    def who(self): return 'D' + super().who()
print(D().who(), [c.__name__ for c in D.__mro__])
A.extra = lambda self: 'extra'
print(D().extra())
try:
    class X(A, B): pass
except TypeError as e:
    print(e)

class Desc:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, o, t=None): return self if o is None else o.__dict__.get(self.name, 'unset')
    def __set__(self, o, v): o.__dict__[self.name] = v * 2
class H:
    x = Desc()
h = H()
print(h.x); h.x = 4; print(h.x, h.__dict__, H.x.name)

class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, sorted(kw))
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    @classmethod
    def __prepare__(m, name, bases, **kw): return {'prepared': True}
    def __call__(cls, *a): print('call', a); return super().__call__(*a)
    y = 'from meta'
class M(metaclass=Meta, flag=1):
    def __init__(self, *a): self.a = a
print(M.prepared, M.y, M(1, 2).a, type(M).__name__)

class S:
    __slots__ = ('a', 'b')
s = S(); s.a = 1
print(s.a)
for n in ('b', 'c'):
    try: getattr(s, n)
    except AttributeError as e: print(e)
try: s.c = 1
except AttributeError as e: print(e)

class Base:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.tag = tag
class Sub(Base, tag='t'): pass
print(Sub.tag)

class G:
    def __getattr__(self, n):
        if n.startswith('x'): return n * 2
        raise AttributeError(n)
    def __setattr__(self, n, v): print('set', n); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
g = G()
print(g.xy, hasattr(g, 'y')); g.q = 1; del g.q

class I:
    def __getattribute__(self, n): return 'all:' + n
print(I().anything, I().__class__)

class P:
    def __init__(self): self._v = 0
    @property
    def v(self): "doc"; return self._v
    @v.setter
    def v(self, n): self._v = n
    @staticmethod
    def st(x): return x
    @classmethod
    def cl(cls, x): return cls.__name__, x
p = P(); p.v += 5
print(p.v, P.v.__doc__, P.st(1), p.cl(2))
try: del p.v
except AttributeError as e: print(e)

class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
    def __add__(self, o): return V(self.n + (o.n if isinstance(o, V) else o))
    __radd__ = __add__
    def __iadd__(self, o): self.n += o; return self
    def __repr__(self): return 'V(%d)' % self.n
    def __hash__(self): return hash(self.n)
    def __len__(self): return self.n
    def __bool__(self): return self.n > 1
    def __call__(self, *a, **k): return a, k
    def __getitem__(self, i): return i
    def __contains__(self, x): return x == self.n
    def __index__(self): return self.n
v = V(1)
print(v + V(2), 5 + v, sum([V(1), V(2)]), v == V(1), v != V(2), sorted([V(3), V(1)]), bool(v), len(v))
v += 10
print(v, v(1, k=2), v[1:2], v[..., 3], 11 in v, [0] * 3 + list(range(v))[:2], {V(1): 'x'}[V(1)])
class Inner:
    class Nested:
        def m(self): pass
print(Inner.Nested.m.__qualname__, Inner.Nested)
print(type('T', (A,), {'z': 3}).z, isinstance(True, int), issubclass(bool, int))
def outer():
    class Local: pass
    return Local
print(outer())
class Mangled:
    __private = 1
    def get(self): return self.__private
print(Mangled().get(), [n for n in dir(Mangled) if 'private' in n])
