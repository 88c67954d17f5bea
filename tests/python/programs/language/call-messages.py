# era: 3.6 3.8 3.13
# What calls, unpacking and super() refuse, in the words of each Python.
def attempt(text):
    try: exec(text, globals())
    except Exception as e: print(type(e).__name__, e)
def f(*a, **k): return a, k
def g(x): pass
def h(*, a): pass
class it: pass
for text in '''a, *b = 7|a, b = 7|[a, *b] = None|a, (b, *c) = 1, 2|f(**{1: 3})|f(**{1: 3}, x=2)|f(x=2, **{1: 3})|print(**{1: 2})|f(x=5, **{'x': 3}, **{'x': 2})
f(*3)|f(1, *3)|f(*h)|g(*it())|f(**3)|f(x=1, **h)|h(1, **{'a': 2}, b=3)|g(1, *(2, 3))|g(x=1, *(2,))|g(1, **{'x': 2})|g(**{'x': 1, 'x2': 2})|g(x=1, xx=2)|h(a=1, b=2)|h(aa=1)
class C(metaclass=type, **{'metaclass': type}): pass|dict(a=1, **{'a': 2})|[*7]|{**7}|{*7}|(lambda x: x)(*7)|int(**7)'''.replace('\n', '|').split('|'):
    attempt(text)
class Base:
    def m(): super()
    def deleted(self):
        del self
        super()
def nowhere(x): super()
attempt('Base.m()')
attempt('Base().deleted()')
attempt('nowhere(1)')
class Early(type):
    def __new__(meta, name, bases, namespace):
        try: namespace['early'](1)
        except RuntimeError as e: print(e)
        return super().__new__(meta, name, bases, namespace)
class Made(metaclass=Early):
    def early(self):
        parent = super()
        return parent.none()
