# Dictionaries and lists: counting, sorting, comprehensions.
counts = {}
for i in range(100000):
    key = i * 7919 % 1009
    counts[key] = counts.get(key, 0) + i % 3
pairs = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
squares = [x * x for x, _ in pairs if x % 2]
print(len(counts), pairs[0][0], sum(squares))
