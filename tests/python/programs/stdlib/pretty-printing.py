import collections, dataclasses, pprint, sys, types
from pprint import pformat, pp

words = ['spam', 'eggs', 'lumberjack', 'knights', 'ni']
deep = [words[:], [1, (2, [3, {'four': (5,)}])], {'b': words, 'a': {3, 1, 2}, 'c': None}]
pprint.pprint(deep)
pprint.pprint(deep, width=30, indent=4)
pprint.pprint(deep, width=20, compact=True)
pprint.pprint(deep, depth=2)
pp({'z': 1, 'a': 2}, width=5); pprint.pprint({'z': 1, 'a': 2}, width=5)
pprint.pprint(list(range(40)), compact=True, width=40)
pprint.pprint({'long text': 'the quick brown fox jumped over a lazy dog\nand went\n', 'x': b'0123456789' * 3, 'y': bytearray(b'abcdefgh' * 3)}, width=30)
pprint.pprint('one two three four five six seven eight nine ten ' * 3); pprint.pprint('x' * 90); pprint.pprint('')
pprint.pprint(('lonely tuple item of some length', ), width=10); pprint.pprint({(1, 'a'): 1, 2: 'b', None: 3})
pprint.pprint(12345678, underscore_numbers=True); pprint.pprint([10000, True, 1.5], underscore_numbers=True)
@dataclasses.dataclass
class Point:
    x: int
    label: str
    next: object = None
    hidden: int = dataclasses.field(default=0, repr=False)
p = Point(1, 'a rather long label here', Point(2, 'another one', [1, 2]))
pprint.pprint(p); pprint.pprint(p, width=30)
p.next = p; pprint.pprint(p, width=20)
pprint.pprint(types.SimpleNamespace(one=1, two='second thing', three=[1, 2, 3]), width=25)
pprint.pprint(collections.OrderedDict([('b', 'text number one'), ('a', 'text number two')]), width=30)
pprint.pprint(collections.defaultdict(list, b=[1, 2, 3], a=['x' * 10, 'y' * 10]), width=25)
pprint.pprint(collections.Counter('abracadabra'), width=12)
pprint.pprint(collections.ChainMap({'a': 'first map'}, {'b': 'second map'}), width=25)
pprint.pprint(collections.deque(words), width=20); pprint.pprint(collections.deque(words, maxlen=9), width=20)
pprint.pprint(types.MappingProxyType({'k1': 'v1' * 5, 'k2': 'v2' * 5}), width=20)
for u in collections.UserDict(a='aaaaaaaa', b='bbbbbbbb'), collections.UserList(words), collections.UserString('ab cd ef gh ij kl mn'):
    pprint.pprint(u, width=15)
pprint.pprint([frozenset({3, 1, 2}), frozenset(), set(), type('S', (set,), {})([5, 4])], width=4)
class L(list):
    def __repr__(self): return 'L<>'
pprint.pprint([L(), type('M', (list,), {})([1, 2, 3])], width=5)
loop = [1]; loop.append(loop); d = {}; d['me'] = d
print(pformat(loop).replace(str(id(loop)), 'ID'), pformat(d).replace(str(id(d)), 'ID'), pprint.saferepr({2: 1, 1: 2}))
print(pprint.isreadable(loop), pprint.isrecursive(loop), pprint.isreadable(words), pprint.isreadable(print), pprint.isrecursive(words), pprint.PrettyPrinter().isreadable([1]), pprint.PrettyPrinter(depth=1).isreadable([[1]]))
class Shout(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object.upper(), True, False
        return super().format(object, context, maxlevels, level)
Shout(width=20).pprint({'words': words})
for bad in {'indent': -1}, {'depth': 0}, {'width': 0}:
    try:
        pformat(1, **bad)
    except ValueError as e:
        print(e)
