# era: 2.7 3.6 3.13
# `__new__` of a built-in class, called with what is no class, or none of its own.
import itertools


class Plain(object):
    pass


def attempt(f, *args):
    try:
        print(f(*args))
    except TypeError as e:
        print(e)


for cls in (itertools.repeat, itertools.chain, property, staticmethod, type, int, str, list, dict, set, frozenset, enumerate, Plain, bool, float):
    attempt(cls.__new__, 0.5, 1)
    attempt(cls.__new__, True)
    attempt(cls.__new__, Plain if cls is not Plain else complex)
attempt(int.__new__, bool)
attempt(type.__new__, object, 'name', (), {})
attempt(lambda: [] * 2**31 + [1])
attempt(lambda: () * 2**62)
