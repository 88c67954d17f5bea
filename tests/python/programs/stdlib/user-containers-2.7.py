# era: 2.7
# UserDict, UserList and UserString: containers around a container, as Python 2 has them.
import UserDict, UserList, UserString
from UserDict import DictMixin, IterableUserDict

d = UserDict.UserDict({'a': 1}, b=2)
print sorted(d.items()), len(d), 'a' in d, d.has_key('z'), d.get('z', 7)
print type(d) is type(UserDict.UserDict()), UserDict.UserDict.__bases__, UserDict.UserDict.__module__
d['c'] = 3
del d['a']
print sorted(d.keys()), d == {'b': 2, 'c': 3}, cmp(d, {'b': 2}) > 0
e = d.copy()
e.update({'x': 1}, y=2)
print sorted(e.keys()), sorted(d.data)
print e.pop("x"), e.setdefault('k', 9), e.setdefault('k', 8), sorted(UserDict.UserDict.fromkeys('ab', 0).items())
class Missing(UserDict.UserDict):
    def __missing__(self, key):
        return key * 2
print Missing()['q']
try:
    d['nothing']
except KeyError, error:
    print 'KeyError', error
try:
    iter(d).next()
except KeyError, error:
    print 'iterates by index: KeyError', error
print sorted(IterableUserDict(a=1, b=2))
try:
    hash(d)
except TypeError, error:
    print error
print repr(UserDict.UserDict(dict=[('p', 1)]))

l = UserList.UserList([3, 1, 2])
print l, l[0], l[1:], type(l[1:]).__name__, l[::2], type(l[::2]).__name__, l + [4], [0] + l, l * 2
l.sort(reverse=True)
l += (9,)
l[1:2] = [7, 7]
del l[-1:]
print l, l.count(7), l.index(7), 3 in l, l == [3, 7, 7, 1], l < [4], cmp(l, [3]), UserList.UserList.__module__
print l.pop(), l.pop(0), l
l.extend(UserList.UserList([5]))
l.insert(0, 'first')
l.reverse()
l.remove(5)
print l, isinstance(l, list), UserList.UserList(l), l * 0
try:
    hash(l)
except TypeError, error:
    print error

s = UserString.UserString('Hello')
print s, repr(s), s[1], type(s[1:3]).__name__, s.upper(), type(s.upper()).__name__, s + ' you', 'oh ' + s, s * 2, 2 * s
print s == 'Hello', s < 'Z', hash(s) == hash('Hello'), 'ell' in s, s.find('l'), s.split('l'), s % (), int(UserString.UserString('42'))
print s.replace('l', 'L'), s.startswith('He'), s.join(['a', 'b']), s.partition('e'), s.center(9, '*'), s.isalpha(), UserString.UserString.__module__
print s.encode('ascii'), type(s.encode('ascii')).__name__, s.count('l'), s.upper.__name__
m = UserString.MutableString('spam')
m[0] = 'S'
m += '!'
del m[1:2]
m[-1:] = '??'
print m, m.immutable(), type(m.immutable()).__name__
try:
    hash(m)
except TypeError, error:
    print error
