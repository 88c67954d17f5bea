# era: 2.7 3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13
# What the built-in types and functions of each Python have.
import sys
try:
    import builtins
except ImportError:
    import __builtin__ as builtins


def gen():
    yield


kinds = [int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, slice, range, property, type(gen()), type(gen), memoryview, BaseException, OSError, StopIteration, type(sys)]
for kind in kinds:
    print("%s: %s" % (kind.__name__, " ".join(sorted(n for n in dir(kind) if not n.startswith("_")))))
print(" ".join(sorted(n for n in dir(builtins) if not n.startswith("_") and n not in ("copyright", "credits", "license", "exit", "quit", "help", "file", "buffer", "print"))))
