# era: 3.6 3.8 3.11 3.12 3.13
# Where the end of something forgotten is told to have been.
import re, sys
class Written:
    def write(self, text): sys.stdout.write(re.sub('0x[0-9a-f]+', '0x', text))
    def flush(self): pass
sys.stderr = Written()
def fails():
    try:
        yield
    finally:
        raise ValueError('in its end')
def stays():
    while True:
        try:
            yield
        except GeneratorExit:
            pass
async def waited():
    pass
class Final:
    def __del__(self):
        try:
            1/0
        finally:
            {}['k']
x = fails()
next(x)
x = None
x = stays(); next(x)
x = None
def function():
    x = stays()
    next(x)
    x = None
    y = waited()
    y = None
    z = waited()
    del z
    return y
function()
x = waited()
x = Final()
x = 1
def genexp():
    g = (
        i
        for i in range(3))
    g.throw(KeyError('not begun'))
sys.stderr = sys.__stderr__
genexp()
