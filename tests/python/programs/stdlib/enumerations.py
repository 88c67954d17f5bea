# era: 3.8 3.13
from enum import *
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def f(self): return self.name
print(Color.RED, repr(Color.GREEN), Color(2), Color['RED'], list(Color), Color.CRIMSON is Color.RED, Color.RED.f(), len(Color), Color)
print(Color.RED.value, Color.RED.name, Color.__members__, {Color.RED: 1}, Color.RED in Color)
try: Color(9)
except ValueError as e: print(e)
try: Color.RED = 3
except AttributeError as e: print(e)
try:
    class X(Color): pass
except TypeError as e: print(e)
class N(IntEnum):
    A = 1
    B = auto()
print(N.A + 1, N.B, repr(N.B), '%d' % N.B, f'{N.A}', N.A < N.B, N(1))
class P(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
print(P.R | P.X, repr(P.R|P.X), ~P.R, P.RW, P(0), bool(P.R & P.W), P.R in P.RW)
class I(IntFlag):
    R = 4; W = 2
print(I.R | I.W, repr(I.R|I.W), repr(I.R|8), I.R|1, repr(~I.R))
A = Enum('Animal', 'CAT DOG'); print(A, list(A), A.CAT.value, A.__module__)
class Planet(Enum):
    E = (5.9, 6.3)
    V = (4.8, 6.0)
    def __init__(self, m, r): self.m = m; self.r = r
    @property
    def d(self): return self.m*self.r
print(Planet.E.m, Planet.V.d, Planet((5.9,6.3)))
class Perm(str, Enum):
    A = 'a'
print(Perm.A, repr(Perm.A), Perm.A == 'a', Perm.A.upper())
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name
    Q = auto()
print(repr(Auto.Q))
class Mi(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'x' else None
print(Mi('x'))
try:
    class D(Enum):
        A = 1
        A = 2
except TypeError as e: print(e)
@unique
class U(Enum):
    A=1
try:
    @unique
    class U(Enum):
        A=1; B=1
except ValueError as e: print(e)
