# era: 2.7
# What Python 2 has that 3 has not: exec in a function, old-style classes in their own order, names of its own.
import sys, types
def attempt(f, *args, **kw):
    try:
        print f(*args, **kw)
    except Exception, e:
        print type(e).__name__, e
x = 'global'
def executes(n):
    z = None
    del z
    exec 'z = n + 1\nx = 7'
    print z, x, sorted(locals())
    exec 'del z'
    try: print z
    except UnboundLocalError, e: print e
    exec 'def add(a): return a + n0' in locals()
    exec 'n0 = 10'
    n0 = locals()['n0']
    exec 'y = 3' in {}
    try: print y
    except NameError, e: print e
    g = {}
    exec 'y = 4' in globals(), g
    print g, eval('x + n0'), add.func_name
    for i in range(2): exec 'total = i'
    return total
print executes(1), x
class A:
    def save(self): print 'A'
class B(A): pass
class C(A):
    def save(self): print 'C'
class D(B, C): pass
D().save()
class E(D, object): pass
print [c.__name__ for c in E.__mro__], dir(D), dir(D())
class C1:
    def __cmp__(self, other): return 0
class C2:
    def __eq__(self, other): return 1
class C3(C2):
    def __hash__(self): return 4
for c in A, C1, C2, C3: attempt(lambda: hash(c()) and c.__name__)
attempt(lambda: {C2(): 1})
attempt(list, sequence=(1, 2)); attempt(tuple, sequence=[1]); attempt(str, object=3); attempt(str, x=3)
attempt(tuple, x=3); attempt(list, 1, 2); attempt(tuple, 1, 2)
proxy = object.__dict__
print type(proxy), sorted(proxy.iterkeys()) == sorted(proxy), list(proxy.iteritems()) == proxy.items(), proxy.has_key('__init__'), len(list(proxy.itervalues())) == len(proxy)
def f(): "of f"
def change(o, n, v):
    for step in (lambda: setattr(o, n, v)), (lambda: delattr(o, n)): attempt(step)
for n in 'func_globals func_closure func_dict func_code __globals__ __closure__ __dict__ func_defaults'.split(): print n,; change(f, n, 2)
f.func_dict = {'kept': 5}
f.func_name = 'g'
f.func_doc = 'new'
print f.kept, f.__name__, f.__doc__, f.func_defaults
class N(object):
    def m(self): return 'm of ' + type(self).__name__
for n in 'im_self im_func im_class __self__ __func__'.split(): change(N.m, n, 2); change(N().m, n, 2)
print type(N().m), N.m is N.m, N.m == N.m
class Taker(N):
    taken = N.m
    bound = N().m
print Taker().taken(), Taker().bound(), Taker.taken.im_self
class Other(object):
    m = N.m
attempt(lambda: Other().m())
print N.m.__get__(N())()
N.length = types.MethodType(len, None, N)
N.__len__ = lambda self: 3
print N().length(), N.length.im_class.__name__
attempt(lambda: N.length([]))
attempt(types.MethodType, len, None)
class Same(object):
    def __eq__(self, other): return True
    def __hash__(self): return 1
    def m(self): pass
print Same().m == Same().m, hash(Same().m) == hash(Same().m), [].__add__ == [].__add__, [].append == [].append
print sys.py3kwarning
class Own(ValueError):
    def __str__(self): return u'own \xe9'
class Plain(ValueError):
    def __str__(self): return 'plain'
for e in ValueError(u'\xe1'), ValueError(1, 2), KeyError('k'), ValueError(), Own(u'\xe1'), Plain(u'\xe1'):
    attempt(lambda: repr(unicode(e)))
    attempt(lambda: repr(str(e)))
