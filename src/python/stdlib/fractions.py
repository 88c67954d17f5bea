"""Exact fractions: `Fraction(1, 3)`, always in lowest terms.

Since 2.6; from floats since 2.7, `as_integer_ratio` since 3.8, underscores in texts since 3.11, formats and `is_integer` since 3.12;
`gcd` until 3.8.
Source: https://docs.python.org/3/library/fractions.html
"""

import math
import numbers
import operator
import re
import sys

from _era import since

__all__ = ["Fraction"] if since(3, 9) else ["Fraction", "gcd"]

_whole = r"\d+(?:_\d+)*" if since(3, 11) else r"\d+"
_slash = r"\s*/\s*" if since(3, 12) else "/"
_text = re.compile(
    r"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>(?:%s)?)(?:(?:%s(?P<denom>%s))?|(?:\.(?P<decimal>(?:%s)?))?(?:E(?P<exp>[-+]?%s))?)\s*\Z"
    % (_whole, _slash, _whole, _whole, _whole),
    re.VERBOSE | re.IGNORECASE,
)
_ints = int if since(3) else (int, long)


def _gcd(a, b):
    while b:
        a, b = b, a % b
    return a


if not since(3, 9):

    def gcd(a, b):
        """The greatest common divisor, with the sign of b."""
        if since(3, 5):
            import warnings

            warnings.warn("fractions.gcd() is deprecated. Use math.gcd() instead.", DeprecationWarning, 2)
        return _gcd(a, b)


def _arithmetic(exact, otherwise, with_complex=True):
    """`__op__` and `__rop__`: exact between rational numbers, as floats or complex numbers with those."""

    def forward(a, b):
        if isinstance(b, (_ints, Fraction)):
            return exact(a, b)
        if isinstance(b, float):
            return otherwise(float(a), b)
        if isinstance(b, complex) and with_complex:
            return otherwise(complex(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return exact(Fraction(a), b)
        if isinstance(a, numbers.Real):
            return otherwise(float(a), float(b))
        if isinstance(a, numbers.Complex) and with_complex:
            return otherwise(complex(a), complex(b))
        return NotImplemented

    forward.__name__, reverse.__name__ = "__%s__" % otherwise.__name__, "__r%s__" % otherwise.__name__
    return forward, reverse


def _add(a, b):
    return Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)


def _sub(a, b):
    return Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)


def _mul(a, b):
    return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)


def _div(a, b):
    if not b.numerator and since(3, 10):
        raise ZeroDivisionError("Fraction(%s, 0)" % ((a.numerator > 0) - (a.numerator < 0)))
    return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)


def _floordiv(a, b):
    return (a.numerator * b.denominator) // (a.denominator * b.numerator)


def _mod(a, b):
    return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator), a.denominator * b.denominator)


def _divmod(a, b):
    return _floordiv(a, b), _mod(a, b)


class Fraction(numbers.Rational):
    """A rational number, from two of them, from one number, or from a text like `3/4`, `0.75` or `75e-2`."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            return _made(cls, *_ratio(numerator))
        if type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (
                numerator.numerator * denominator.denominator,
                denominator.numerator * numerator.denominator,
            )
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % numerator)
        return _made(cls, *_lowest(numerator, denominator))

    @classmethod
    def from_float(cls, f):
        """Exactly the float's value, which is seldom the number that its shortest text says."""
        if isinstance(f, numbers.Integral):
            return _made(cls, *_ratio(f))
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return _made(cls, *_float_ratio(f))

    @classmethod
    def from_decimal(cls, dec):
        """Decimals are not part of this book's library; whole numbers pass."""
        if isinstance(dec, numbers.Integral):
            return _made(cls, int(dec), 1)
        raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)" % (cls.__name__, dec, type(dec).__name__))

    if since(3, 14):

        @classmethod
        def from_number(cls, number):
            """From a number, never from a text."""
            if type(number) is int or isinstance(number, (numbers.Rational, float)) or _has_ratio(number):
                return cls(number)
            raise TypeError("argument should be a Rational instance or have the as_integer_ratio() method")

    if since(3, 12):

        def is_integer(self):
            return self._denominator == 1

    if since(3, 8):

        def as_integer_ratio(self):
            return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The closest fraction whose denominator is no larger: one of the two last convergents of the continued fraction."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        before_n, before_d, last_n, last_d = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            next_d = before_d + whole * last_d
            if next_d > max_denominator:
                break
            before_n, before_d, last_n, last_d = last_n, last_d, before_n + whole * last_n, next_d
            n, d = d, n - whole * d
        steps = (max_denominator - before_d) // last_d
        between = Fraction(before_n + steps * last_n, before_d + steps * last_d)
        last = Fraction(last_n, last_d)
        return last if abs(last - self) <= abs(between - self) else between

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return "%s(%s, %s)" % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else "%s/%s" % (self._numerator, self._denominator)

    if since(3, 12):

        def __format__(self, format_spec, /):
            from _fraction_format import shown

            return shown(self, format_spec)

    __add__, __radd__ = _arithmetic(_add, operator.add)
    __sub__, __rsub__ = _arithmetic(_sub, operator.sub)
    __mul__, __rmul__ = _arithmetic(_mul, operator.mul)
    __truediv__, __rtruediv__ = _arithmetic(_div, operator.truediv)
    __floordiv__, __rfloordiv__ = _arithmetic(_floordiv, operator.floordiv, with_complex=not since(3, 12))
    __mod__, __rmod__ = _arithmetic(_mod, operator.mod, with_complex=not since(3, 12))
    if since(3, 8):
        __divmod__, __rdivmod__ = _arithmetic(_divmod, divmod, with_complex=not since(3, 12))
    if not since(3):
        __div__, __rdiv__ = __truediv__, __rtruediv__

    def __pow__(a, b):
        """Exact for whole exponents."""
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power, n, d = b.numerator, a._numerator, a._denominator
            if power >= 0:
                return _made(Fraction, n**power, d**power)
            if n == 0 and since(3, 12):
                raise ZeroDivisionError("Fraction(%s, 0)" % d**-power)
            return Fraction(d**-power, n**-power)
        if since(3, 12) and not isinstance(b, (float, complex)):
            return NotImplemented
        return float(a) ** b

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a**b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a**b._numerator if b._denominator == 1 else a ** float(b)

    def __pos__(self):
        return _made(Fraction, self._numerator, self._denominator)

    def __neg__(self):
        return _made(Fraction, -self._numerator, self._denominator)

    def __abs__(self):
        return _made(Fraction, abs(self._numerator), self._denominator)

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    if since(3, 11):

        def __int__(self, _index=operator.index):
            return _index(self.__trunc__())

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        """Half to even; to a whole number, or with `ndigits` to a fraction."""
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            return floor + (rest * 2 > self._denominator or (rest * 2 == self._denominator and floor % 2))
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        """That of an equal int or float."""
        if not since(3, 2):
            if self._denominator == 1:
                return hash(self._numerator)
            return hash(float(self)) if self == float(self) else hash((self._numerator, self._denominator))
        prime = sys.hash_info.modulus
        try:
            inverse = pow(self._denominator, prime - 2, prime)
        except ValueError:
            inverse = 0
        value = abs(self._numerator) * inverse % prime if inverse else sys.hash_info.inf
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __eq__(a, b):
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if math.isnan(b) or math.isinf(b) else a == a.from_float(b)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return op(0.0, other) if math.isnan(other) or math.isinf(other) else op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._compare(b, operator.lt)

    def __gt__(a, b):
        return a._compare(b, operator.gt)

    def __le__(a, b):
        return a._compare(b, operator.le)

    def __ge__(a, b):
        return a._compare(b, operator.ge)

    def __bool__(self):
        return bool(self._numerator)

    if not since(3):
        __nonzero__ = __bool__

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator) if since(3, 11) else (str(self),)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _made(cls, n, d):
    """A fraction from two ints that are in lowest terms already."""
    self = super(Fraction, cls).__new__(cls)
    self._numerator, self._denominator = (n, d) if d > 0 else (-n, -d)
    return self


def _has_ratio(value):
    return since(3, 14) and not isinstance(value, type) and hasattr(value, "as_integer_ratio")


def _lowest(n, d):
    common = _gcd(n, d)
    return n // common, d // common


def _ratio(value):
    """The numerator and denominator, in lowest terms, of one number or text. Raises TypeError, ValueError."""
    if type(value) is int:
        return value, 1
    if isinstance(value, numbers.Rational):
        return value.numerator, value.denominator
    if isinstance(value, float) or _has_ratio(value):
        return value.as_integer_ratio() if since(3, 2) else _float_ratio(value)
    if isinstance(value, str if since(3) else basestring):
        return _parsed(value)
    if since(3, 14):
        raise TypeError("argument should be a string or a Rational instance or have the as_integer_ratio() method")
    raise TypeError("argument should be a string or a Rational instance")


def _float_ratio(value):
    if not since(3, 2) and (math.isnan(value) or math.isinf(value)):
        raise TypeError("Cannot convert %r to Fraction." % value)
    return value.as_integer_ratio()


def _parsed(text):
    found = _text.match(text)
    if found is None:
        raise ValueError("Invalid literal for Fraction: %r" % text)
    n, d = int(found.group("num") or "0"), 1
    if found.group("denom"):
        d = int(found.group("denom"))
    else:
        decimal = (found.group("decimal") or "").replace("_", "")
        if decimal:
            d = 10 ** len(decimal)
            n = n * d + int(decimal)
        exponent = int(found.group("exp") or 0)
        if exponent >= 0:
            n *= 10**exponent
        else:
            d *= 10**-exponent
    if d == 0:
        raise ZeroDivisionError("Fraction(%s, 0)" % n)
    return _lowest(-n if found.group("sign") == "-" else n, d)
