# era: 2.7
from fractions import Fraction as F, gcd
import math
print F(), F(3), F(6, -4), F('3/4'), F(u' -1.25e1 '), F(0.1), repr(F(10L, 4)), gcd(12, -18), gcd(0, 5)
a = F(3, 4)
print a + 1, 2 * a, a / 2, 1 / a, a // F(1, 3), a % F(1, 2), a ** 2, a ** -1, a + 0.5, a * 1j, divmod(a, F(1, 2)), -7 // F(2)
print a == 0.75, a < 1L, cmp(a, F(1, 2)), hash(F(4)) == hash(4), hash(a) == hash(0.75), int(F(-7, 2)), long(F(7, 2)), float(a), bool(F(0)), math.trunc(F(9, 2))
for bad in (1, 0), ('x',), (1.5, 2), (None,), (float('nan'),):
    try:
        print F(*bad)
    except Exception, e:
        print type(e).__name__, e
print F(22, 7).limit_denominator(5), a.__reduce__(), F.from_float(0.5)
