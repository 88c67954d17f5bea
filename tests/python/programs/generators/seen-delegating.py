# era: 3.13
# Who delegates is on the stack, resumed for the first time or again; and is running while its delegate closes.
import inspect


def names():
    return [f[3] for f in inspect.stack() if f[3] in ('one', 'two', 'three')]


def three():
    for i in range(3):
        yield names()


def two():
    yield from three()


def one():
    yield from two()


for seen in one():
    print(seen)


class Closing:
    def __iter__(self):
        return self

    def __next__(self):
        return 42

    def close(self):
        print(outer.gi_running)
        for resume in (next, lambda g: g.send(1), lambda g: g.close()):
            try:
                resume(outer)
            except ValueError as e:
                print(e)


def delegating():
    yield from Closing()


outer = delegating()
print(next(outer))
outer.close()
