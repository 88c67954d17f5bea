# What is delegated to has no lane of its own, until somebody resumes it directly.
def bottom():
    value = yield 'ready'
    while value:
        value = yield value * 2
    return 'done'

inner = bottom()

def top():
    print((yield from inner))

pipe = top()
next(pipe)
print(pipe.send(21))
print(inner.send(4))
pipe.send(0)
