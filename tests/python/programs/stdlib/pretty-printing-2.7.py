# era: 2.7
import pprint, sys
words = ['spam', 'eggs', 'lumberjack', 'knights', 'ni']
deep = [words[:], [1, (2, [3, {'four': (5,)}])], {'b': words, 'a': set([3, 1, 2]), 'c': None}, u'unicode text', 10L]
pprint.pprint(deep)
pprint.pprint(deep, width=30, indent=4)
pprint.pprint(deep, depth=2)
pprint.pprint({'long text': 'the quick brown fox jumped over a lazy dog', 'x': 'y' * 90}, width=20)
pprint.pprint(set(words), width=20); pprint.pprint(frozenset([3, 2]), width=3); pprint.pprint((1,), width=1); pprint.pprint([[], (), {}], width=1)
loop = [1]; loop.append(loop)
print pprint.pformat(loop).replace(str(id(loop)), 'ID'), pprint.isreadable(loop), pprint.isrecursive(loop), pprint.saferepr({2: 1, 1: 2})
try:
    pprint.pformat(1, depth=0)
except AssertionError, e:
    print e
