# era: 2.7 3.6 3.11 3.13
# sys.setprofile: calls and returns, of the program's functions and of those that are not written in Python.
from __future__ import print_function
import sys

events = []


def profile(frame, event, arg):
    if event.startswith('c_'):
        arg = arg.__name__
    events.append((event, frame.f_code.co_name, frame.f_lineno, arg))


def total(x):
    return len([x]) + abs(-x)


class Box(object):
    def __init__(self):
        self.items = []

    def add(self, x):
        self.items.append(x)

    @property
    def size(self):
        return len(self.items)


def two():
    yield 1
    yield 2


def fails():
    getattr(1, 'nothing')


def wrapped(f):
    def inner(*args, **kwargs):
        return f(*args, **kwargs)
    return inner


@wrapped
def plus(a, b=2):
    return a + b


def main():
    total(3)
    box = Box()
    box.add(1)
    box.size
    for x in two():
        pass
    try:
        fails()
    except AttributeError:
        pass
    sorted([2, 1], key=lambda v: -v)
    plus(1, b=3)
    str(5), [].append(1), dict(a=1).get('a')
    [i for i in [1, 2]]


def starts():
    sys.setprofile(profile)
    return 'started'


def stops():
    sys.setprofile(None)


def show(what):
    print(what)
    for event in events:
        print(*event)
    del events[:]


sys.setprofile(profile)
main()
sys.setprofile(None)
show('main')

starts()
stops()
show('from within')


def bad(frame, event, arg):
    raise ValueError(event)


sys.setprofile(bad)
try:
    total(1)
except ValueError as e:
    print('ValueError', e)
print(sys.getprofile())


def once(frame, event, arg):
    events.append((event, frame.f_code.co_name))
    sys.setprofile(None)


sys.setprofile(once)
total(1)
total(1)
show('once')


def both(frame, event, arg):
    events.append(('trace', event, frame.f_lineno))
    return both


sys.settrace(both)
sys.setprofile(profile)
total(2)
sys.setprofile(None)
sys.settrace(None)
show('both')
