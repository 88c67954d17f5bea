# era: 3.6 3.7 3.8 3.13
# UserDict, UserList and UserString of collections.
import collections, copy
from collections import UserDict, UserList, UserString
d = UserDict({'a': 1}, b=2)
print(d, list(d), len(d), d.get('z', 7), UserDict.__bases__, UserDict.__module__)
class Missing(UserDict):
    def __missing__(self, key):
        return key * 2
m = Missing(x=1)
m.note = 'kept'
for c in (m.copy(), copy.copy(m)):
    print(type(c).__name__, c, c['q'], getattr(c, 'note', None), c.data is m.data)
print(m.get('nothing'), 'nothing' in m, d.pop('a'), d.setdefault('k', 3), sorted(d.items()), d == {'b': 2, 'k': 3})
print(UserDict.fromkeys('ab', 0), repr(d.keys()))
for operation in ('d | {1: 2}', '{1: 2} | d', 'd | [1]'):
    try:
        print(type(eval(operation)).__name__, eval(operation))
    except TypeError as error:
        print(error)
l = UserList([3, 1, 2])
print(l[1:], type(l[1:]).__name__, l + [4], [0] + l, l * 2, l.copy(), copy.copy(l) == l, l < [4], l == UserList([3, 1, 2]))
l.sort(reverse=True)
l += (9,)
l[1:2] = [7, 7]
print(l, l.index(7), l.pop(), UserList(range(3)), l.__class__.__module__)
l.clear()
print(l, UserList(UserList('ab')))
s = UserString('Hello')
print(s, repr(s), s[1], type(s[1:3]).__name__, s.upper(), type(s.upper()).__name__, s + ' you', 'oh ' + s, s * 2)
print(s == 'Hello', s < 'Z', hash(s) == hash('Hello'), UserString('ell') in s, s.split('l'), UserString('%s!') % 'a', '%s' % s, s.casefold())
print(s.encode(), s.format(), UserString('{x}').format_map({'x': 5}), s.isascii() if hasattr(s, 'isascii') else None, hasattr(s, 'removeprefix'))
print(s.__module__, s.count(UserString('l')), int(UserString('42')), isinstance(s, str))
