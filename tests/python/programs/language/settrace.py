import sys
def tracer(frame, event, arg):
    if frame.f_code.co_name in ('f', 'g', 'h'):
        print(event, frame.f_code.co_name, frame.f_lineno, arg if event != 'exception' else arg[0].__name__, sorted(frame.f_locals.items()))
        return tracer
def f(a):
    b = a + 1
    if b > 2:
        return b
    return g(b)
def g(x):
    for i in range(2):
        x += i
    try:
        raise ValueError(x)
    except ValueError:
        x = 0
    return x
def h():
    yield 1
    y = 2
    yield y
sys.settrace(tracer)
f(1)
f(5)
for v in h():
    pass
sys.settrace(None)
f(1)
