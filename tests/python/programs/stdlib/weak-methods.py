import weakref

class Node:
    def __init__(self, name): self.name = name
    def __repr__(self): return 'Node(%r)' % self.name
    def hi(self): return 'hi ' + self.name

a, c = Node('a'), Node('c')
m = weakref.WeakMethod(a.hi)
print(m()(), m == weakref.WeakMethod(a.hi), m == weakref.WeakMethod(c.hi), weakref.ref(a.hi)(), hash(m) == hash(weakref.WeakMethod(a.hi)))
t = Node('t'); m2 = weakref.WeakMethod(t.hi, lambda r: print('method gone', r is m2)); del t; print(m2())
try: weakref.WeakMethod(print)
except TypeError as e: print(e)

f = weakref.finalize(a, print, 'finalised', 1, sep='-')
print(f.alive, f.atexit, f.peek()[1:], repr(f)[:9], repr(f).split(';')[1][:11])
del a, m
print(f.alive, f(), f.peek(), f.detach(), repr(f).split(';')[1])
g = weakref.finalize(c, print, 'never'); print(g.detach()[2:], g.alive, g())
h = weakref.finalize(c, lambda: print('by hand') or 42); print(h(), h())
weakref.finalize(Node, print, 'at exit, second')
weakref.finalize(c, print, 'at exit, first')
quiet = weakref.finalize(c, print, 'not at exit'); quiet.atexit = False

r = weakref.ref(c, lambda r: print('dead'))
p = weakref.proxy(c)
print(r() is c, p.name, p.hi(), weakref.getweakrefcount(c) >= 2, r in weakref.getweakrefs(c), isinstance(p, weakref.ProxyTypes))
