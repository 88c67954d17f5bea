# era: 2.7 3.6 3.13
# Slices of every kind of sequence: all bounds and steps, beyond every end, of what is no int; and what they are assigned.
from __future__ import print_function

class Index(object):
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

bounds = [None, 0, 1, 2, 4, 5, 9, -1, -3, -5, -9, 2 ** 70, -2 ** 70, True, Index(2)]
steps = [None, 1, 2, 3, -1, -2, 7, -7, 2 ** 70, -2 ** 70, Index(-1)]
answers = {}
for kind in (list('abcde'), tuple('abcde'), 'abcde', b'abcde', bytearray(b'abcde')):
    total = []
    for start in bounds:
        for stop in bounds:
            for step in steps:
                total.append(len(kind[start:stop:step]) * 7 + sum(map(ord, str(kind[start:stop:step]))))
    print(type(kind).__name__ == 'tuple', sum(total), len(total))
count = 0
for start in bounds:
    for stop in bounds:
        for step in steps:
            shown = slice(start, stop, step).indices(5)
            count += sum(shown) % 1000
            if step is None or step in (1, 2):
                letters = list('abcde')
                letters[start:stop:step] = letters[start:stop:step]
                assert letters == list('abcde')
                del letters[start:stop:step]
                count += len(letters)
print(count, list(range(10))[3:0:-1], list('abc')[5:2], 'abc'[2:-9:-1])
for wrong in ("[1][1.5:]", "[1][::0]", "'ab'['x':]", "(1,)[:'x']", "[1, 2, 3].__setitem__(slice(0, 3, 2), [1])", "'abc'.find('b', 'x')", "slice(1, 2, 0).indices(3)", "slice('a').indices(3)", "[0][2 ** 70]", '[0].pop(2 ** 70)', '[0].pop(2 ** 60)', '[0].insert(2 ** 70, 1)', '[0].index(0, None)', "(0,).index(0, 0, 'x')", "range(3)[1:'x']"):
    try:
        print(eval(wrong))
    except Exception as error:
        print(wrong, type(error).__name__, error)
numbers = [1, 2, 3]
numbers.insert(2 ** 60, 4)
numbers.insert(-2 ** 60, 0)
numbers.insert(-1, 'x')
print(numbers, [3, 1, 3].index(3, 1), [3, 1, 3].index(3, -2 ** 70, 2 ** 70))
