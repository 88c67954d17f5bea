import math

print(math.sqrt(2), math.fsum([0.1] * 10), math.fsum([1e308, 1, -1e308]), math.isqrt(10**40), math.isqrt(10**41 + 7))
print(math.comb(50, 25), math.perm(5), math.perm(10, 3), math.factorial(30), math.gcd(12, -18, 27), math.gcd(), math.lcm(4, 6), math.lcm())
print(math.hypot(3, 4), math.hypot(1e308, 1e308) > 1e308, math.dist((0, 0), (1, 1)), math.hypot(1, 2, 3), math.hypot())
print(math.frexp(0.1), math.frexp(0.0), math.frexp(5e-324), math.ldexp(0.5, 10), math.ldexp(1, -1074), math.modf(-3.25), math.modf(math.inf))
print(math.log(10**400), math.log(8, 2), math.log2(8), math.log2(2**2000), math.log10(1000), math.log10(10**300), math.log1p(1e-10), math.expm1(1e-10))
print(math.floor(-2.5), math.ceil(2.1), math.trunc(-2.9), math.floor(1e20), math.nextafter(1, 2), math.nextafter(1, 2, steps=3), math.nextafter(0, -1), math.ulp(1), math.ulp(0))
print(math.prod([1, 2, 3]), math.prod([], start=5), math.sumprod([1, 2], [3, 4.5]), math.sumprod([0.1] * 10, [1] * 10), math.remainder(5, 3), math.remainder(-5, 3), math.fmod(-5, 3))
print(math.copysign(1, -0.0), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.fma(2, 3, 4), math.fma(0.1, 10, -1), math.exp2(10))
print(math.atan2(1, -1), math.degrees(math.pi), math.radians(180), math.pi, math.e, math.tau, math.inf, -math.inf, math.nan, math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1))
print(round(math.gamma(5.5), 10), math.gamma(5), round(math.gamma(-1.5), 12), round(math.lgamma(10.3), 12), math.lgamma(1), round(math.erf(0.5), 14), round(math.erfc(2), 16), math.erf(10), math.erfc(-10))
print(math.pow(2, 0.5), math.pow(1, math.nan), math.pow(math.nan, 0), math.pow(-1, math.inf), math.sinh(1) > 1, math.cosh(0), math.tanh(100))
for f in (
    lambda: math.sqrt(-1),
    lambda: math.exp(1000),
    lambda: math.log(0),
    lambda: math.log(-10**400),
    lambda: math.sqrt('a'),
    lambda: math.sqrt(10**400),
    lambda: math.factorial(-1),
    lambda: math.factorial(1.5),
    lambda: math.pow(0, -1),
    lambda: math.pow(-8, 1 / 3),
    lambda: math.acos(2),
    lambda: math.gamma(0),
    lambda: math.gamma(200),
    lambda: math.ldexp(1, 5000),
    lambda: math.floor(math.nan),
    lambda: math.ceil(math.inf),
    lambda: math.fmod(1, 0),
    lambda: math.comb(-1, 2),
    lambda: math.isqrt(-1),
    lambda: math.dist([1], [1, 2]),
    lambda: math.isclose(1, 2, rel_tol=-1),
    lambda: math.sumprod([1], []),
    lambda: math.log(2, 1),
    lambda: math.trunc('a'),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Half:
    def __float__(self):
        return 0.25

    def __floor__(self):
        return 'floor'


print(math.sqrt(Half()), math.floor(Half()), math.ceil(Half()))
