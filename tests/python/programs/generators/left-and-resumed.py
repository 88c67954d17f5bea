# era: 2.7 3.6 3.13
# A loop that is left leaves its generator where it stands: somebody who holds it goes on with it.
from __future__ import print_function


def count():
    i = 0
    try:
        while True:
            yield i
            i += 1
    finally:
        print('closed at', i)


c = count()
for i in c:
    if i == 2:
        break
print('left at', i, 'next', next(c))
for i in c:
    if i == 5:
        break
print('left at', i, 'next', next(c))


def function():
    inner = count()
    for i in inner:
        for j in inner:
            if j > 2:
                break
        else:
            print('never')
        if j > 4:
            break
        print(i, j)
    print(i, j, next(inner))
    for i in inner:
        try:
            raise KeyError(i)
        except KeyError:
            break
    print('and on', next(inner))
    return inner


kept = function()
print(next(kept))
del kept
for i in count():
    if i:
        break
print('a loop of its own')


def lines():
    header = iter(['a: 1', 'b: 2', '', 'body', 'more'])
    for line in header:
        if not line:
            break
        yield line
    yield list(header)


print(list(lines()))
g = (x * x for x in range(6))
print([x for x in g if x < 5 or g.close()])
g = (x * x for x in range(6))
print(4 in g, next(g), any(x > 10 for x in g), list(g))
a, b = (x for x in 'ab')
try:
    a, b = c
except ValueError as e:
    print(e)
print(next(c))
print(list(zip('xy', c)), next(c))
c.close()
