# Chained exceptions, their order, and what handlers see.
import sys

def chain():
    try:
        try:
            {}['a']
        except KeyError as e:
            raise ValueError('second') from e
    except ValueError as e:
        print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
        try:
            [][1]
        except IndexError as i:
            print(repr(i.__context__))

chain()

def f():
    try:
        return 'try'
    finally:
        print('finally')
print(f())

def g():
    for i in range(3):
        try:
            if i == 1: continue
            print('body', i)
        except Exception:
            pass
        else:
            print('else', i)
        finally:
            print('finally', i)
g()

def h():
    while True:
        try:
            1 / 0
        finally:
            break
    return 'swallowed'
print(h())

try:
    raise KeyError('x') from None
except KeyError as e:
    print(e.__suppress_context__, e.args, str(e))
try:
    e
except NameError as n:
    print(n)

class E(Exception):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
    def __str__(self): return 'E<%s %s>' % (self.args[0], self.b)
try:
    raise E(1, b=2)
except (KeyError, E) as e:
    print(e, repr(e))

def reraise():
    try:
        raise OSError(2, 'No such file', 'f.txt')
    except OSError as e:
        print(type(e).__name__, e.errno, e.strerror, e.filename, e)
        raise
try:
    reraise()
except FileNotFoundError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
print(sys.exc_info())

try:
    raise 'string'
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as e:
    print(e)

e = ValueError('noted')
e.add_note('first note')
e.add_note('second')
print(e.__notes__)

try:
    raise ExceptionGroup('eg', [ValueError(1), TypeError(2), ExceptionGroup('in', [KeyError(3)])])
except* ValueError as g:
    print('values', g.exceptions)
except* KeyError as g:
    print('keys', g)
except* TypeError:
    print('types')

def nested():
    raise ValueError('deep')
def outer():
    try:
        nested()
    except ValueError:
        raise RuntimeError('while handling')
outer()
