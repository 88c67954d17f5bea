import string, numbers, sys
print(string.capwords('hello  world'), string.Formatter().format('{0} {x!r:>5}', 1, x='a'))
print(string.Formatter().format('{} {}', 1, 2))
print(isinstance(1, numbers.Integral), isinstance(1.5, numbers.Rational), isinstance(True, numbers.Number), issubclass(complex, numbers.Real))
try: numbers.Integral()
except TypeError as e: print(e)
if sys.version_info<(3,): print(string.join(['a','b'],'-'), string.letters)
try: print(string.Template('$x ${y} $$').substitute(x=1,y=2))
except ImportError as e: print(e)
