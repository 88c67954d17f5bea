class D:
    count = 0
    def __init__(self, name):
        self.name = name
        self.count = 5
    def __del__(self):
        print('del', self.name, self.count)
d = D('a')
d.count += 1
print(d.count, d.__dict__, vars(d))
d = D('b')
print('after b')
del d
print('gone')
def f():
    x = D('local')
    print('in f')
f()
print('left f')
l = [D('in list')]
l.clear()
D('temp')
class E(D):
    def __del__(self):
        print('E')
        super().__del__()
E('sub')
class Quiet:
    def __del__(self): pass
class Res:
    def __del__(self):
        global kept
        kept = self
r = Res(); r.x = 1; i = id(r); del r
print(kept.x, id(kept) == i)
kept = None
print('end')
g1 = D('global')
g2 = E('global2')
def gen():
    try: yield
    finally: print('gen closed')
gg = gen(); next(gg)
