from collections import *
import collections
P = namedtuple('P', 'x y', defaults=[5])
print(P(1), P(1,2)._replace(x=7), P._fields, P(3)._asdict(), P.__doc__, P.x, P._field_defaults)
try: P()
except TypeError as e: print(e)
c = Counter('abracadabra'); print(c, c.most_common(2), c+Counter('aab'), c-c, +c)
d = ChainMap({'a':1},{'b':2,'a':3}); print(d, d['a'], list(d), len(d), d.new_child({'q':1}))
print(OrderedDict(a=1), defaultdict(list, a=[1]), deque([1,2],3))
print(UserDict(a=1), UserList([1,2])+[3], UserString('abc').upper()[0], type(UserString('x')*2))
try: namedtuple('A','class')
except ValueError as e: print(e)
print(namedtuple('A','class a a', rename=True)(1,2,3), P.__module__, P.__qualname__)
