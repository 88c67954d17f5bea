import traceback
def foo(*a, **k): raise ValueError
def t(f):
    try: f()
    except Exception: import sys; traceback.print_exc(file=sys.stdout)
def a():
    foo(
        1,
        2,
        3,
        4,
        5)
def b():
    x = foo(
        1,
        2)
def c():
    return foo(1,
               2,
               3)
def d():
    y = (1 +
         2 +
         None)
def e():
    z = [1,
         2,
         3,
         foo(),
         4]
def f():
    class A(foo.__class__):
        def f(self):
            return 1
        x = [1, 2]
        def g(self):
            return 1
def g():
    return (1 + foo(1,

                2)
            + 3)
def h():
    w = {}[
        1
    ]
def i():
    print(foo(
        a=1,  # a comment (
        b=2,
        c=3,
    ), 2)
def j():
    with foo(
        1,
        2,
    ) as q:
        pass
def k():
    raise ValueError(
        1,
        2,
        3,
        4)
def l():
    assert foo == (
        1,
        2)
def m():
    foo(1)(
       2)
def n():
    for x in foo(
            1,
            3): pass
for fn in a,b,c,d,e,f,g,h,i,j,k,l,m,n: print(fn.__name__); t(fn)
