from _collections import deque, defaultdict, OrderedDict

d = deque('abc', maxlen=3)
d.append('d')
d.appendleft('z')
print(d, d[1], d[-1], list(reversed(d)), d == deque('zbc'), d.maxlen, len(d))
d.rotate(1)
print(d, d.index('b'), 'c' in d, d.count('z'))
d.extend(range(5))
d.extendleft('xy')
print(d, d * 2, d + deque([1]), d < deque([9, 9]) if False else '')
q = deque()
for i in range(1000):
    q.append(i)
    if i % 3 == 0:
        q.popleft()
print(len(q), q[0], q[-1], q.pop(), q.popleft())
q = deque([3, 1, 2])
q.insert(1, 'i')
q.remove(3)
del q[0]
q[0] = 'first'
q.reverse()
print(q, q.copy(), bool(q), bool(deque()))
for f in (deque().pop, deque().popleft, lambda: q[5], lambda: q.remove(0), lambda: q.index(0), lambda: deque(maxlen=-1), lambda: deque([1], maxlen=1).insert(0, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    for x in q:
        q.append(1)
except RuntimeError as e:
    print(e)
r = deque([1])
r.append(r)
print(r)


class Sub(deque):
    def __init__(self, items):
        super().__init__(items)
        self.extra = 1


print(Sub('ab'), Sub('ab').extra, type(Sub('ab').copy()).__name__)

dd = defaultdict(list)
dd['a'].append(1)
print(dd, dd.copy(), dd | {'b': 2}, dd.default_factory, dd.get('none'), 'none' in dd)
try:
    defaultdict(None)['k']
except KeyError as e:
    print('KeyError', e)
try:
    defaultdict(1)
except TypeError as e:
    print(e)


class Counting(defaultdict):
    def __missing__(self, key):
        return key * 2


print(Counting()['xy'], Counting(int))

o = OrderedDict(a=1, b=2, c=3)
o.move_to_end('a')
print(o, list(o), list(reversed(o)))
o.move_to_end('c', last=False)
print(o.keys(), list(o.values()), o.items())
print(o.popitem(), o.popitem(last=False), o, o == {'b': 2}, OrderedDict(x=1, y=2) == OrderedDict(y=2, x=1))
try:
    o.move_to_end('nope')
except KeyError as e:
    print('KeyError', e)
o.attribute = 5
print(o.attribute, o.setdefault('n', 1), o.pop('n'), o.pop('n', None), OrderedDict.fromkeys('ab', 0), OrderedDict())
try:
    for k in o:
        o['more'] = 1
except RuntimeError as e:
    print(e)
