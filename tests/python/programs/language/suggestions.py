# Names that are nearly right.
import collections
class A:
    def method(self): pass
    value = 1
for source in ('A().methd', 'A().valeu', 'collections.namedtupel', 'prnt', 'A().nothing_like_it', 'lenn', 'Valueerror', '[].appendd', '"".joni', 'math'):
    try:
        eval(source)
    except (AttributeError, NameError) as e:
        import traceback
        print(''.join(traceback.format_exception_only(e)).strip())
A().metod()
