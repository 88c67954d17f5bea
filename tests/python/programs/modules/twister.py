import _random

r = _random.Random(42)
print([r.random() for _ in range(3)], r.getrandbits(5), r.getrandbits(32), r.getrandbits(100), r.getrandbits(0))
r.seed(-(10**30))
print(r.random())
state = r.getstate()
first = r.random()
r.setstate(state)
print(first == r.random(), len(state), state[-1])
r.seed(0)
print([r.getrandbits(32) for _ in range(700)][-3:])
for f in (lambda: r.getrandbits(-1), lambda: r.setstate([]), lambda: r.setstate((1,)), lambda: r.seed([])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
