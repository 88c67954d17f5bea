# era: 2.7
# Messages of Python 2, and what a class of the old style is no subclass of.
class Old: pass
class Derived(Old): pass
class New(object): pass
class Mixed(Old, New): pass
print issubclass(Old, object), issubclass(Derived, Old), isinstance(Old(), object), issubclass(Mixed, Old), issubclass(Mixed, object), issubclass(Old, (int, object)), issubclass(Old, Old)
for bad in ('map(1)', 'New()[0]', 'New()["a"]', 'next([])', 'range()', 'int("1", 99)', 'sorted()', '"\\xff".decode("utf-8")', '"\\xff".decode("ascii")', 'u"\\xe9".encode("ascii")', 'int(1, 2, 3)'):
    try: print bad, eval(bad)
    except Exception, e: print bad, '->', type(e).__name__, e
