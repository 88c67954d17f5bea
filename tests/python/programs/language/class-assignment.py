# era: 3.6 3.13
# Which classes an object may change to; a module may take up one with properties of its own.
import sys
import types


class Swallow(types.ModuleType):
    a = 1

    @property
    def own_name(self):
        return self.__name__


m = types.ModuleType('m')
m.x = 3
m.__class__ = Swallow
print(m.a, m.own_name, m.x, m.__class__)
m.__class__ = types.ModuleType
print(hasattr(m, 'a'), m.x, m)
sys.modules[__name__].__class__ = Swallow
import __main__
print(__main__.own_name)


def attempt(o, cls):
    try:
        o.__class__ = cls
        print(type(o).__name__, 'now')
    except TypeError as error:
        print(str(error).replace('heap types or ModuleType subclasses', 'mutable types or ModuleType subclasses'))


class G:
    __slots__ = ['a', 'b']
class H:
    __slots__ = ['b', 'a']
class J:
    __slots__ = ['c', 'b']
class L(H):
    __slots__ = ['e']
class M(G):
    __slots__ = ['e']
class N(J):
    __slots__ = ['__weakref__']
class Q(J):
    pass
class R(J):
    __slots__ = ['__dict__', '__weakref__']


attempt(m, int)
g = G()
g.a = 1
attempt(g, H)
print(g.a)
for o, cls in (G(), J), (L(), M), (M(), L), (N(), J), (Q(), R), (R(), Q), (R(), N), (G(), L), (1, G):
    attempt(o, cls)
