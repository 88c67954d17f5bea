import gc, weakref, copy, sys

class Node:
    def __init__(self, name): self.name = name
    def __repr__(self): return 'Node(%r)' % self.name
    def hi(self): return 'hi ' + self.name

a, b, c = map(Node, 'abc')
d = weakref.WeakValueDictionary({'a': a}, b=b)
d['c'] = c
print(len(d), sorted(d), sorted(d.items()), [*d.values()], 'a' in d, 'z' in d, d.get('z', 1), d['b'], d == {'a': a, 'b': b, 'c': c})
del b
print(sorted(d), d.get('b'), d.setdefault('a', c), d.pop('c'), d.pop('q', 'none'), [r() for r in d.valuerefs()], dict(d.copy()), dict(copy.copy(d)), dict(d | {'x': c}), repr(d)[:26])
for act in (lambda: d['b'], lambda: d.pop('b'), lambda: d.__delitem__('b'), lambda: d.__setitem__('i', 3)):
    try: act()
    except (KeyError, TypeError) as e: print(repr(e))
print(d.popitem(), len(d))
d['n'] = Node('gone'); print(list(d))

k = weakref.WeakKeyDictionary()
k[a] = 1; k[c] = 2
print(len(k), k[a], a in k, Node('x') in k, 5 in k, k.get(c), k.setdefault(a, 9), list(k.items()), list(k), [r() for r in k.keyrefs()], dict(k.copy()) == {a: 1, c: 2})
e = Node('e'); k[e] = e.name; del e
print(list(k.values()), k.pop(c), k.popitem(), len(k))
try: k[a]
except KeyError as e: print('KeyError')
k |= {a: 3}; print(dict(k)); k.clear(); print(len(k))

s = weakref.WeakSet([a, c])
x = Node('x'); s.add(x); print(len(s), x in s, 7 in s, sorted(n.name for n in s)); del x
print(len(s), s == weakref.WeakSet([c, a]), s <= {a, c}, s < {a, c, 1 and Node}, s.issuperset([a]), s.isdisjoint([c]), [*(s - {a})], [*(s & [c])], len(s | [Node]), [*(s ^ [a])])
s.discard(a); s.discard(Node('y')); print([*s], s.pop(), len(s))
try: s.remove(a)
except KeyError: print('KeyError')
try: s.pop()
except KeyError as e: print(e)

