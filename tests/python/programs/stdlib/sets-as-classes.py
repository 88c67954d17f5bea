# era: 2.7
from sets import BaseSet, Set, ImmutableSet
import copy

s, t = Set([1, 2, 3]), Set('abc' and [3, 4])
print s, len(s), 2 in s, 9 in s, Set(), ImmutableSet([1])
print s | t, s & t, s ^ t, s - t, s.union([9]), s.intersection([2, 7]), s.difference((1,)), s.symmetric_difference([3, 9])
print s == Set([3, 2, 1]), s != t, Set([1]) < s, s <= s, s < s, s > Set(), s >= t, s == ImmutableSet(s), s == 5
for op in ('s | [1]', 's < 3', 'cmp(s, t)', 'BaseSet()', 'hash(s)', 's.__ior__([1])', 'Set([[1]])', 's.issubset([1])'):
    try:
        print eval(op)
    except TypeError as e:
        print op, type(e).__name__, e
s |= t; print s
s &= Set([1, 2, 4, 8]); print s
s ^= Set([1, 5]); print s
s -= Set([5]); print s
s.update([7, 7]); s.add(5); s.discard(99); s.remove(7); print s
try:
    s.remove(99)
except KeyError as e:
    print repr(e)
s.union_update([1]); s.intersection_update([1, 2, 5]); s.difference_update([5]); s.symmetric_difference_update([2, 3]); print s
inner = Set([1])
outer = Set([inner])
print outer, inner in outer, Set([2]) in outer, outer.pop().__class__.__name__, len(outer)
print hash(ImmutableSet([1, 2])) == hash(ImmutableSet([2, 1])), {ImmutableSet([1]): 'x'}[ImmutableSet([1])]
nested = Set([ImmutableSet([1, 2])])
deep = copy.deepcopy(nested)
print deep == nested, deep is nested, copy.copy(s) == s, s.copy() is s
class Mine(Set):
    pass
print Mine([1]) | Mine([2]), Mine([1]).union([3]), Set([1]) == Mine([1])
s.clear(); print s, bool(s)
print Set([3, 1, 2])._repr(sorted=True)
