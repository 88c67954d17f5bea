# era: 3.6 3.13
# Text may be run with built-ins of its own, or none; and with any mapping for its names.
import builtins
import sys


def attempt(call, *args):
    try:
        print(repr(call(*args)))
    except Exception as error:
        print(type(error).__name__, error)


attempt(eval, 'len', {'__builtins__': {}})
attempt(eval, 'x + 1', {'__builtins__': {'x': 1}})
attempt(eval, 'len([])', {'__builtins__': builtins})
attempt(eval, 'len([])', {'__builtins__': vars(builtins)})
namespace = {'__builtins__': {'len': 5}}
exec('def f():\n    return len\ny = f()', namespace)
print(sorted(namespace), namespace['y'], sorted(namespace['__builtins__']))
attempt(exec, 'print(1)', {'__builtins__': {}})


class Letters:
    def __getitem__(self, key):
        if len(key) == 1:
            return key.upper()
        raise KeyError(key)

    def keys(self):
        return ['z', 'x', 'y']


letters = Letters()
attempt(eval, 'a, b, len', {}, letters)
attempt(eval, 'dir()', {}, letters)
print(eval('locals()', {}, letters) is letters)

# What the print statement has become.
attempt(lambda: print >> sys.stderr)
attempt(lambda: print >> 42)
attempt(lambda: max >> sys.stderr)
attempt(type, 'A\0B', (), {})
attempt(type, 'A', (int,), {'__slots__': 'x'})
