# The order of small ints in a set follows from the table, not from insertion.
print({1, 0}, {5, 3, 20, 7}, set(range(20, 0, -1)), frozenset([9, 1]), {x * 7 % 31 for x in range(12)}, list({8, 16, 0}))
for x in {3, 1, 2}:
    print(x)
s = set()
for i in (40, 8, 3, 99, 1000, 2, 17, 56, 24):
    s.add(i)
print(s, s | {5})
