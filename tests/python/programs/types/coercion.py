# era: 2.7
# __coerce__ and coerce(): operands of two types are brought to one, as Python 2 did before operators of old-style instances.
class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return 'N(%r)' % self.v
    def __coerce__(self, o):
        print 'coerce', self.v, repr(o)
        if isinstance(o, int): return (self.v, o)
        if isinstance(o, float): return (float(self.v), o)
        if isinstance(o, N): return (self.v, o.v)
        if isinstance(o, str): return None
        return NotImplemented
def t(f):
    try: print repr(f())
    except Exception, e: print type(e).__name__, e
    except: 
        import sys; print sys.exc_info()[:2]
n = N(5)
t(lambda: n + 1); t(lambda: 1 + n); t(lambda: n - 2.5); t(lambda: 2.5 - n); t(lambda: n * n); t(lambda: n / 2); t(lambda: 2 % n); t(lambda: n ** 2); t(lambda: divmod(n, 2))
t(lambda: n + 'x'); t(lambda: 'x' + n); t(lambda: n + [1]); t(lambda: [1] + n)
t(lambda: n & 3); t(lambda: 3 << n); t(lambda: n == 5); t(lambda: n < 6); t(lambda: 6 > n); t(lambda: cmp(n, 5)); t(lambda: n == 'x'); t(lambda: n == n); t(lambda: n == N(5)); t(lambda: n < N(7)); t(lambda: n // 2)
t(lambda: coerce(1, 2.5)); t(lambda: coerce(1, 2L)); t(lambda: coerce(1, 2j)); t(lambda: coerce(n, 1)); t(lambda: coerce(1, n)); t(lambda: coerce(n, 'x')); t(lambda: coerce('a', 'b')); t(lambda: coerce('a', 1)); t(lambda: coerce(1, 2)); t(lambda: coerce(True, 2)); t(lambda: coerce([], [])); t(lambda: coerce(None, 1)); t(lambda: coerce(1L, 2.5)); t(lambda: coerce(n, [1])); t(lambda: coerce(1)); t(lambda: coerce(10**400, 1.5))
class M(object):
    def __init__(self, v): self.v = v
    def __coerce__(self, o):
        print 'mcoerce', repr(o)
        return (self.v, o)
m = M(5)
t(lambda: m + 1); t(lambda: 1 + m); t(lambda: coerce(m, 1)); t(lambda: coerce(1, m)); t(lambda: m == 5); t(lambda: m * 2.5)
class B(N):
    def __add__(self, o): print 'add', repr(o); return 'added'
b = B(3)
t(lambda: b + 1); t(lambda: 1 + b); t(lambda: b - 1)
class Bad:
    def __coerce__(self, o): return 5
t(lambda: Bad() + 1); t(lambda: coerce(Bad(), 1)); t(lambda: 1 + Bad())
class Bad2:
    def __coerce__(self, o): raise ValueError('no')
t(lambda: Bad2() + 1); t(lambda: Bad2() == 1)
x = N(5)
x += 1
print x
class S:
    def __coerce__(self, o): return (self, o)
    def __add__(self, o): return ('add', o)
    def __radd__(self, o): return ('radd', o)
s = S()
t(lambda: s + 1); t(lambda: 1 + s); t(lambda: s - 1)
class NN(N):
    def __cmp__(self, o): print 'cmp', repr(o); return -1
t(lambda: NN(1) < 5); t(lambda: NN(1) == 5); t(lambda: 5 < NN(1)); t(lambda: pow(n, 2)); t(lambda: pow(2, n)); t(lambda: hash(n) and 0); t(lambda: -n); t(lambda: int(n)); t(lambda: apply(n.__coerce__, (1,)));
t(lambda: (1).__coerce__(2)); t(lambda: (1).__coerce__(2.5)); t(lambda: (1.5).__coerce__(2)); t(lambda: (1L).__coerce__(2)); t(lambda: (1j).__coerce__(2)); t(lambda: 1L.__coerce__(2.5))

def wrong(f):
    try: f()
    except Exception, e: print type(e).__name__, e
class O: pass
wrong(lambda: O() + 1); wrong(lambda: 1 - O()); wrong(lambda: O()()); wrong(lambda: -O()); wrong(lambda: ~O()); wrong(lambda: 'a' + O()); wrong(lambda: [1] + O()); wrong(lambda: divmod(O(), 2))
class I:
    def __init__(self, v): self.v = v
    def __repr__(self): return 'I(%r)' % self.v
    def __coerce__(self, o): return self, o
    def __iadd__(self, o): print 'iadd', o; return self
    def __sub__(self, o): return 'sub', o
i = I(1)
i += 2
print i
i -= 3
print i
