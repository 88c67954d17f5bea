# era: 2.7
import sys
def f((a, b), c=1, *d, **e):
    return a, b, c, d, e
print f((1, 2)), f((1, 2), 3, 4, x=5)
print >>sys.stdout, 'hello', 7 / 2, -7 / 2, 7 // 2.0
print 'a',
print 'b'
l = [i for i in range(4)]
print l, i
class Old:
    def __init__(self, x): self.x = x
    def __repr__(self): return 'Old(%r)' % self.x
    def __getslice__(self, i, j): return ('slice', i, j)
print Old(1), `Old('q')`, Old(1)[1:2]
class New(object):
    pass
print type(Old(1)), isinstance(New(), New)
try:
    raise ValueError, 'msg'
except (ValueError, KeyError), e:
    print repr(e)
print e
exec "z = 1 + 1"
print z
def ex():
    exec 'q = 5' in {}
    d = {}
    exec 'q = 6' in d
    return d['q']
print ex()
def gen():
    try:
        yield 1
    finally:
        print 'fin'
g = gen()
print g.next()
del g
print 10L ** 2, 0777, 0xff, 5 <> 6, u'abc', 'abc' + u'd'
def outer():
    x = []
    def inner():
        x.append(1)
        return x
    return inner()
print outer()
x = 5
def loc():
    x = 1
    return sorted(locals().items()), sorted(vars().items())
print loc()
print [(a, b) for a in 'xy' for b in range(2) if b]
print sum(k * k for k in xrange(5))
print map(lambda (a, b): a + b, [(1, 2), (3, 4)])
assert 1, 'no'
print 1 if x else 2, not x, x and 3, x or 4
try:
    1 / 0
except ZeroDivisionError:
    print sys.exc_info()[1]
with_ = 3
print with_ << 40, 2 ** 64, 1 < 2 < 3, -x, ~x
d = {'a': 1}
for k, v in d.items(): print k, v
else: print 'else'
while True:
    x -= 1
    if x < 0: break
print x, "%s %d" % ('s', 4)
