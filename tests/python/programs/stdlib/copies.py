import copy
from collections import OrderedDict, defaultdict, deque
class A(object):
    def __init__(self): self.x=[1,[2]]
a=A(); b=copy.copy(a); c=copy.deepcopy(a)
print(b.x is a.x, c.x is a.x, c.x, type(c).__name__)
l=[1]; l.append(l); m=copy.deepcopy(l); print(m[1] is m)
print(copy.deepcopy(OrderedDict([(1,[2])])), copy.copy(deque([1,2])), copy.deepcopy(defaultdict(list,{1:[2]})))
class S(object):
    __slots__=('p','q')
s=S(); s.p=[1]; t=copy.deepcopy(s); print(t.p, t.p is s.p)
print(copy.deepcopy((1,[2],{3:4},{5})), copy.copy({1,2}))
class L(list): pass
print(copy.deepcopy(L([1,[2]])), copy.deepcopy(ValueError('x')), copy.copy(frozenset([1])))
class Old:
    pass
o=Old(); o.z=[1]; print(copy.deepcopy(o).z, copy.copy(o).z is o.z)
import bisect
print(bisect.bisect([1,2,2,3],2), bisect.bisect_left([1,2,2,3],2))
