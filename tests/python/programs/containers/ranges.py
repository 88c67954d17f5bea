print(range(5), range(1, 5), range(5, 0, -2), list(range(5, 0, -2)), len(range(0, 10, 3)), range(0), bool(range(0)), bool(range(1)))
r = range(0, 20, 3)
print(r[2], r[-1], r[1:4], r[::-1], list(r[::-2]), r.index(9), r.count(9), 9 in r, 10 in r, 9.0 in r, 'a' in r, r.start, r.stop, r.step)
print(range(3) == range(0, 3, 1), range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), hash(range(0, 3, 2)) == hash(range(0, 4, 2)), list(reversed(range(4))))
big = range(10**30, 10**30 + 10, 3)
print(list(big), len(big), big[-1], 10**30 + 3 in big, big[1:], list(reversed(big)), range(-(2**70), 2**70)[2**70])
it = iter(range(5))
next(it)
print(it.__length_hint__(), list(it), list(it), len(range(2**62)), range(2**63)[-1])
for f in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range(), lambda: range(1, 2, 3, 4), lambda: r[99], lambda: r.index(1), lambda: r['a'], lambda: len(range(2**64)), lambda: range('a')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
