# era: 3.6 3.8 3.10 3.11 3.13
# Decorators that fail: where that is told to have been.
import sys, traceback
def attempt(f):
    try:
        f()
    except TypeError:
        traceback.print_exc(file=sys.stdout)
x = 5
def function():
    @x
    def h(): pass
def two():
    @str
    @x
    def h(a): pass
def klass():
    @x
    class C:
        pass
for f in function, two, klass:
    attempt(f)
