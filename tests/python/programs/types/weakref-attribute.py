# era: 2.7 3.6 3.13
import weakref, collections
class A(object): pass
class B(A): pass
class S(object): __slots__ = ('a',)
class T(tuple): pass
class St(str): pass
class Li(list): pass
class Se(set): pass
class E(Exception): pass
class D(dict): pass
class F(float): pass
class I(int): pass
class M(type): pass
class By(bytes): pass
class P(property): pass
class De(collections.deque): pass
class SS(S): pass
class Co(complex): pass
for c in A,B,S,T,St,Li,Se,E,D,F,I,M,P,De,SS,Co: print((c.__name__, "__weakref__" in vars(c), hasattr(c, "__weakref__"), "__dict__" in vars(c)))
a = A(); r = weakref.ref(a)
print((a.__weakref__ is r, A().__weakref__))
try: a.__weakref__ = 1
except AttributeError as e: print(e)
print(([n for n in dir(A) if 'ref' in n or 'dict' in n], [n for n in dir(a) if 'ref' in n]))
