from _functools import partial, reduce, cmp_to_key, _lru_cache_wrapper
import operator

p = partial(pow, 2)
print(p(5), partial(p, 3)(), p.args, p.keywords, partial(int, base=2)('101'), partial(partial(max, 1), 5)(3))
print(partial(int, '7', base=8), p.func is pow)


def show(*args, **kw):
    return args, kw


f = partial(show, 1, k=2)
f.note = 'kept'
print(f(3, k=4), f(z=1), f.note, vars(f))
print(reduce(operator.add, [1, 2, 3]), reduce(operator.mul, 'x', 3), reduce(max, [], 0))
try:
    reduce(max, [])
except TypeError as e:
    print(e)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), cmp_to_key(lambda a, b: 0)(1) == cmp_to_key(lambda a, b: 0)(2))

calls = []


def double(x, y=0):
    calls.append(x)
    return x * 2


c = _lru_cache_wrapper(double, 2, False, lambda *a: a)
print(c(1), c(1), c(2), c(3), c(1), c.cache_info(), calls)
c.cache_clear()
print(c.cache_info(), c(1, y=2), c(y=2, x=1), c.cache_info())
typed = _lru_cache_wrapper(lambda x: type(x).__name__, None, True, lambda *a: a)
print(typed(1), typed(1.0), typed(True), typed.cache_info())
untyped = _lru_cache_wrapper(lambda x: type(x).__name__, None, False, lambda *a: a)
print(untyped(1), untyped(1.0), untyped('1'), untyped((1,)), untyped.cache_info())
try:
    c([])
except TypeError as e:
    print(e)


class Box:
    def get(self, x):
        return self, x

    get = _lru_cache_wrapper(get, None, False, lambda *a: a)


b = Box()
print(b.get(1) == (b, 1), Box.get.cache_info())

print(operator.itemgetter(1)('abc'), operator.itemgetter(0, 2)('abc'), operator.attrgetter('real', 'imag')(3), operator.attrgetter('__class__.__name__')(1))
print(operator.methodcaller('split', ',')('a,b'), operator.itemgetter(1, 'k'), operator.attrgetter('a.b'), operator.methodcaller('m', 1, k=2))
print(operator.length_hint(iter([1, 2])), operator.countOf('aba', 'a'), operator.indexOf('aba', 'b'), operator.concat([1], [2]), operator.index(True), operator.call(max, 1, 2))
for g in (lambda: operator.concat(1, 2), lambda: operator.index(1.5), lambda: operator.attrgetter(1), lambda: operator.itemgetter(), lambda: operator.indexOf([], 1)):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
