"""Pseudo-random numbers: the Mersenne twister, and distributions over it.

In every Python (the twister since 2.3); `choices` since 3.6, `randbytes` since 3.9, `binomialvariate` since 3.12. A seed gives the same
numbers as in the Python of the era, since programs count on it.
Source: https://docs.python.org/3/library/random.html
"""

import sys
import _random
from math import ceil as _ceil, cos as _cos, e as _e, exp as _exp, floor as _floor, log as _log, pi as _pi, sin as _sin, sqrt as _sqrt
from math import acos as _acos

_version = sys.version_info[:2]

TWOPI = 2.0 * _pi
NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
BPF = 53
RECIP_BPF = 2.0**-BPF

__all__ = ["Random", "SystemRandom", "betavariate", "choice", "expovariate", "gammavariate", "gauss", "getrandbits", "getstate",
           "lognormvariate", "normalvariate", "paretovariate", "randint", "random", "randrange", "sample", "seed", "setstate",
           "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate"]


def _is_sequence(population):
    return hasattr(population, "__getitem__") and hasattr(population, "__len__")


# The step that nobody gave.
_one = object()


class Random(_random.Random):
    """A generator of its own, with its own state."""

    VERSION = 3
    _modern = _version >= (3, 2)

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None, version=2):
        """Starts the sequence anew: from a number, from text or bytes, or from the clock when none is given."""
        if _version >= (3, 11) and not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        if version == 1 and isinstance(a, (str, bytes)):
            text = a.decode("latin-1") if isinstance(a, bytes) else a
            x = ord(text[0]) << 7 if text else 0
            for c in map(ord, text):
                x = ((1000003 * x) ^ c) & 0xFFFFFFFFFFFFFFFF
            x ^= len(text)
            a = -2 if x == -1 else x
        elif version == 2 and self._modern and isinstance(a, (str, bytes, bytearray)):
            from _sha512 import sha512

            data = a.encode() if isinstance(a, str) else bytes(a)
            a = int.from_bytes(data + sha512(data), "big")
        super(Random, self).seed(a)
        self.gauss_next = None

    def getstate(self):
        return self.VERSION, super(Random, self).getstate(), self.gauss_next

    def setstate(self, state):
        """Goes back to a state that `getstate` gave."""
        version = state[0]
        if version == 3:
            version, internal, self.gauss_next = state
        elif version == 2:
            version, internal, self.gauss_next = state
            try:
                internal = tuple(x % (2**32) for x in internal)
            except ValueError as error:
                raise TypeError from error
        else:
            raise ValueError(
                "state with version %s passed to Random.setstate() of version %s" % (version, self.VERSION)
            )
        super(Random, self).setstate(internal)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def __init_subclass__(cls, **kwargs):
        """A subclass that brings its own `random` but no `getrandbits` is asked for numbers below 1 only."""
        for each in cls.__mro__:
            if "_randbelow" in each.__dict__:
                break
            if "getrandbits" in each.__dict__:
                cls._randbelow = Random._randbelow
                break
            if "random" in each.__dict__:
                cls._randbelow = cls._randbelow_without_getrandbits
                break

    def _randbelow(self, n):
        """A whole number below n, every one as likely: bits are drawn until they make one."""
        if not n:
            return 0
        bits = n.bit_length()
        r = self.getrandbits(bits)
        while r >= n:
            r = self.getrandbits(bits)
        return r

    def _randbelow_without_getrandbits(self, n, maxsize=1 << 53):
        if n >= maxsize:
            return int(self.random() * n)
        if n == 0:
            return 0
        limit = (maxsize - maxsize % n) / float(maxsize)
        r = self.random()
        while r >= limit:
            r = self.random()
        return int(r * maxsize) % n

    def _below(self, n):
        """As the era draws it: before 3.2 a fraction was multiplied."""
        return self._randbelow(n) if self._modern else int(self.random() * n)

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=_one):
        """A number that `range(start, stop, step)` has."""
        if step is _one:
            step = 1
        elif stop is None and _version >= (3, 11):
            raise TypeError("Missing a non-None stop argument")
        whole = [self._whole(value, name) for name, value in (("start", start), ("stop", stop), ("step", step))]
        start, stop, step = whole
        if stop is None:
            if start > 0:
                return self._below(start)
            raise ValueError("empty range for randrange()")
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            if _version >= (3, 12):
                raise ValueError("empty range in randrange(%s, %s)" % (start, stop))
            comma = ", " if _version >= (3, 8) else ","
            raise ValueError("empty range for randrange() (%d%s%d, %d)" % (start, comma, stop, width))
        if step == 0:
            raise ValueError("zero step for randrange()")
        n = (width + step - (1 if step > 0 else -1)) // step
        if n <= 0:
            if _version >= (3, 12):
                raise ValueError("empty range in randrange(%s, %s, %s)" % (start, stop, step))
            raise ValueError("empty range for randrange()")
        return start + step * self._below(n)

    def _whole(self, value, name):
        if value is None or isinstance(value, int):
            return value
        if _version >= (3, 12):
            from operator import index

            return index(value)
        if int(value) != value:
            ordinal = {"start": "arg 1", "stop": "stop", "step": "step"}[name]
            raise ValueError("non-integer %s for randrange()" % ordinal)
        return int(value)

    def randint(self, a, b):
        """A number from a to b, b too."""
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if _version >= (3, 11):
            if not len(seq):
                raise IndexError("Cannot choose from an empty sequence")
            return seq[self._randbelow(len(seq))]
        if not self._modern:
            return seq[int(self.random() * len(seq))]
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x, random=None):
        """Puts a list in random order, in place."""
        for i in reversed(range(1, len(x))):
            j = self._below(i + 1) if random is None else int(random() * (i + 1))
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        """k different items, in random order; `counts` says how often each occurs."""
        if _version >= (3, 11) and not _is_sequence(population):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if isinstance(population, (set, frozenset)):
            population = tuple(population)
        if not _is_sequence(population) or isinstance(population, dict) and self._modern:
            raise TypeError("Population must be a sequence or set.  For dicts, use list(d).")
        n = len(population)
        if counts is not None:
            from itertools import accumulate
            from bisect import bisect

            sums = list(accumulate(counts))
            if len(sums) != n:
                raise ValueError("The number of counts does not match the population")
            total = sums.pop() if sums else 0
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total < 0 or total == 0 and _version < (3, 13):
                raise ValueError("Total of counts must be greater than zero" if total == 0 else "Counts must be non-negative")
            return [population[bisect(sums, s)] for s in self.sample(range(total), k=k)]
        if not 0 <= k <= n:
            if not self._modern:
                raise ValueError("sample larger than population")
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        # A list costs n places, a set of what was chosen about a few times k: the smaller one is taken.
        setsize = 21
        if k > 5:
            setsize += 4 ** _ceil(_log(k * 3, 4))
        if n <= setsize:
            pool = list(population)
            for i in range(k):
                j = self._below(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            chosen = set()
            for i in range(k):
                j = self._below(n)
                while j in chosen:
                    j = self._below(n)
                chosen.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k items, any as often as chance will have it."""
        from itertools import accumulate
        from bisect import bisect

        n = len(population)
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[_floor(self.random() * n)] for _ in range(k)]
            try:
                cum_weights = list(accumulate(weights))
            except TypeError:
                if not isinstance(weights, int):
                    raise
                raise TypeError("The number of choices must be a keyword argument: k=%s" % weights) from None
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if total - total != 0.0:
            raise ValueError("Total of weights must be finite")
        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u, c = 1.0 - u, 1.0 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """By the ratio of uniform numbers (Kinderman and Monahan)."""
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Two at a time from an angle and a radius (Box and Muller): the second is kept for the next call."""
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu=0.0, sigma=1.0):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        if kappa <= 1e-6:
            return TWOPI * self.random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        return (mu + _acos(f)) % TWOPI if self.random() > 0.5 else (mu - _acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            ainv = _sqrt(2.0 * alpha - 1.0)
            b, c = alpha - LOG4, alpha + ainv
            while True:
                u1 = self.random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - self.random()
                v = _log(u1 / (1.0 - u1)) / ainv
                x = alpha * _exp(v)
                z = u1 * u1 * u2
                r = b + c * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                    return x * beta
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        while True:
            b = (_e + alpha) / _e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u = self.random()
            if p > 1.0:
                if u <= x ** (alpha - 1.0):
                    break
            elif u <= _exp(-x):
                break
        return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)


class SystemRandom(Random):
    """Numbers from the machine: there is none to ask here, so the clock's seed has to do; state cannot be had."""

    def seed(self, *args, **kwds):
        if not hasattr(self, "_seeded"):
            self._seeded = True
            super(SystemRandom, self).seed()

    def getstate(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


if _version >= (3, 6):
    __all__ += ["choices"]
else:
    del Random.choices
if _version >= (3, 9):
    __all__ += ["randbytes"]
else:
    del Random.randbytes

if _version >= (3, 12):
    from math import fabs as _fabs, lgamma as _lgamma, log2 as _log2

    __all__ += ["binomialvariate"]

    def _binomialvariate(self, n=1, p=0.5):
        """How many of n tries succeed, each with probability p."""
        if n < 0:
            raise ValueError("n must be non-negative")
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return int(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        if n * p < 10.0:
            # Few successes: leap from one to the next (Devroye's geometric method).
            x = y = 0
            c = _log2(1.0 - p)
            if not c:
                return x
            while True:
                y += _floor(_log2(self.random()) / c) + 1
                if y > n:
                    return x
                x += 1
        # Many: transformed rejection (Hörmann's BTRS).
        prepared = False
        spq = _sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spq
        a = -0.0873 + 0.0248 * b + 0.01 * p
        c = n * p + 0.5
        vr = 0.92 - 4.2 / b
        while True:
            u = self.random() - 0.5
            us = 0.5 - _fabs(u)
            k = _floor((2.0 * a / us + b) * u + c)
            if k < 0 or k > n:
                continue
            v = self.random()
            if us >= 0.07 and v <= vr:
                return k
            if not prepared:
                alpha = (2.83 + 5.1 / b) * spq
                lpq = _log(p / (1.0 - p))
                m = _floor((n + 1) * p)
                h = _lgamma(m + 1) + _lgamma(n - m + 1)
                prepared = True
            v *= alpha / (a / (us * us) + b)
            if _log(v) <= h - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - m) * lpq:
                return k

    Random.binomialvariate = _binomialvariate
    _binomialvariate.__name__, _binomialvariate.__qualname__ = "binomialvariate", "Random.binomialvariate"

_inst = Random()
for _name in __all__:
    if _name not in ("Random", "SystemRandom"):
        globals()[_name] = getattr(_inst, _name)
del _name
