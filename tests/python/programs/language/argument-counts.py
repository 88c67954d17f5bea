# era: 2.7 3.6 3.8 3.9 3.13
# What built-in functions and classes say of too many and too few arguments, and of what is not there to delete.
class O(object): pass
def t(f):
    try: print(repr(f()))
    except Exception as e: print("%s: %s" % (type(e).__name__, e))
def dc():
    del O.q
import sys
if sys.version_info >= (3, 7): t(lambda: [].sort(1)); t(lambda: sorted([1], 2))
class Old: pass
t(lambda: super(Old)) if sys.version_info < (3,) else None
t(lambda: Old(1))
t(lambda: delattr(O(), 'q')); t(dc); t(lambda: list.append(1, 2)); t(lambda: dir(1, 2)); t(lambda: super(1)); t(lambda: staticmethod()); t(lambda: classmethod(1, 2))
t(lambda: property(1, 2, 3, 4, 5)); t(lambda: [].append(1, 2)); t(lambda: {}.fromkeys()); t(lambda: iter()); t(lambda: divmod(1)); t(lambda: isinstance(1)); t(lambda: {}.pop())
t(lambda: {}.setdefault()); t(lambda: getattr(1)); t(lambda: setattr(1, 2)); t(lambda: next()); t(lambda: {}.get(1, 2, 3)); t(lambda: hash()); t(lambda: type.mro()); t(lambda: filter(1))
