import _weakref as w
import gc


class C:
    def __init__(self):
        self.x = 1

    def __len__(self):
        return 3

    def __call__(self):
        return 'called'


c = C()
r = w.ref(c, lambda r: print('gone', r() is None))
r2 = w.ref(c)
print(r() is c, r2 is w.ref(c), w.getweakrefcount(c), hash(r) == hash(c), r == r2, r.__callback__ is not None, r2.__callback__)
p = w.proxy(c)
print(p.x, len(p), p(), isinstance(p, C), type(p).__name__)
p.x = 5
print(c.x)
del c
print('after', r(), r2())
try:
    p.x
except ReferenceError as e:
    print(e)


class Keyed(w.ref):
    def __new__(cls, o, key):
        self = super().__new__(cls, o)
        self.key = key
        return self

    def __init__(self, o, key):
        super().__init__(o)


s = {1}
k = Keyed(frozenset(), 'k')
print(k.key, w.ref(s)() is s, isinstance(k, w.ref))


class Slots:
    __slots__ = ()


class Room:
    __slots__ = ('__weakref__',)


for make in (lambda: 3, lambda: 'a', lambda: [], Slots, Room):
    o = make()
    try:
        print(w.ref(o)() is o)
    except TypeError as e:
        print(e)
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
