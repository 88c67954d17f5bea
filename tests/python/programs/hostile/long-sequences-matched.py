# era: 3.13
# A pattern asks a sequence for no more of its items than it needs.
from collections.abc import Sequence


class Endless(Sequence):
    def __len__(self):
        return 2**31

    def __getitem__(self, i):
        print('asked for', i)
        return i


match Endless():
    case [a, b]:
        print('no')
    case []:
        print('no')
    case [a, *_, b, c]:
        print(a, b, c)
match range(2**40):
    case [0, *_]:
        print('begins with 0')
match range(10):
    case [_, *rest, last]:
        print(rest, last)
match (1, [2, 3, 4], {'k': [5, 6]}):
    case [1, [x, *_], {'k': [*_, y]}]:
        print(x, y)
match range(3):
    case [*_]:
        print('any')
match range(2):
    case [_, _, _, *_]:
        print('no')
    case [*head, _]:
        print(head)
