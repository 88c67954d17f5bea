# era: 3.13
# Contexts that lead back to themselves: made by hand, then raised over.


def own(number):
    try:
        raise ValueError(number)
    except ValueError as e:
        e.__context__ = e
        raise TypeError(number)


def two():
    a, b = KeyError('a'), KeyError('b')
    a.__context__, b.__context__ = b, a
    try:
        raise a
    except KeyError:
        raise IndexError('c')


def long(n):
    """A cycle that is reached after a few others."""
    errors = [OSError(i) for i in range(n)]
    for i, e in enumerate(errors):
        e.__context__ = errors[i + 1] if i + 1 < n else errors[n // 2]
    try:
        raise errors[0]
    except OSError:
        raise IndexError(n)


def chain(e):
    seen = []
    while e is not None and e not in seen:
        seen.append(e)
        e = e.__context__
    return seen, e


for f in lambda: own(1), two, lambda: long(3), lambda: long(8), lambda: long(9):
    try:
        f()
    except Exception as e:
        seen, again = chain(e)
        print(len(seen), repr(seen[0]), repr(seen[-1]), repr(again))
deep = None
for i in range(300):
    e = ValueError(i)
    e.__context__ = deep
    deep = e
try:
    raise deep
except ValueError:
    try:
        raise TypeError('last')
    except TypeError as e:
        print(len(chain(e)[0]))
own(2)
