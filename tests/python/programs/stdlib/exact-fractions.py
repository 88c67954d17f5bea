from fractions import Fraction as F
import copy, math, numbers, operator

print(F(), F(3), F(6, -4), F('3/4'), F(' -1.25e1 '), F('1_0/4'), F('.5'), F('7 / 3'), F(0.1), F(2.5), F(F(1, 2), F(3, 4)), repr(F(1, 3)), F(True))
for bad in ('1/0',), (1, 0), ('x',), ('1/ 2/3',), (1.0, 2), ('1//2',), (None,), (float('nan'),), (float('inf'),), ('3/4', 1), ('1_',):
    try:
        print(F(*bad))
    except Exception as e:
        print(type(e).__name__, e)
a, b = F(3, 4), F(-5, 6)
for op in operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod:
    row = [op(a, b)]
    for x, y in ((a, 2), (2, a), (a, 0.5), (0.5, a), (a, 1j), (1j, a)):
        try:
            row.append(op(x, y))
        except TypeError as e:
            row.append(str(e))
    print(op.__name__, row)
print(a ** -2, b ** -3, a ** F(1, 2), 2 ** F(3), 4 ** F(1, 2))
for bad in (lambda: F(0) ** -1, lambda: a / 0, lambda: a // 0, lambda: a % F(0), lambda: a + 'x', lambda: a < 1j, lambda: F.from_float('x'), lambda: F.from_decimal(1.5), lambda: a.limit_denominator(0)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(a == 0.75, a == F(3, 4), a == 'x', a != b, a > b, a < 1, a >= 0.75, a < float('inf'), a == float('nan'), a == 0.75 + 0j, F(4) == 4, hash(F(4)) == hash(4), hash(a) == hash(0.75), hash(F(1, 3)), hash(F(-2, 7)))
print(int(F(-7, 2)), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)), [round(F(n, 2)) for n in (-3, -1, 1, 3, 5)], round(F(22, 7), 3), round(F(2255, 10), -1), round(F(5, 4), 0), float(F(1, 3)), complex(F(1, 2)), bool(F(0)))
print(+a, -a, abs(b), a.numerator, a.denominator, a.real, a.imag, a.conjugate(), a.as_integer_ratio(), a.is_integer(), F(2).is_integer(), F.from_float(0.25), F.from_float(3), F.from_decimal(7))
print([F('3.1415926535897932').limit_denominator(n) for n in (1, 10, 100, 1000, 100000)], F(4321, 8765).limit_denominator(10000), F(1, 3).limit_denominator(1))
for spec in '', '>10', '<10', '^10', '*=+10', '#', ' ', '_', '.3f', '10.2f', '+.1e', '.3g', '#.3g', '08.2f', ',.2f', '.0%', '.1%', 'G', '012,.1f', 'z.0f', 'F', '-^20.4e':
    print(repr(spec), [format(x, spec) for x in (F(22, 7), F(-1, 3), F(1234567, 2), F(0), F(5))])
for spec in 'x', '.f', '006f', '>05.1f', '05', 's':
    try:
        print(format(a, spec))
    except ValueError as e:
        print(e)
class Mine(F):
    pass
print(repr(Mine(1, 2)), type(Mine(1) + 1).__name__, copy.copy(a) is a, copy.deepcopy(Mine(3, 4)), isinstance(a, numbers.Rational), a.__reduce__(), sum([F(1, n) for n in range(1, 10)]), sorted([F(1, 2), F(1, 3), 0.4]), max(a, b))
try:
    a.numerator = 3
except AttributeError as e:
    print('immutable')
