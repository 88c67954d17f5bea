# era: 3.13
import sys


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: sys._getframe(-1).f_code.co_name)
for depth in ('x', 0.0, 10**30, 1000, None):
    attempt(sys._getframe, depth)
attempt(sys.excepthook, 1, 2, 3)
attempt(sys.excepthook, ValueError, None, None)
attempt(sys.unraisablehook, 3)
attempt(object().__reduce_ex__, '')
attempt(object().__reduce_ex__, object)
