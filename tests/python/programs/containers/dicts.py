d = {'a': 1, 'b': 2, 'c': 3}
print(d.pop('b'), d, d.popitem(), d.setdefault('z', 9), d.get('q'), d | {'a': 0}, dict([('x', 1)], y=2), dict.fromkeys('ab', 0))
d.update([('k', 1)], m=2)
print(d, list(d.items()), sorted(d.keys() & {'a', 'k'}), sorted(d.keys() - {'a'}), sorted(d.items() ^ {('k', 1)}), sorted(d.keys() | ['new']), 'a' in d.keys(), ('a', 1) in d.items(), d.keys() <= {'a', 'z', 'k', 'm', 'x'})
print(d.keys(), d.values(), d.items(), list(reversed(d)), d.keys().isdisjoint('q'), d.keys().mapping)
print({1: 'int', 1.0: 'float', True: 'bool'}, {0: 'a', False: 'b'}, {(1, 2): 3}[1.0, 2], {float('nan'): 1})
for f in (lambda: {}['k'], lambda: {}.popitem(), lambda: {[]: 1}, lambda: dict([1]), lambda: dict(['abc']), lambda: dict(1), lambda: {} < {}, lambda: {}.pop('k'), lambda: hash({}), lambda: dict([], []), lambda: {}.update(1), lambda: {} | []):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def mutate(change):
    e = {i: i for i in range(3)}
    try:
        for k in e:
            change(e)
        print('fine')
    except RuntimeError as error:
        print(error)


mutate(lambda e: e.update({9: 9}))
mutate(lambda e: e.pop(0))
mutate(lambda e: e.__setitem__(1, 5))


class Fallback(dict):
    def __missing__(self, key):
        return key * 2


class Key:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return isinstance(other, Key) and self.v == other.v

    def __repr__(self):
        return f'K{self.v}'


f = Fallback(a=1)
print(f['a'], f['xy'], f.get('xy'), f, type(f.copy()).__name__, type(f | {}).__name__)
m = {Key(1): 'one', Key(2): 'two', 7: 'seven'}
print(m[Key(2)], m[7], len(m), m, m == {7: 'seven', Key(2): 'two', Key(1): 'one'}, m.popitem())
m[Key(1)] = 'uno'
del m[Key(2)]
print(m)
d = {}
d['self'] = d
print(d)
while len(m) > 0:
    m.popitem()
order = {}
for i in range(5):
    order[i] = i
del order[2]
order[2] = 'again'
order.pop(4)
print(order, list(order), next(iter(order)), dict(reversed(list(order.items()))))
e = {**order, 'x': 1}
x = e.items()
e['late'] = 1
print(len(x), ('late', 1) in x, list(e.values())[-1])
