# era: 3.6
def f():
    l = [(yield i) for i in range(2)]
    return (yield l)
g = f()
print(type(next(g)).__name__)
def h():
    l = yield from [(yield i) for i in range(2)]
    print(l)
print(list(h()), list((yield x) for x in 'ab') if 0 else '')
