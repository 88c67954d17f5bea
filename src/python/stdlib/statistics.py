"""Averages and how far values spread around them, summed exactly and rounded once.

Since 3.4; `harmonic_mean` since 3.6, `fmean`, `geometric_mean`, `multimode`, `quantiles` since 3.8, relations of two inputs since 3.10.
`NormalDist` and `kde` are not part of this book's library.
Source: https://docs.python.org/3/library/statistics.html
"""

import math
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction

from _era import since

__all__ = ["StatisticsError", "mean", "median", "median_low", "median_high", "median_grouped", "mode", "pstdev", "pvariance", "stdev", "variance"]


class StatisticsError(ValueError):
    """The data are too few, or not of the kind that the question wants."""


def _exact(data):
    """`(type, the values as fractions)`: float when there is one among them, else Fraction, else int. Infinities and NaN stay floats."""
    kind, values = int, []
    for value in data:
        cls = type(value)
        if issubclass(cls, float):
            kind = float
        elif issubclass(cls, Fraction) and kind is int:
            kind = Fraction
        elif not issubclass(cls, (int, Fraction)):
            raise TypeError("can't convert type '%s' to numerator/denominator" % cls.__name__)
        values.append(value if issubclass(cls, float) and not math.isfinite(value) else Fraction(value))
    return kind, values


def _as(kind, value):
    """A result in the type of the data: of ints a float, unless it is whole."""
    if type(value) is kind:
        return value
    if kind is int and value.denominator != 1:
        kind = float
    return kind(value)


def mean(data):
    """The sum by the number. Raises StatisticsError when there are no data."""
    kind, values = _exact(data)
    if not values:
        raise StatisticsError("mean requires at least one data point")
    return _as(kind, sum(values) / len(values))


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals: the right mean of speeds."""
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if weights is None:
        if len(data) == 1 and data[0] >= 0:
            return data[0]
        weights = [1] * len(data)
    else:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError("Number of weights does not match data size")
    if any(value < 0 for value in data):
        raise StatisticsError("harmonic mean does not support negative values")
    if 0 in data:
        return 0
    kind, parts = _exact(weight / value for weight, value in zip(weights, data))
    _, weights = _exact(weights)
    return _as(kind, sum(weights) / sum(parts))


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data


def median(data):
    """The middle value, or half-way between the two in the middle."""
    data = _sorted(data)
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """The middle value, or the lower of the two in the middle."""
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the higher of the two in the middle."""
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The median of values that stand for intervals around them."""
    data = _sorted(data)
    if len(data) == 1 and not since(3, 12):
        return data[0]
    value = data[len(data) // 2]
    below = bisect_left(data, value)
    inside = bisect_right(data, value, lo=below) - below
    if since(3, 12):
        value, interval = float(value), float(interval)
    return value - interval / 2 + interval * (len(data) / 2 - below) / inside


def mode(data):
    """The most frequent value, of several the first. Before 3.8 there must be only one."""
    counts = Counter(iter(data)).most_common()
    if not counts:
        raise StatisticsError("no mode for empty data")
    if not since(3, 8):
        best = [value for value, count in counts if count == counts[0][1]]
        if len(best) > 1:
            raise StatisticsError("no unique mode; found %d equally common values" % len(best))
    return counts[0][0]


def _spread(data, center):
    """`(type, the sum of the squares of the differences from the mean, how many)`."""
    kind, values = _exact(data)
    if not values:
        return kind, 0, 0
    middle = sum(values) / len(values) if center is None else Fraction(center)
    return kind, sum((value - middle) ** 2 for value in values), len(values)


def _variance(data, center, population):
    kind, squares, count = _spread(data, center)
    if count < (1 if population else 2):
        name, needed = ("pvariance", "one data point") if population else ("variance", "two data points")
        raise StatisticsError("%s requires at least %s" % (name, needed))
    return kind, Fraction(squares) / (count if population else count - 1)


def variance(data, xbar=None):
    """Of a sample: the mean square of the differences from the mean, one degree of freedom less than there are data."""
    return _as(*_variance(data, xbar, False))


def pvariance(data, mu=None):
    """Of a whole population."""
    return _as(*_variance(data, mu, True))


def stdev(data, xbar=None):
    """The square root of the variance."""
    return _root(_deviation(data, xbar, False))


def pstdev(data, mu=None):
    """The square root of the variance of a whole population."""
    return _root(_deviation(data, mu, True))


def _deviation(data, center, population):
    kind, squares, count = _spread(data, center)
    if count < (1 if population else 2):
        name, needed = ("pstdev", "one data point") if population and since(3, 11) else ("stdev", "two data points")
        if not since(3, 11):
            name, needed = ("pvariance", "one data point") if population else ("variance", "two data points")
        raise StatisticsError("%s requires at least %s" % (name, needed))
    return Fraction(squares) / (count if population else count - 1)


def _root(value):
    """The square root, correctly rounded (since 3.11): from an integer root with more bits than a float has, its last bit set when inexact."""
    if not since(3, 11):
        return math.sqrt(value)
    n, d = value.numerator, value.denominator
    shift = (n.bit_length() - d.bit_length() - 109) // 2
    if shift >= 0:
        return (_odd_root(n, d << 2 * shift) << shift) / 1
    return _odd_root(n << -2 * shift, d) / (1 << -shift)


def _odd_root(n, d):
    root = math.isqrt(n // d)
    return root | (root * root * d != n)


if since(3, 6):
    __all__.append("harmonic_mean")
else:
    del harmonic_mean

if since(3, 8):
    __all__ += ["fmean", "geometric_mean", "multimode", "quantiles"]

    def fmean(data, weights=None):
        """The mean in floats: faster, and always a float."""
        data = list(data)
        if weights is None:
            if not data:
                raise StatisticsError("fmean requires at least one data point")
            return math.fsum(data) / len(data)
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError("data and weights must be the same length")
        total = math.fsum(weights)
        if not total:
            raise StatisticsError("sum of weights must be non-zero")
        return math.fsum(x * w for x, w in zip(data, weights)) / total

    def geometric_mean(data):
        """The root of the product: the right mean of rates of growth."""
        data = list(data)
        if not data:
            raise StatisticsError("Must have a non-empty dataset" if since(3, 12) else "geometric mean requires a non-empty dataset containing positive numbers")
        for x in data:
            if x < 0 and since(3, 12):
                raise StatisticsError("No negative inputs allowed", x)
            if x <= 0 and not since(3, 12):
                raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
        return 0.0 if 0 in data else math.exp(math.fsum(map(math.log, data)) / len(data))

    def multimode(data):
        """All the most frequent values, in the order in which they come."""
        counts = Counter(iter(data))
        most = max(counts.values(), default=0)
        return [value for value, count in counts.items() if count == most]

    def quantiles(data, *, n=4, method="exclusive"):
        """The n - 1 values that cut the data into n parts of equal probability."""
        if n < 1:
            raise StatisticsError("n must be at least 1")
        data = sorted(data)
        count = len(data)
        if count < 2:
            if count == 1 and since(3, 13):
                return data * (n - 1)
            raise StatisticsError("must have at least %s" % ("one data point" if since(3, 13) else "two data points"))
        if method == "inclusive":
            cuts = [divmod(i * (count - 1), n) for i in range(1, n)]
            return [(data[j] * (n - rest) + data[j + 1] * rest) / n for j, rest in cuts]
        if method == "exclusive":
            result = []
            for i in range(1, n):
                j = min(max(i * (count + 1) // n, 1), count - 1)
                rest = i * (count + 1) - j * n
                result.append((data[j - 1] * (n - rest) + data[j] * rest) / n)
            return result
        raise ValueError("Unknown method: %r" % (method,))

    class NormalDist(object):
        """Left out."""

        def __init__(self, *args, **kwargs):
            raise NotImplementedError("statistics.NormalDist is not part of this book's library")


if since(3, 10):
    __all__ += ["correlation", "covariance", "linear_regression", "LinearRegression"]
    LinearRegression = namedtuple("LinearRegression", "slope intercept")

    def _pairs(name, x, y):
        """The differences of each from the mean of its own. Raises StatisticsError."""
        x, y = list(x), list(y)
        if len(x) != len(y):
            raise StatisticsError("%s requires that both inputs have same number of data points" % name)
        if len(x) < 2:
            raise StatisticsError("%s requires at least two data points" % name)
        x_mean, y_mean = math.fsum(x) / len(x), math.fsum(y) / len(y)
        return [value - x_mean for value in x], [value - y_mean for value in y], x_mean, y_mean

    def _product(x, y):
        return math.fsum(a * b for a, b in zip(x, y))

    def covariance(x, y, /):
        """How much two inputs change together."""
        dx, dy, _, _ = _pairs("covariance", x, y)
        return _product(dx, dy) / (len(dx) - 1)

    def correlation(x, y, /):
        """From -1 to 1: Pearson's coefficient."""
        dx, dy, _, _ = _pairs("correlation", x, y)
        try:
            return _product(dx, dy) / math.sqrt(_product(dx, dx) * _product(dy, dy))
        except ZeroDivisionError:
            raise StatisticsError("at least one of the inputs is constant")

    def linear_regression(x, y, /, *, proportional=False):
        """The line `y = slope * x + intercept` with the least squares of distance; through the origin when `proportional`."""
        x, y = list(x), list(y)
        dx, dy, x_mean, y_mean = _pairs("linear regression", x, y)
        if proportional:
            dx, dy = x, y
        try:
            slope = _product(dx, dy) / _product(dx, dx)
        except ZeroDivisionError:
            raise StatisticsError("x is constant")
        return LinearRegression(slope, 0.0 if proportional else y_mean - slope * x_mean)
