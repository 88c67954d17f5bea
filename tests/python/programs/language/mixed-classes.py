# era: 2.7
# A class with old-style and new-style bases is a new-style one.
import asyncore, math


class Base:
    x = 1
    def __init__(self, a=0):
        self.a = a
    def __repr__(self):
        return 'Base!'

class D(Base):
    x = 2
class C(Base):
    x = 3
class F(D, C, object):
    pass
class G(D, object):
    pass

for cls in F, G:
    i = cls(5)
    print cls.__name__, cls.x, type(i), repr(i), i.__dict__, isinstance(i, Base), [c.__name__ for c in cls.__mro__], type(cls)
    for attempt in lambda: len(i), lambda: i.q, lambda: i + 1:
        try:
            attempt()
        except Exception, error:
            print type(error).__name__, error

class Number(Base, int):
    def __init__(self, value):
        pass
    def __repr__(self):
        return 'Number(%s)' % self
print repr(Number(42)), Number(41) + 1, Number.__base__

class Handler(asyncore.dispatcher, object):
    @property
    def name(self):
        return 'a property'
    def writable(self):
        return super(Handler, self).writable()
handler = Handler()
print handler.name, handler.writable(), type(handler).__name__

class Meta(type):
    pass
class Made(Base, object):
    __metaclass__ = Meta
    def __len__(self):
        return 3
class Derived(Made):
    pass
print type(Made).__name__, type(Derived).__name__, len(Derived())

print [name for name in dir(math) if name.startswith('__') and name != '__file__']
print math.ldexp(1.0, 1023), 2 * (math.ldexp(1.0, 1023) - math.ldexp(1.0, 970))
