import difflib
from difflib import *

s = SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(s.ratio(), 3), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks(), s.get_opcodes())
j = SequenceMatcher(lambda x: x == ' ', ' abcd', 'abcd abcd')
print(j.find_longest_match(0, 5, 0, 9), j.find_longest_match(), j.bjunk, SequenceMatcher(None, '', '').ratio(), SequenceMatcher(None, 'a', '').get_opcodes(), SequenceMatcher(None, [], []).get_matching_blocks())
big = SequenceMatcher(None, 'ab' * 5, 'b' * 150 + 'a' * 60 + 'xyz')
print(sorted(big.bpopular), SequenceMatcher(None, 'ab' * 5, 'b' * 150 + 'a' * 60, autojunk=False).bpopular, round(big.ratio(), 4))
print(get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), get_close_matches('wheel', ['while', 'for', 'heel'], n=1, cutoff=0.3), get_close_matches('x', ['abc']))
for bad in {'n': 0}, {'cutoff': 2}:
    try: get_close_matches('a', ['b'], **bad)
    except ValueError as e: print(e)

one = 'one\ntwo\nthree\n\tindented line\nsame\nlast line here\n'.splitlines(True)
two = 'ore\ntree\nemu\n\tindented lime\nsame\nlast line her\nadded\n'.splitlines(True)
print(''.join(ndiff(one, two)), end='')
print(''.join(Differ().compare(['a\n', 'b\n'], ['b\n', 'c\n', 'a\n'])), end='')
delta = list(ndiff(one, two))
print(list(restore(delta, 1)) == one, list(restore(delta, 2)) == two)
try: list(restore(delta, 3))
except ValueError as e: print(e)
many = [str(n) for n in range(1, 30)]
changed = many[:]; changed[3] = 'four'; del changed[10]; changed.insert(20, 'new'); changed.append('end')
print('\n'.join(unified_diff(many, changed, 'before', 'after', '2001-01-01', '2002-02-02', lineterm='')))
print('\n'.join(unified_diff(many, changed, n=0, lineterm='')))
print('\n'.join(context_diff(many, changed, 'before', 'after', n=1, lineterm='')))
print(list(unified_diff(many, many)), list(unified_diff([], ['a'], lineterm='')), list(context_diff(['a'], [], lineterm='')))
print(*diff_bytes(unified_diff, [b'caf\xe9'], [b'cafe'], b'a', b'b', lineterm=b''))
for bad in (lambda: list(unified_diff([b'a'], ['b'])), lambda: list(unified_diff(['a'], ['b'], fromfile=1)), lambda: list(diff_bytes(unified_diff, ['a'], [b'b']))):
    try: bad()
    except TypeError as e: print(e)
print([IS_LINE_JUNK(l) for l in ('\n', '  #  \n', 'hello\n', '')], [IS_CHARACTER_JUNK(c) for c in ' \tx\n'])
print(list(SequenceMatcher(None, 'abcdefghij' * 2, 'abcdefghij' + 'X' + 'abcdefghij').get_grouped_opcodes(2)))
text1 = ['def f(x):\n', '    return x\n', '\n', 'class A:\n', '    pass\n']
text2 = ['def f(x, y):\n', '    return x + y\n', '\n', 'class B(A):\n', '    def g(self):\n', '        pass\n']
print(''.join(ndiff(text1, text2)), end='')
