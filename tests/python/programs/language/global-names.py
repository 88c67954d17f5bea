# era: 2.7 3.6
# Names that are nowhere: until 3.3, functions call them global.
def t(f):
    try: f()
    except NameError as e: print(e)
def f(): return nope
class A(object):
    def m(self): return nope2
def g(): return [nope3 for x in [1]]
def h(): return list(nope4 for x in [1])
def i(): del nope5
t(f); t(A().m); t(g); t(h); t(lambda: nope7)
try: nope8
except NameError as e: print(e)
try:
    class B(object): nope9
except NameError as e: print(e)
def k():
    class C(object): nope10
t(k)
try: [nope11 for x in [1]]
except NameError as e: print(e)
try: eval('nope12')
except NameError as e: print(e)
def l():
    exec('nope13')
t(l)
def m():
    exec("x = 1")
    return nope14
t(m)
try: f.nope15
except AttributeError as e: print(e)
try: del nope16
except NameError as e: print(e)
def n():
    nope17()
t(n)
def o():
    nope18.x = 1
t(o)
def p():
    nope19 += 1
t(p)
def q():
    return eval('nope20')
t(q)
