# era: 2.7 3.6 3.8 3.9 3.12 3.13
# How many blocks may stand in one another: each statement takes as many of a frame's as CPython compiles it to.


def most(make):
    n = 1
    while n < 40:
        try:
            compile(make(n), 'many', 'exec')
        except SyntaxError:
            return n - 1
        n += 1


def nested(*lines):
    """Each line at its depth; those after one that is empty close the blocks, from the innermost outwards."""
    heads = lines[: lines.index('')] if '' in lines else lines
    tails = lines[lines.index('') + 1 :] if '' in lines else ()

    def make(n):
        rows = [' ' * i + head for i in range(n) for head in heads]
        rows.append(' ' * n + 'pass')
        rows += [' ' * i + tail for i in range(n - 1, -1, -1) for tail in tails]
        return '\n'.join(rows) + '\n'

    return make


print(most(nested('for x in y:')))
print(most(nested('while x:')))
print(most(nested('with a:')))
print(most(lambda n: 'with ' + 'a, ' * (n - 1) + 'a as b:\n  pass\n'))
print(most(nested('try:', '', 'finally: pass')))
print(most(nested('try:', '', 'except: pass')))
print(most(nested('try:', '', 'except A: pass', 'finally: pass')))
print(most(nested('try: pass', 'except A:')))
print(most(nested('try: pass', 'except A: pass', 'else:')))
print(most(nested('try: pass', 'finally:')))
print(most(nested('try: pass', 'except A:', '', 'finally: pass')))
try:
    exec('return 1')
except SyntaxError as e:
    print(e.args)
