"""erf, erfc, gamma and lgamma of `math`, which are in no program's way until one is called.

Source: Abramowitz and Stegun, "Handbook of Mathematical Functions", 6.1 and 7.1; Lanczos (1964).
"""

from math import cos, exp, floor, ldexp, log, pi, sin, sqrt

_inf = float("inf")

# Near zero the series of erf is summed in whole numbers of 2**-256: its terms cancel, and a float would lose the digits.
_PLACES = 256
_ONE = 1 << _PLACES
_NEAR = 5.5
_factor = None


def _root(n):
    x = _ONE << 1
    while True:
        y = (x + n // x) >> 1
        if y >= x:
            return x
        x = y


def _arctan_of_inverse(q):
    total, power, k = 0, _ONE // q, 1
    while power:
        total += power // k if k % 4 == 1 else -(power // k)
        power //= q * q
        k += 2
    return total


def _whole_erf(x):
    global _factor
    if _factor is None:
        # Machin's formula
        whole_pi = 16 * _arctan_of_inverse(5) - 4 * _arctan_of_inverse(239)
        _factor = 2 * _ONE * _ONE // _root(whole_pi << _PLACES)
    n, d = x.as_integer_ratio()
    v = (n << _PLACES) // d
    square = (v * v) >> _PLACES
    total = term = v
    n = 1
    while term != 0 and term != -1:
        term = -((term * square) >> _PLACES) // n
        total += term // (2 * n + 1)
        n += 1
    return (total * _factor) >> _PLACES


def _exp_of_square(x):
    """exp(-x * x), with the square's lost digits made up for."""
    high = floor(x * 1024 + 0.5) / 1024.0
    return exp(-high * high) * exp((high - x) * (high + x))


def _fraction_of_erfc(x):
    """The continued fraction, for large x."""
    if x >= 30:
        return 0.0
    x2 = x * x
    a, da = 0.0, 0.5
    p, p1 = 1.0, 0.0
    q, q1 = da + x2, 1.0
    for _ in range(50):
        a += da
        da += 2
        b = da + x2
        p, p1 = b * p - a * p1, p
        q, q1 = b * q - a * q1, q
    return p / q * x * _exp_of_square(x) / sqrt(pi)


def erf(x):
    if x != x:
        return x
    a = abs(x)
    if a < 1e-30:
        return x * 1.1283791670955126
    if a < _NEAR:
        return ldexp(float(_whole_erf(x)), -_PLACES)
    c = _fraction_of_erfc(a)
    return 1 - c if x > 0 else c - 1


def erfc(x):
    if x != x:
        return x
    a = abs(x)
    if a < _NEAR:
        return ldexp(float(_ONE - _whole_erf(x)), -_PLACES)
    c = _fraction_of_erfc(a)
    return c if x > 0 else 2 - c


# Lanczos's approximation with g = 6.0246..., thirteen terms as a quotient of two polynomials.
_G = 6.024680040776729583740234375
_UPPER = (
    23531376880.41076,
    42919803642.6491,
    35711959237.35567,
    17921034426.03721,
    6039542586.352028,
    1439720407.3117216,
    248874557.86205417,
    31426415.585400194,
    2876370.6289353725,
    186056.26539522348,
    8071.672002365816,
    210.82427775157936,
    2.5066282746310002,
)
_LOWER = (0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1)


def _lanczos(x):
    a = b = 0.0
    if x < 5:
        for i in range(12, -1, -1):
            a, b = a * x + _UPPER[i], b * x + _LOWER[i]
    else:
        for i in range(13):
            a, b = a / x + _UPPER[i], b / x + _LOWER[i]
    return a / b


def _sin_of_pi_times(x):
    y = abs(x) % 2
    n = int(floor(2 * y + 0.5))
    if n == 0:
        r = sin(pi * y)
    elif n == 1:
        r = cos(pi * (y - 0.5))
    elif n == 2:
        r = sin(pi * (1 - y))
    elif n == 3:
        r = -cos(pi * (y - 1.5))
    else:
        r = sin(pi * (y - 2))
    return -r if x < 0 else r


def gamma(x):
    """Infinite where it overflows. The caller refuses the poles."""
    if x != x or x in (_inf, -_inf):
        return x
    if 1 <= x <= 23 and x == int(x):
        r = 1
        for i in range(2, int(x)):
            r *= i
        return float(r)
    a = abs(x)
    if a < 1e-20:
        return 1 / x
    # Far below zero the value is a zero with the sign of the sine.
    if a > 200:
        if x > 0:
            return _inf
        return -0.0 if _sin_of_pi_times(x) < 0 else 0.0
    y = a + _G - 0.5
    # What was lost in y, to correct the power below.
    z = y - a - (_G - 0.5) if a > _G - 0.5 else y - (_G - 0.5) - a
    z = z * _G / y
    if x < 0:
        r = -pi / _sin_of_pi_times(a) / a * exp(y) / _lanczos(a)
        r -= z * r
        if a < 140:
            return r / y ** (a - 0.5)
        root = y ** (a / 2 - 0.25)
        return r / root / root
    r = _lanczos(a) / exp(y)
    r += z * r
    if a < 140:
        return r * y ** (a - 0.5)
    root = y ** (a / 2 - 0.25)
    return r * root * root


def lgamma(x):
    if x != x:
        return x
    if x in (_inf, -_inf):
        return _inf
    if x == 1 or x == 2:
        return 0.0
    a = abs(x)
    if a < 1e-20:
        return -log(a)
    # With e**g divided out of the quotient, the sum keeps its digits.
    r = log(_lanczos(a)) - _G + (a - 0.5) * (log(a + _G - 0.5) - 1)
    if x < 0:
        r = log(pi) - log(abs(_sin_of_pi_times(a))) - log(a) - r
    return r
