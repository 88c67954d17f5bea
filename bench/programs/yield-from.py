# A hundred thousand items through three levels of yield from.
def inner(n):
    for i in range(n):
        yield i

def middle(n):
    yield from inner(n)

def outer(n):
    yield from middle(n)

def outermost(n):
    yield from outer(n)

total = 0
for item in outermost(100000):
    total += item
print(total)
