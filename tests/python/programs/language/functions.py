# Parameters, closures, scopes, unpacking, comprehensions.
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7))
def g(a, b): pass
def only(*, k): pass
for call in ('f()', 'f(1)', 'f(1, a=2, d=1)', 'g(1)', 'g(1, 2, 3)', 'g(1, c=2)', 'g(1, a=1)', 'only(1, k=1)', 'only()', 'g()',
             'g(*[1], **{"b": 1, 3: 4})', 'g(*5)', 'g(**5)', 'g(1, *[2], b=3)', 'len()', 'len(1, 2)', 'len(x=1)', '(5)()', '[].append()', 'print(foo=1)'):
    try:
        print(call, eval(call))
    except TypeError as e:
        print(call, '->', e)
def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    return step
c = counter(); c(); print(c(), counter()())
x = 'global'
def scopes():
    print(x)
    def inner():
        global x
        x = 'changed'
    inner()
scopes(); print(x)
def unbound():
    try:
        print(y)
    except UnboundLocalError as e:
        print(e)
    y = 1
unbound()
fs = [lambda: i for i in range(3)]
print([h() for h in fs], [h(i) for i, h in enumerate([lambda n: n * 2] * 3)])
print([x * y for x in range(3) for y in range(x) if y % 2 == 0], {k: v for k, v in zip('ab', [1, 2])}, {c for c in 'aab'} == {'a', 'b'})
a, (b, *c), d = 1, [2, 3, 4], 5
print(a, b, c, d)
*a, b = 'xyz'
print(a, b)
for bad in ('a, b = 1, 2, 3', 'a, b, c = 1, 2', 'a, *b, c = [1]', 'a, b = 5'):
    try: exec(bad)
    except (ValueError, TypeError) as e: print(e)
print([*range(3), *'ab'], {**{'a': 1}, 'b': 2}, (*[1], 2))
if (n := len('walrus')) > 5: print(n)
print([y := 1, y ** 2], y)
def deco(arg):
    def wrap(fn):
        print('decorating', fn.__name__, arg)
        return fn
    return wrap
@deco(1)
@deco(2)
def decorated(): "The doc."
print(decorated.__doc__, decorated.__name__, decorated.__defaults__)
def annotated(a: int, b: 'str' = 's') -> list: pass
print(annotated.__annotations__)
print((lambda *a, k=1: (a, k))(1, 2), (lambda: (yield))().__class__.__name__)
def loop():
    for i in range(10):
        for j in range(10):
            if j == 2: break
        else:
            continue
        if i == 3: break
    else:
        print('never')
    return i, j
print(loop())
while True:
    break
else:
    print('no')
del x
try: x
except NameError as e: print(e)
print(1 < 2 < 3, 1 < 3 < 2, not 1 == 2, 1 if [] else 2, None or 'or', 0 and 1)
match {'kind': 'point', 'at': [1, 2, 3]}:
    case {'kind': 'circle'}: print('circle')
    case {'kind': str(k), 'at': [x, *rest], **more} if rest: print(k, x, rest, more)
print(f'{1+1} {"nested " + f"{3}"} {x!r:>5} {2.5:.2f} {x=}')
print(locals()['n'], 'n' in globals(), sorted(vars(counter))[:1])
def gl():
    a = 1
    b = [a for _ in range(2)]
    return locals()
print(gl())
assert True, 'no'
try: assert False, 'message'
except AssertionError as e: print(e)
i = 10
def cells():
    i = 1
    return [lambda: i for _ in range(1)][0]()
print(cells(), i)
print(10 // 3, -10 // 3, 10 % -3, 2 ** 100, -7 % 3, 7.5 // 2, 1 / 3, 1e16, 2 ** -1, 10 ** 20 // 3, ~5, 6 & 3, 6 | 3, 6 ^ 3, 1 << 70 >> 68)
