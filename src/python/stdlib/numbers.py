"""The tower of numbers, as abstract classes: Number, Complex, Real, Rational, Integral.

Since 2.6 (PEP 3141).
Source: https://docs.python.org/3/library/numbers.html
"""

import sys
from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


class Number(metaclass=ABCMeta):
    """Every number."""

    __slots__ = ()
    __hash__ = None


def _abstract(names, arity=2):
    """Abstract methods of the given names, to go into a class."""
    found = {}
    for name in names.split():
        if arity == 1:
            def method(self):
                raise NotImplementedError
        else:
            def method(self, other):
                raise NotImplementedError
        method.__name__ = name
        found[name] = abstractmethod(method)
    return found


class Complex(Number):
    """What has a real and an imaginary part, and arithmetic."""

    __slots__ = ()
    locals().update(_abstract("__complex__ __neg__ __pos__ __abs__ conjugate", 1))
    locals().update(_abstract("__add__ __radd__ __mul__ __rmul__ __truediv__ __rtruediv__ __pow__ __rpow__ __eq__"))
    if sys.version_info < (3, 0):
        locals().update(_abstract("__div__ __rdiv__"))

        def __ne__(self, other):
            return not self == other

        def __nonzero__(self):
            return self != 0

    else:

        def __bool__(self):
            return self != 0

    @property
    @abstractmethod
    def real(self):
        raise NotImplementedError

    @property
    @abstractmethod
    def imag(self):
        raise NotImplementedError

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


Complex.register(complex)


class Real(Complex):
    """What can be ordered, and turned into a float."""

    __slots__ = ()
    locals().update(_abstract("__float__ __trunc__ __floor__ __ceil__" if sys.version_info >= (3, 0) else "__float__ __trunc__", 1))
    locals().update(_abstract("__floordiv__ __rfloordiv__ __mod__ __rmod__ __lt__ __le__"))

    @abstractmethod
    def __round__(self, ndigits=None):
        raise NotImplementedError

    if sys.version_info < (3, 0):
        del __round__

    def __divmod__(self, other):
        return (self // other, self % other)

    def __rdivmod__(self, other):
        return (other // self, other % self)

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


Real.register(float)


class Rational(Real):
    """A numerator over a denominator, in lowest terms."""

    __slots__ = ()

    @property
    @abstractmethod
    def numerator(self):
        raise NotImplementedError

    @property
    @abstractmethod
    def denominator(self):
        raise NotImplementedError

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """The whole numbers: they have bits, and can be an index."""

    __slots__ = ()
    locals().update(_abstract("__int__ __invert__" if sys.version_info >= (3, 0) else "__long__ __invert__", 1))
    locals().update(
        _abstract("__lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ __rxor__ __or__ __ror__")
    )

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        raise NotImplementedError

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


Integral.register(int)
if sys.version_info < (3, 0):
    Integral.register(long)
