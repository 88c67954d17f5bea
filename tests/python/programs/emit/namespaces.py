x = 1
def f(a):
    b = 2
    print(sorted(locals()), eval('a + b'), sorted(vars()))
    exec('print(a, b, x)')
    exec('c = 3')
    d = {}
    exec('q = a = 5', {'z': 1}, d)
    print(d)
    return [eval('x') for _ in range(2)]
print(f(10))
class C:
    y = 5
    print(eval('y'), sorted(k for k in locals() if not k.startswith('__')))
    exec('w = 6')
    print(w)
    def m(self):
        return __class__.__name__, super().__init__
exec('def g(n):\n  return n * x\nprint(g(21))')
print(g(2), eval('[i * x for i in range(3)]'))
ns = {}
exec('''
import sys
class K:
    v = 1
    def get(self): return self.v
def rec(n): return n if n == 0 else rec(n - 1)
try:
    1/0
except ZeroDivisionError as e: pass
r = rec(3)
k = K().get()
''', ns)
print(ns['r'], ns['k'], 'e' in ns)
loc = {}
exec('a = 1\ndef h(): return 5\nb = h() + a', {}, loc)
print(sorted(loc), loc['b'])
try:
    exec('a = 1\ndef h(): return a\nb = h()', {}, {})
except NameError as e: print(e)
try:
    eval('1 +')
except SyntaxError as e: print(type(e).__name__, e.msg)
code = compile('x + 1', 'f', 'eval')
print(eval(code), eval(code, {'x': 10}))
c = compile('1 + 1\n"s"\nNone', 's', 'exec')
exec(c)
exec(compile('x * 5', 's', 'single'))
print(dir()[:1] != [], 'x' in dir(), 'b' in dir())
print((lambda: sorted(locals()))(), (lambda q: locals())(1))
def outer():
    v = 1
    def inner():
        v
        return locals()
    return inner()
print(outer())
def gen():
    a = 1
    yield locals()
print(next(gen()))
globals()['dyn'] = 7
print(dyn)
def kw(**k): return k
print(kw(**{'a b': 1}), kw(a=1, **{'b': 2}))
try: kw(a=1, **{'a': 2})
except TypeError as e: print(e)
try: print(*5)
except TypeError as e: print(e)
class Meta(type):
    @classmethod
    def __prepare__(m, n, b, **k): print('prep', n, k); return {'pre': 1}
    def __new__(m, n, b, d, **k): return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): super().__init__(n, b, d)
class D(metaclass=Meta, opt=2):
    print(pre)
    z = pre + 1
    def f(self): return __class__
print(D.z, D().f() is D, D.__qualname__, D.f.__qualname__)
def deco(a):
    print('deco', a)
    def d(f): print('apply', a, f.__name__); return f
    return d
@deco(1)
@deco(2)
def decorated(a: int, b: 'str' = 3, *c: float, d: list = [], **e) -> dict: pass
print(decorated.__annotations__, decorated.__defaults__, decorated.__kwdefaults__)
print(decorated.__code__.co_varnames, decorated.__code__.co_argcount, decorated.__code__.co_flags, decorated.__code__.co_firstlineno)
class Ann:
    a: int = 1
    b: str
print(Ann.__annotations__)
assert True
del x
try: x
except NameError as e: print(e)
for i in range(3):
    if i: continue
    try: continue
    finally: print('f', i)
