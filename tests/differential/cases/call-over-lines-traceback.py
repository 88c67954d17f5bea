# era: 3.13
def foo(*a): raise ValueError
try:
    foo(
        1,
        2,
        3,
        4,
        5)
except ValueError:
    import traceback; traceback.print_exc()
class A(foo.__class__):
    def f(self):
        return 1
    x = [1, 2]
    def g(self):
        return 1
