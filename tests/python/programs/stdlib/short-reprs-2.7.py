# era: 2.7
import repr as r
class Bad:
    def __repr__(self): raise ValueError('no')
class New(Bad, object):
    pass
s = r.repr(Bad()).split(' at ')
print s[0], s[1][:2] == '0x'
try:
    r.repr(New())
except ValueError, e:
    print e
def nested(n):
    t = ()
    for i in range(n):
        t = (t,)
    return t
def pair():
    return {nested(5): nested(5)}
print r.repr(pair()), r.repr(nested(7)), r.repr([[[[[[[[]]]]]]]])
print r.repr(({},)), r.repr(set([2, 1])), r.repr(set()), r.repr(frozenset(range(9))), r.repr(1L << 200), r.repr('x' * 50), r.repr(range(9)), r.repr({1: 2}), r.repr(u'y' * 40)
