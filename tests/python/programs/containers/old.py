# era: 2.7
print range(5), xrange(5), xrange(1, 9, 3), list(xrange(1, 9, 3)), len(xrange(10)), xrange(10)[-1]
d = {'a': 1}
print d.has_key('a'), d.keys(), d.items(), list(d.iteritems()), d.viewkeys(), d.viewitems(), {1: 2} < {1: 3}, cmp({1: 2}, {1: 2}), {} < {1: 1}
print map(None, [1, 2], [3]), map(lambda x: x + 1, (1, 2)), zip('ab', [1, 2]), filter(None, [0, 1]), filter(str.isalpha, 'a1b'), filter(None, (0, 1))
print reduce(lambda a, b: a * 10 + b, [1, 2, 3]), apply(max, (1, 2)), cmp(1, 2), cmp('b', 'a'), cmp([1, 2], [1, 2]), sorted([3, 'a', None, 1.5, (1,), [2]])
l = [3, 1, 2]
l.sort(lambda a, b: cmp(b, a))
print l, sorted(l, cmp=lambda a, b: cmp(a, b)), sorted(l, reverse=True), l[1:2], l.__getslice__(0, 2)
print set([1]), frozenset(), set([1]) == 1, {1: 2}, [1] < (1,), 1 < 'a', None < 0, len(set('aab'))
for f in (lambda: set([1]) < 1, lambda: xrange(1, 2, 0), lambda: {}['k'], lambda: [].pop(), lambda: cmp(set(), set()), lambda: iter(5), lambda: reduce(max, []), lambda: range(1.5), lambda: zip(1), lambda: min([]), lambda: sorted([1, 2], cmp=lambda a, b: 'x')):
    try:
        print f()
    except Exception, e:
        print e.__class__.__name__, e
import itertools, operator
print list(itertools.izip('ab', [1, 2])), list(itertools.imap(None, [1], [2])), list(itertools.ifilter(None, [0, 1])), list(itertools.ifilterfalse(None, [0, 1])), list(itertools.izip_longest('a', 'bc', fillvalue='-'))
print operator.div(7, 2), operator.isCallable(len), operator.sequenceIncludes([1], 1), operator.itemgetter(1)('ab'), operator.repeat([1], 2), operator.getslice('abcd', 1, 3)
from _collections import deque, defaultdict
print deque([1, 2], 3), deque('ab').maxlen, defaultdict(int), defaultdict(list, a=[1])
class Old:
    def __init__(self, n): self.n = n
    def __cmp__(self, other): return cmp(self.n, other.n)
print Old(1) < Old(2), Old(1) == Old(1), max(Old(3), Old(1)).n, [o.n for o in sorted([Old(2), Old(1)])], cmp(Old(5), Old(4))
it = iter([1, 2, 3])
print it.next(), list(it), sum([1, 2], 3), list(reversed([1, 2])), list(enumerate('a', 1))
