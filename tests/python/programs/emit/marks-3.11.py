# era: 3.11
def f(): return 1 / 0
def g():
    x = f()
def h():
    return g()
class A:
    def m(self):
        self.y = h()
def k():
    return A().m()
def n():
    x = y = k()
def o():
    x += n()
def p():
    z: int = n()
def q():
    return [n()]
def r():
    d = {}
    d['k'] = q()
def s(): return r() + 1
def t():
    x, y = s()
def u():
    x = t() or 3
def v():
    return(u())
v()
