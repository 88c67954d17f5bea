a = list(range(10))
print(a[2:5], a[::-2], a[-3:], a[5:2], a[5:2:-1], a[:100])
a[2:4] = 'xyz'
print(a)
a[::3] = [0] * len(a[::3])
del a[1::4]
print(a, a.index(0, 1), a.count(0))
for f in (lambda: a[99], lambda: a['x'], lambda: a.index('no'), lambda: a.remove('no'), lambda: [].pop(), lambda: [1] + (2,), lambda: a.__setitem__(slice(0, 4, 2), [1]), lambda: [1] < ['a'], lambda: list(5), lambda: hash([]), lambda: [1] * 'a', lambda: a.pop(50), lambda: list(a=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(sorted([3, 1, 2], reverse=True), sorted('bAc', key=str.lower), sorted([(1, 'b'), (0, 'z'), (1, 'a')]), sorted([2.5, 1, True]))
rows = [(i % 3, i) for i in range(9)]
rows.sort(key=lambda r: r[0], reverse=True)
print(rows)


class Lazy:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


print([x.n for x in sorted(map(Lazy, [5, 2, 8, 1]))])
l = [1, 2, 3]
try:
    l.sort(key=lambda x: l.append(x) or x)
except ValueError as e:
    print(e, l)
try:
    [1, 'a'].sort()
except TypeError as e:
    print(e)
l = [1, 2, 3]
it = iter(l)
next(it)
print(it.__length_hint__(), it.__reduce__()[1:])
l.append(4)
print(list(it), list(it))
l.append(l)
print(l, l == l, [float('nan')] == [float('nan')])
grow = [1]
for x in grow:
    if len(grow) < 5:
        grow.append(x + 1)
print(grow, [1, 2] < [1, 3], [1] < [1, 0], [] < [1], [2] > [1, 9], (1, 2) <= (1, 2))
x = y = [1]
x += (2,)
x *= 2
print(y, [0] * -1, 2 * [1], x.copy() is x, x.clear(), y)
print(slice(1, None, -1).indices(5), slice(-3, 99).indices(2**70), hash(slice(1)) == hash(slice(1)), slice(1) == slice(1), repr(slice(1, 2)))
print(min('b', 'a'), max([1, 5, 2], key=lambda n: -n), min([], default='none'), sum([0.1] * 10), sum([[1], [2]], []), any([]), all([]), len('abc'))
for f in (lambda: min([]), lambda: max(), lambda: sum(['a'], ''), lambda: max(1, 2, default=3), lambda: len(5), lambda: next(iter([])), lambda: sum(5), lambda: reversed({1})):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(list(enumerate('ab', 5)), list(zip('ab', [1, 2, 3])), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1])), list(reversed((1, 2))))
for f in (lambda: list(zip('ab', 'abc', strict=True)), lambda: list(zip('abc', 'ab', 'abc', strict=True)), lambda: list(zip('a', 'a', '', strict=True)), lambda: zip(1), lambda: map(len), lambda: list(zip('', 'a', strict=True))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
calls = iter([3, 2, 1, 0]).__next__
print(list(iter(calls, 1)))
