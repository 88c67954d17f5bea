# Sum over a generator of a million items.
def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1

total = 0
for number in numbers(1000000):
    total += number
print(total)
