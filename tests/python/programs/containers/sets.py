s = {3, 1, 2}
f = frozenset([1, 2])
print(len(s), s | {9} == {1, 2, 3, 9}, s & f == {1, 2}, s - f, s ^ {1, 5} == {2, 3, 5}, f <= s, f < s, s > f, s.isdisjoint([7]), s >= [1] if False else '')
print(type(s & f).__name__, type(f & s).__name__, f | {3} == s, hash(f) == hash(frozenset([2, 1])), {f: 'key'}[frozenset((2, 1))], {1} in {frozenset([1])})
print(set(), frozenset(), {1}, frozenset('a'), repr({('t',)}), set('a'), s.copy() == s, s.copy() is s, f.copy() is f, frozenset(f) is f)
s.update([4], (5,))
s.discard(99)
s.remove(4)
s.intersection_update({1, 2, 5})
s.difference_update([5])
s.symmetric_difference_update({2, 7})
print(sorted(s), s.union([8], 'a') == {1, 7, 8, 'a'}, s.issubset([1, 7, 3]), s.issuperset([7]))
s |= {1, 2}
s &= {2, 7}
s ^= {2, 3}
s -= {3}
print(s, {1, 1.0, True}, {True, 1}, {0, False, 0.0})
for g in (lambda: s.remove('x'), lambda: set().pop(), lambda: {[]}, lambda: s | [1], lambda: hash(s), lambda: set(5), lambda: s < [1], lambda: frozenset().add, lambda: set(a=1), lambda: set([], [])):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
try:
    t = {1, 2}
    for x in t:
        t.add(x + 10)
except RuntimeError as e:
    print(e)


class Hashed(set):
    def __hash__(self):
        return 5


h = Hashed([1])
print(h in {h}, type(h | {2}).__name__, h == {1}, Hashed() == set(), h)
