# Order of evaluation, scopes, loops, exceptions, patterns: what the emitted JavaScript must keep
def t(name, f, *a):
    try:
        print(name, f(*a))
    except BaseException as e:
        print(name, type(e).__name__, e)

def unb():
    print(x)
    x = 1
t('unb', unb)
def free():
    def g(): return y
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    y = 1
    return g()
t('free', free)
def dele():
    e = 5
    for i in range(2):
        try:
            print(e)
        except UnboundLocalError as u:
            print('gone')
        try:
            1/0
        except ZeroDivisionError as e:
            pass
t('dele', dele)
def fin():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
        finally:
            print('fin', i)
    try:
        return 'a'
    finally:
        print('b')
t('fin', fin)
def fin2():
    while True:
        try:
            1/0
        finally:
            break
    return 'swallowed'
t('fin2', fin2)
def ctx():
    try:
        try:
            1/0
        finally:
            {}['x']
    except KeyError as e:
        return repr(e.__context__)
t('ctx', ctx)
def loops():
    out = []
    for i in range(5):
        i += 10
        out.append(i)
    for x in []:
        pass
    else:
        out.append('else')
    for a, (b, *c) in [(1, (2, 3, 4)), (5, 'xyz')]:
        out.append((a, b, c))
    for i in range(10, 0, -3): out.append(i)
    r = range
    for i in r(2): out.append(i)
    return out
t('loops', loops)
def order():
    log = []
    def f(x):
        log.append(x)
        return x
    d = {f(1): f(2), f(3): f(4)}
    l = [0, 0, 0]
    l[f(0)] = f(5)
    l[f(1)] += f(6)
    f(7) + f(8) * f(9)
    f(1) < f(2) < f(0) < f(99)
    (lambda *a, **k: 0)(f(10), *[f(11)], k=f(12), **{'z': f(13)})
    return log
t('order', order)
def closures():
    fs = [lambda: i for i in range(3)]
    gs = []
    for i in range(3):
        def g(): return i
        gs.append(g)
    return [f() for f in fs], [g() for g in gs]
t('closures', closures)
def walrus():
    if (n := 5) > 3 and (m := n + 1):
        pass
    return n, m, [y := k for k in range(3)], y
t('walrus', walrus)
class A:
    x = 1
    y = [x for _ in range(2)] if False else x
    def __init__(self): self.__p = 3
    def get(self): return self.__p
    z = (lambda: 'lam')()
    def f(self, *, k=x): return k
t('class', lambda: (A().get(), A.y, A._A__p if hasattr(A, '_A__p') else None, A().f(), A.z))
def cmp():
    a = b = 3
    return 1 < 2 < 3, 1 == 1.0, 'a' < 'b', [1] == [1], a is b, not a, 3 in [1, 2, 3], 'x' not in 'abc', 1 < 2 > 1
t('cmp', cmp)
def arith():
    a, b = 7, -3
    big = 2**62
    return a // b, a % b, -a // 2, -a % 3, a & b, a | b, a ^ b, a << 40, a >> 1, big + big, big * 3, 0 * -1, a / 2, 2**31 + 2**31, 1 << 31, 3 & 2**40, -7 // 2, -7 % 2, 2147483647 + 1, -2147483648 - 1, 65536 * 65536, True + 1, a ** 2, ~a, -a, +a
t('arith', arith)
def star():
    a, *b, c = range(5)
    [d, e] = 'xy'
    (f, g), h = (1, 2), 3
    x = y = [1]
    return a, b, c, d, e, f, g, h, x is y, [*b, 0, *'ab'], {**{'a': 1}, 'b': 2}, (*b,), {*b}
t('star', star)
def gen():
    def g():
        try:
            x = yield 1
            print('x', x)
            y = yield (yield 2)
            print('y', y)
        except ValueError as e:
            print('caught', e)
            yield 'v'
        finally:
            print('gfin')
        return 9
    it = g()
    print(next(it), it.send('a'), it.send('b'), it.throw(ValueError('q')))
    try:
        next(it)
    except StopIteration as e:
        print('stop', e.value)
    def d():
        r = yield from g()
        print('r', r)
    print(list(d()))
    e = d()
    next(e)
    e.close()
    return [*(i * i for i in range(4) if i % 2)]
t('gen', gen)
def withs():
    class M:
        def __init__(self, n, swallow=False): self.n, self.s = n, swallow
        def __enter__(self): print('enter', self.n); return self.n
        def __exit__(self, *a): print('exit', self.n, a[0] and a[0].__name__); return self.s
    with M(1) as a, M(2, True) as b:
        print(a, b)
        raise KeyError('k')
    for i in range(2):
        with M(i) as q:
            if i == 0: continue
            return 'ret'
t('withs', withs)
def match(v):
    match v:
        case 0 | 1: return 'small'
        case [x, y, *r] if x: return x, y, r
        case {'k': z, **rest}: return z, rest
        case str(s): return 's' + s
        case A(x=1): return 'A'
        case None: return 'none'
        case float() as f: return f
        case _: return 'other'
print([match(v) for v in (0, [1, 2, 3], [0, 1], {'k': 1, 'j': 2}, 'q', A(), None, 2.5, object)])
def estar():
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2), ValueError(3)])
    except* ValueError as e:
        print('v', e.exceptions)
    except* TypeError as e:
        print('t', e.exceptions)
    return 'done'
t('estar', estar)
def nested():
    def outer(a, /, b, *c, d=1, **e):
        def inner():
            nonlocal a
            a += 1
            return a, b, c, d, e
        return inner()
    return outer(1, 2, 3, d=4, f=5)
t('nested', nested)
t('args', lambda: (lambda a, b=2, *c, d, e=5, **f: (a, b, c, d, e, f))(1, d=4, z=9))
def fstr():
    x = 3.14159; w = 10; n = 'name'
    return f'{x:.2f} {n!r:>{w}} {x=} {{}} {w:#x}'
t('fstr', fstr)
def aug():
    class O: pass
    o = O(); o.x = 1; o.x += 2; o.x *= 3
    l = [1, 2]; m = l; l += [3]; l[0] -= 5
    s = 'a'; s += 'b'
    return o.x, l, m, s
t('aug', aug)
def exc():
    try:
        try: raise ValueError('a')
        except ValueError as e: raise KeyError('b') from e
    except KeyError as k: return repr(k.__cause__), k.__suppress_context__
t('exc', exc)
import sys
def excinfo():
    try: 1/0
    except ZeroDivisionError:
        a = sys.exc_info()[0]
    return a, sys.exc_info()[0]
t('excinfo', excinfo)
