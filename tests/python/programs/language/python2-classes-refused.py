# era: 2.7
# What Python 2 says where a class cannot be made, or a call does not fit.
import warnings

def attempt(what, call, *args):
    try:
        print what, call(*args)
    except Exception, error:
        print what, type(error).__name__, error

class Old:
    pass

def no_class():
    class Derived(1):
        pass

def only_old():
    class Derived(Old):
        __metaclass__ = type

def no_order():
    class Other(object): pass
    class Derived(object, Other): pass

class Meta(type):
    def __new__(meta, name, bases, attributes):
        raise TypeError('refused by the metaclass')

def refused():
    class Derived(object):
        __metaclass__ = Meta

for make in no_class, only_old, no_order, refused:
    attempt(make.__name__, make)
attempt('type()', lambda: type('Derived', (Old,), {}))

class Both(object):
    def __new__(cls, *args):
        return object.__new__(cls, *args)
    def __init__(self, *args):
        object.__init__(self, *args)

with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter('always')
    Both(1)
for each in found:
    print each.category.__name__, each.message, each.lineno

class Slots(object):
    __slots__ = [u'first', 'second']
class One(object):
    __slots__ = u'only'
def strange():
    class Strange(object):
        __slots__ = [u'\xe4']
print Slots.first, One.only
attempt('strange', strange)

def one(a): pass
attempt('too many', lambda: one(1, 2, a=3))
attempt('too many', lambda: one(1, 2, 3, b=3, *(4, 5)))
attempt('twice', lambda: one(1, a=3))
attempt('star', lambda: one(*Old()))
attempt('two stars', lambda: one(**Old()))
for text in 'lambda (None,): 1', 'lambda None: 1', 'def f((a, None)): pass':
    attempt(text, compile, text, 'text', 'exec')
attempt('shift', lambda: 1 << (1 << 70))
