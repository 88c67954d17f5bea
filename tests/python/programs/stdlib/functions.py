import functools, collections.abc as cabc
@functools.wraps(len)
def f(x): return x
print(f.__name__, f.__wrapped__, f.__qualname__)
@functools.lru_cache(maxsize=2)
def g(x): return x*2
g(1);g(1);g(2);g(3); print(g.cache_info(), g.__name__, g.cache_parameters())
@functools.total_ordering
class A:
    def __init__(s,x): s.x=x
    def __lt__(s,o): return s.x<o.x
    def __eq__(s,o): return s.x==o.x
print(A(1)>=A(1), A(1)>A(2), A(1)<=A(0))
@functools.singledispatch
def s(x): return 'obj'
@s.register(int)
def _(x): return 'int'
@s.register
def _(x: list): return 'list'
@s.register
def _(x: int|str): return 'union'
@s.register(cabc.Mapping)
def _(x): return 'map'
print(s(1), s([]), s({}), s(1.0), s('x'), s(True))
class C:
    @functools.cached_property
    def p(self): print('once'); return 5
    def m(self,a,b): return a,b
    q = functools.partialmethod(m, 1)
    @functools.singledispatchmethod
    def d(self,x): return 'o'
    @d.register
    def _(self,x:int): return 'i'
c=C(); print(c.p,c.p,c.q(2),c.d(1),c.d('')); print(functools.reduce(lambda a,b:a+b,[1,2,3]))
