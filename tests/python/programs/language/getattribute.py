# era: 2.7 3.6 3.13
# Every attribute that a program reads goes through its class's __getattribute__: the instance's own, the module's, the class's.
class G(object):
    def __getattribute__(self, name):
        print("get " + name)
        return object.__getattribute__(self, name)
g = G()
g.u = 3
print(g.u)
g.u
def f():
    g = G()
    g.v = 4
    g.v
    x = g.v
    g.w = lambda: 5
    print(g.w())
    g.v += 1
    return x
print(f())
class S(G): pass
s = S(); s.q = 1; print(s.q)
class I(G):
    def __init__(self): self.z = 1
print(I().z)
import sys
class Mod(type(sys)):
    def __getattribute__(self, name):
        print("get " + name)
        return type(sys).__getattribute__(self, name)
m = Mod("m")
m.x = 1
print(m.x)
try:
    m.y
except AttributeError:
    print("no y")
class Plain(object): pass
class Veiled(Plain):
    def __getattribute__(self, name):
        print("get " + name)
        return Plain.__getattribute__(self, name)
    def method(self): return self.x
v = Veiled()
v.x = 1
print((v.method(), sorted(v.__dict__.items()), getattr(v, 'none', 'default')))
v.__class__ = Plain
print((v.x, vars(v)))
del v.x
print(vars(v))
class Bag(dict):
    def __getattribute__(self, name):
        print("get " + name)
        return dict.__getattribute__(self, name)
b = Bag(a=1)
b.tag = 2
print((b.tag, b['a'], len(b)))
log = []
class Logged(type(sys)):
    def __getattribute__(self, name):
        log.append(name)
        return type(sys).__getattribute__(self, name)
    def __setattr__(self, name, value):
        log.append((name, value))
        type(sys).__setattr__(self, name, value)
    def __delattr__(self, name):
        log.append('no ' + name)
        type(sys).__delattr__(self, name)
l = Logged('l')
l.x = 1
print((l.x, log))
del l.x
print((hasattr(l, 'x'), log))
