"""The differences between dates and times, and the zones: `timedelta`, `tzinfo`, `timezone`.

Part of `datetime`.
Source: https://docs.python.org/3/library/datetime.html
"""

import math as _math
from _datetime_calendar import _offset_text
from _era import since


def _rounded(x):
    """To the nearest int, halves to the even one."""
    low = _math.floor(x)
    rest = x - low
    if rest > 0.5 or rest == 0.5 and low % 2:
        low += 1
    return int(low)


def _divide(a, b):
    """a / b as the nearest int, halves to the even one."""
    q, r = divmod(a, b)
    r *= 2
    return q + 1 if (r > b if b > 0 else r < b) or r == b and q % 2 else q


class timedelta(object):
    """A duration: days, seconds (0 to 86399) and microseconds (0 to 999999)."""

    __module__ = "datetime"

    __slots__ = "_days", "_seconds", "_microseconds"

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        whole = 0
        part = 0.0
        for name, value, unit in (
            ("days", days, 86400000000),
            ("seconds", seconds, 1000000),
            ("microseconds", microseconds, 1),
            ("milliseconds", milliseconds, 1000),
            ("minutes", minutes, 60000000),
            ("hours", hours, 3600000000),
            ("weeks", weeks, 604800000000),
        ):
            if isinstance(value, float):
                rest, base = _math.modf(value)
                whole += int(base) * unit
                rest, base = _math.modf(rest * unit)
                whole += int(base)
                part += rest
            elif isinstance(value, int) or not since(3) and hasattr(value, "__index__"):
                whole += value * unit
            else:
                raise TypeError("unsupported type for timedelta %s component: %s" % (name, type(value).__name__))
        if part:
            # A half goes to the even sum.
            whole = whole + _rounded(part) if whole % 2 == 0 else whole + 1 + _rounded(part - 1)
        return cls._of(whole)

    @classmethod
    def _of(cls, microseconds):
        seconds, micro = divmod(microseconds, 1000000)
        days, seconds = divmod(seconds, 86400)
        if not -999999999 <= days <= 999999999:
            raise OverflowError("days=%d; must have magnitude <= 999999999" % days)
        self = object.__new__(cls)
        self._days, self._seconds, self._microseconds = days, seconds, micro
        return self

    days = property(lambda self: self._days, doc="-999999999 to 999999999")
    seconds = property(lambda self: self._seconds, doc="0 to 86399")
    microseconds = property(lambda self: self._microseconds, doc="0 to 999999")

    def _all(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        """The duration in seconds."""
        return self._all() / 10**6

    def __repr__(self):
        name = "datetime." + type(self).__qualname__ if since(3) else "datetime." + type(self).__name__
        if not since(3, 7):
            args = [self._days]
            if self._microseconds:
                args += [self._seconds, self._microseconds]
            elif self._seconds:
                args.append(self._seconds)
            return "%s(%s)" % (name, ", ".join([str(n) for n in args]))
        args = ["%s=%d" % (unit, n) for unit, n in (("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds)) if n]
        return "%s(%s)" % (name, ", ".join(args) or "0")

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = "%d:%02d:%02d" % (minutes // 60, minutes % 60, seconds)
        if self._days:
            text = "%d day%s, " % (self._days, "" if abs(self._days) == 1 else "s") + text
        if self._microseconds:
            text += ".%06d" % self._microseconds
        return text

    def __add__(self, other):
        return timedelta._of(self._all() + other._all()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._all() - other._all()) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._of(other._all() - self._all()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._all())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide(self._all() * a, b))
        return timedelta._of(self._all() * other) if hasattr(other, "__index__") else NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._all() // other._all()
        return timedelta._of(self._all() // other) if hasattr(other, "__index__") else NotImplemented

    if since(3, 2):

        def __truediv__(self, other):
            if isinstance(other, timedelta):
                return self._all() / other._all()
            if isinstance(other, float):
                a, b = other.as_integer_ratio()
                return timedelta._of(_divide(self._all() * b, a))
            return timedelta._of(_divide(self._all(), other)) if hasattr(other, "__index__") else NotImplemented

        def __mod__(self, other):
            return timedelta._of(self._all() % other._all()) if isinstance(other, timedelta) else NotImplemented

        def __divmod__(self, other):
            if not isinstance(other, timedelta):
                return NotImplemented
            q, r = divmod(self._all(), other._all())
            return q, timedelta._of(r)

    else:
        __div__ = __floordiv__

    def __eq__(self, other):
        return self._all() == other._all() if isinstance(other, timedelta) else NotImplemented

    def __ne__(self, other):
        return self._all() != other._all() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._all() < other._all() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._all() <= other._all() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._all() > other._all() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._all() >= other._all() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._all() != 0

    __nonzero__ = __bool__

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(0, 0, 1)


class tzinfo(object):
    """A time zone: subclasses say its name, its offset from UTC, and how much of that is daylight saving."""

    __module__ = "datetime"

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """Local time for a datetime in UTC that carries this zone."""
        from datetime import datetime

        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset, saving = dt.utcoffset(), dt.dst()
        if offset is None or saving is None:
            raise ValueError("fromutc: non-None utcoffset() result required" if offset is None else "fromutc: non-None dst() result required")
        standard = offset - saving
        if standard:
            dt += standard
            saving = dt.dst()
        return dt + saving


class timezone(tzinfo):
    """A zone whose offset never changes."""

    __module__ = "datetime"

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not %s" % type(offset).__name__)
        if name is not None and not isinstance(name, str):
            raise TypeError("timezone() argument 2 must be str, not %s" % type(name).__name__)
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %r" % (offset,) + "." * since(3, 7))
        if name is None and not offset and hasattr(cls, "utc"):
            return cls.utc
        self = tzinfo.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        return "datetime.%s(%r)" % (type(self).__name__, self._offset) if self._name is None else "datetime.%s(%r, %r)" % (type(self).__name__, self._offset, self._name)

    def __str__(self):
        return self.tzname(None)


timezone.utc = timezone(timedelta(0))
timezone.min, timezone.max = timezone(-timedelta(0, 86340)), timezone(timedelta(0, 86340))
