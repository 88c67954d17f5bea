# One generator pulls on another with a for loop: they run inside one another, each in its lane.
def source():
    yield 1
    yield 2

def squares(items):
    for item in items:
        yield item * item

print(list(squares(source())))
