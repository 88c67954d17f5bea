# era: 2.7 3.6 3.7 3.8 3.9 3.10 3.11 3.12 3.13
# Which line a traceback names when a manager fails, on the way in or on the way out.
from __future__ import print_function
import traceback, sys
class CM(object):
    def __init__(self, **k): self.k = k
    def __enter__(self):
        if 'enter' in self.k: 1/0
    def __exit__(self, *a):
        if 'exit' in self.k: 1/0
def a():
    with CM(enter=1) as x:
        pass
def b():
    with CM(exit=1) as x:
        pass
        pass
def c():
    with CM(exit=1) as x:
        pass
        if x: pass
        [][0]
def d():
    with CM() as z, CM(exit=1) as x:
        pass
        return 5
def e():
    for i in range(3):
        with CM(), \
                CM(exit=1) as x:
            if i: continue
            break
def f():
    with (
        CM(exit=1)
    ):
        x = 1
def g():
    with CM(exit=1):
        try:
            pass
        except ValueError:
            x = 1
        else:
            x = 2
def h():
    with CM(exit=1):
        with CM():
            for x in ():
                pass
            else:
                x = 3
for fn in (a, b, c, d, e, f, g, h):
    try: fn()
    except Exception: traceback.print_exc(file=sys.stdout)
