# era: 2.7 3.6 3.11 3.13
# Corners of the library that a program may look into.
from __future__ import print_function
import functools
import random
import sys
import textwrap

wrapper = textwrap.TextWrapper()
if sys.version_info >= (3, 5):
    for text in "this-is-a-useful-feature-from-tim-peters'ly", 'e-mail a-b-c-d x-ray --a-b -a-b 1-2-3 a-1-b b2-x-y':
        print(wrapper._split(text))


@functools.total_ordering
class Old:
    def __init__(self, value):
        self.value = value

    def __gt__(self, other):
        return self.value > other.value

    def __eq__(self, other):
        return self.value == other.value

    def __hash__(self):
        return hash(self.value)


print(Old(1) != Old(1), Old(1) != Old(2), Old(1) <= Old(2), Old(2) < Old(1))


class OnlyRandom(random.Random):
    def random(self):
        asked.add('random')
        return random.Random.random(self)


class BitsAgain(OnlyRandom):
    def getrandbits(self, n):
        asked.add('getrandbits')
        return random.Random.getrandbits(self, n)


if sys.version_info >= (3, 6):
    for kind in OnlyRandom, BitsAgain:
        asked = set()
        kind().randrange(42)
        print(kind.__name__, sorted(asked))
if sys.version_info >= (3, 11):
    try:
        print(random.randrange(1000, step=100))
    except TypeError as error:
        print(error)

if sys.version_info >= (3, 3):
    import contextlib

    def leave(*details):
        print('left')

    with contextlib.ExitStack() as stack:
        stack.push(leave)
        last = stack._exit_callbacks[-1]
        print(last is leave, type(last) is tuple)

if sys.version_info >= (3, 7):
    import dataclasses

    Point = dataclasses.make_dataclass('Point', ['x'], frozen=True, order=True)
    print(Point.__dataclass_params__)

if sys.version_info >= (3, 12):
    import types
    import typing

    Pair = typing.NamedTuple('Pair', [('a', int)])
    Keys = typing.TypedDict('Keys', {'a': int})

    print([types.get_original_bases(c) == (k,) for c, k in ((Pair, typing.NamedTuple), (Keys, typing.TypedDict))])
    print(leave.__type_params__ is leave.__type_params__)
