# era: 2.7
from UserDict import UserDict, IterableUserDict, DictMixin
from UserList import UserList
from UserString import UserString, MutableString
import copy

d = UserDict({'a': 1}, b=2)
print sorted(d.items()), len(d), d['a'], d.get('z'), d.get('z', 3), 'a' in d, d.has_key('q'), d == {'a': 1, 'b': 2}, cmp(d, d)
print d.setdefault('c', 9), d.pop('c'), d.pop('c', 'none'), UserDict.fromkeys('x', 1), repr(UserDict([(1, 2)]))
class Missing(UserDict):
    def __missing__(self, key):
        return 'no %s' % key
m = Missing()
print m['k'], m.data, type(m).__name__, m.__class__.__name__
try:
    d['zz']
except KeyError as e:
    print repr(e)
try:
    hash(d)
except TypeError as e:
    print e
c = d.copy(); c['a'] = 5; print d['a'], c['a'], copy.copy(m).__class__.__name__
print list(IterableUserDict(x=1)), sorted(d)  if hasattr(d, '__iter__') else 'by index'
class Letters(DictMixin):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def keys(self): return sorted(self.d)
l = Letters()
l.update(b=2, a=1)
l.update([('c', 3)])
print list(l), l.items(), l.values(), 'a' in l, l.get('q', 0), l.setdefault('d', 4), l.pop('d'), l.popitem(), len(l), l == {'b': 2, 'c': 3}
print list(l.iteritems()), list(l.itervalues()), list(l.iterkeys()), l.has_key('b')
try:
    l.pop('x')
except KeyError as e:
    print 'KeyError', e
l.clear(); print l
try:
    l.popitem()
except KeyError as e:
    print e

u = UserList([3, 1, 2])
print u, u[0], u[1:], type(u[1:]).__name__, u[::2], type(u[::2]).__name__, u + [4], [0] + u, u * 2, 2 * u, u == [3, 1, 2], u < [4], cmp(u, [3])
u += (5,); u.append(6); u.extend(UserList([7])); u.insert(0, 'x'); print u, u.pop(), u.index(6), u.count(3), len(u), 3 in u
u.remove('x'); u.sort(); print u; u.reverse(); u[0:2] = [9]; del u[0]; print u, UserList('ab'), 'ab' + UserList('c')

s = UserString('spam')
print s, repr(s), s.upper().__class__.__name__, s + 'x', 'x' + s, s * 2, s[1], s[1:3], 'pa' in s, s == 'spam', s < 'sq', len(s), hash(s) == hash('spam')
print s.replace('a', 'o'), s.find('m'), s.split('a'), s.startswith('sp'), s.join(['1', '2']), UserString('%d-%s') % (1, 'a'), UserString(12), int(UserString('12')) + 1, s.partition('a'), s.encode('ascii'), s.center(9, '*')
m = MutableString('abc')
m[0] = 'X'; m += 'def'; m[1:3] = 'yy'; del m[-1]; print m, len(m), m.immutable().__class__.__name__
m.insert(1, '__'); m *= 2; print m
try:
    hash(m)
except TypeError as e:
    print e
try:
    m[99] = 'q'
except IndexError:
    print 'IndexError'
class Slices(object):
    def __getslice__(self, i, j): return 'slice', i, j
    def __getitem__(self, i): return i
    def __len__(self): return 10
print Slices()[1:], Slices()[-2:-1], Slices()[1:None], Slices()[None:3], Slices()[1:2:3]
