# era: 3.6 3.8 3.11 3.13
# A program that ends with an exception is cleaned up after as well.
import atexit
atexit.register(print, 'at exit')
class Gone:
    def __del__(self): print('gone')
async def never(): pass
o = never()
def suspended():
    try: yield 1
    finally: print('closed')
x = suspended(); next(x)
d = Gone()
def f():
    e = Gone()
    a, *b = 0
f()
