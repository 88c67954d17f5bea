# era: 2.7 3.6 3.13
# What is called is got before the arguments, also when a property, a descriptor or __getattr__ gives it.
from __future__ import print_function
class C(object):
    @property
    def f(self):
        print('getting f')
        return lambda *a: print('called', a)
    def __getattr__(self, n):
        print('getattr', n)
        return lambda *a: print('called', a)
def arg(x):
    print('arg', x)
    return x
c = C()
c.f(arg(1))
c.g(arg(2), arg(3))
c.f(arg(1) + 1)
c.f(*[arg(5)], k=arg(1)) if 0 else None
class D(object):
    def __get__(self, o, t):
        print('desc get')
        return lambda *a: print('called', a)
class E(object): d = D()
E().d(arg(1))
def h():
    c.f(arg(1), arg(2))
    E().d(arg(1))
h()
