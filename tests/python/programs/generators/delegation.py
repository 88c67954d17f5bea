# Delegation: values, exceptions and results through several levels (PEP 380).
def bottom():
    total = 0
    while True:
        try:
            x = yield total
        except KeyError as e:
            print('bottom caught', e)
            continue
        if x is None:
            return total
        total += x

def middle():
    try:
        result = yield from bottom()
    except ValueError as e:
        print('middle caught', e)
        result = -1
    return result * 2

def top():
    while True:
        print('result', (yield from middle()))

t = top()
print(next(t), t.send(1), t.send(2), t.send(None))
print(t.send(5), t.throw(KeyError('k')), t.throw(ValueError('v')))
print(t.gi_yieldfrom.__name__, t.gi_yieldfrom.gi_yieldfrom.__name__)
t.close()

def closing(name, inner=None):
    try:
        if inner:
            yield from inner
        else:
            yield name
    finally:
        print('closed', name)

c = closing('outer', closing('middle', closing('inner')))
print(next(c))
c.close()

def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2

s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)

class Custom:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('custom result')
        return self.n
    def send(self, v):
        print('custom got', v)
        return next(self)
    def throw(self, *args):
        print('custom threw', args[-1] if isinstance(args[-1], BaseException) else args[0])
        return 'thrown'
    def close(self): print('custom closed')

def over():
    print('returned', (yield from Custom()))
    yield 'end'

o = over()
print(next(o), o.send('hello'), next(o))
o = over()
print(next(o), o.throw(ZeroDivisionError('z')))
o.close()

def deep(n):
    if n:
        return 1 + (yield from deep(n - 1))
    yield 'reached'
    return 0

d = deep(300)
print(next(d))
try:
    next(d)
except StopIteration as e:
    print(e.value)

def running():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield
me = running()
next(me)

def gen():
    yield from []
    return 3
print(list(gen()))
g = gen()
try:
    g.send(4)
except TypeError as e:
    print(e)
print(repr(gen).split(' at ')[0], repr(g).split(' at ')[0])

def boom():
    yield 1
    raise StopIteration('x')
b = boom()
next(b)
try:
    next(b)
except RuntimeError as e:
    print(repr(e), repr(e.__cause__))

def handling():
    try:
        1 / 0
    except ZeroDivisionError:
        import sys
        yield type(sys.exc_info()[1]).__name__
        yield type(sys.exc_info()[1]).__name__
h = handling()
print(next(h))
import sys
print(sys.exc_info()[1])
try:
    raise KeyError
except KeyError:
    print(next(h), type(sys.exc_info()[1]).__name__)
