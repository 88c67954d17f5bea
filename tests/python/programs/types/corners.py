for t,b in [('0_7',0),('09_99',0),('0b_1',0),('_100',10),('+_100',10),('1__00',10),('100_',10),('0_',0),('0x_f',0),('0x',0),('0b1_',0),('0_b0',0),('0_xf',0),('0_o5',0),('00_0',0),('0777',0), ('1_000_000',0), ('0b_',0),('0_0x1',0), ('1_00',3)]:
    try: print(t, int(t,b))
    except ValueError as e: print(t, e)
class BadInt:
    def __int__(self): return True
class BadIndex:
    def __index__(self): return True
import warnings, operator
warnings.simplefilter('always')
with warnings.catch_warnings(record=True) as w:
    int(BadInt()); int(BadIndex()); operator.index(BadIndex()); [1,2][BadIndex()]
    print([str(x.message) for x in w])
def f():
    a = 2
    class C:
        def getDict(self): return {'a': 2}
        __dict__ = property(fget=getDict)
    return C()
print(vars(f()))
g = {}; exec('z=1', globals=g); print(g['z'], eval('z+x', g, locals={'x':3}))
import copy
d = {}
for v in d.keys(), d.values(), d.items():
    try: copy.copy(v); print('copied')
    except TypeError as e: print(e)
try: dir(1,2)
except TypeError as e: print(e)
for s in (b'x', '', '42', 'x\0y', ('__dict__','__dict__'), ('__weakref__','__weakref__')):
    try: type('A', (), {'__slots__': s}); print(s, 'no error')
    except TypeError as e: print(e)
class B: pass
for s in ('__dict__', '__weakref__'):
    try: type('A', (B,), {'__slots__': s}); print(s, 'no error')
    except TypeError as e: print(e)
class R:
    def __radd__(self, o): return 'R'
    def __rmul__(self, o): return 'RM'
print('a' + R(), [] + R(), () + R(), 'a' * R(), [1] * R())
def make():
    return type('A', (), {})
print(make().__module__, 'abbbc'.rsplit('bb'), b'abbbc'.rsplit(b'bb'))
b = type('B', (bytearray,), {})(b'abc'); b.x = 1
print(copy.copy(b).x, copy.deepcopy(b))
class Long:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i): return i
import bisect, functools
print(len(Long(2**62)), bool(Long(2**60)), bisect.bisect_left(Long(2**62), 2**61))
try: len(Long(2**63))
except OverflowError as e: print(e)
p = functools.partial(print, [1], a=2); q = copy.copy(p)
print(q.args is p.args, q.keywords is p.keywords, q.args)
