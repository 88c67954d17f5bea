"""Dates and times of the Gregorian calendar, and the differences between them.

Since 2.3; timedelta.total_seconds since 2.7, timezone since 3.2, fold and timespec since 3.6, fromisoformat since 3.7, UTC since 3.11.
Source: https://docs.python.org/3/library/datetime.html
"""

import math as _math
import time as _time
from _era import since

MINYEAR, MAXYEAR = 1, 9999
_MONTHS = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_LENGTHS = (None, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_length(year, month):
    return 29 if month == 2 and _is_leap(year) else _LENGTHS[month]


def _before_year(year):
    """Days before 1 January, counted from that of the year 1."""
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _before_month(year, month):
    return sum(_month_length(year, m) for m in range(1, month))


def _ordinal(year, month, day):
    return _before_year(year) + _before_month(year, month) + day


def _from_ordinal(n):
    """Year, month and day of an ordinal."""
    n -= 1
    cycles, n = divmod(n, 146097)
    centuries, n = divmod(n, 36524)
    fours, n = divmod(n, 1461)
    years, n = divmod(n, 365)
    year = cycles * 400 + centuries * 100 + fours * 4 + years + 1
    if years == 4 or centuries == 4:
        return year - 1, 12, 31
    month = 1
    while n >= _month_length(year, month):
        n -= _month_length(year, month)
        month += 1
    return year, month, n + 1


def _whole(value):
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer" if since(3, 10) else "integer argument expected, got float")
    return value.__index__()


def _check_date(year, month, day):
    year, month, day = _whole(year), _whole(month), _whole(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("year must be in 1..9999, not %d" % year if since(3, 14) else "year %i is out of range" % year if since(3, 3) else "year is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12" + (", not %d" % month if since(3, 14) else ""))
    last = _month_length(year, month)
    if not 1 <= day <= last:
        raise ValueError("day %i must be in range 1..%i for month %i in year %i" % (day, last, month, year) if since(3, 14) else "day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    values = _whole(hour), _whole(minute), _whole(second), _whole(microsecond)
    for name, value, limit in zip(("hour", "minute", "second", "microsecond"), values, (23, 59, 59, 999999)):
        if not 0 <= value <= limit:
            raise ValueError("%s must be in 0..%d" % (name, limit) + (", not %d" % value if since(3, 14) else ""))
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return values


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type %r" % type(zone).__name__)


def _offset_text(offset, separator=":"):
    """+01:00, with seconds only where there are any."""
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign, offset = "-", -offset
    minutes, seconds = divmod(offset.days * 86400 + offset.seconds, 60)
    text = "%s%02d%s%02d" % (sign, minutes // 60, separator, minutes % 60)
    if seconds or offset.microseconds:
        text += "%s%02d" % (separator, seconds)
        if offset.microseconds:
            text += ".%06d" % offset.microseconds
    return text


def _clock_text(hour, minute, second, microsecond, timespec="auto"):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    forms = {
        "hours": "%02d" % hour,
        "minutes": "%02d:%02d" % (hour, minute),
        "seconds": "%02d:%02d:%02d" % (hour, minute, second),
        "milliseconds": "%02d:%02d:%02d.%03d" % (hour, minute, second, microsecond // 1000),
        "microseconds": "%02d:%02d:%02d.%06d" % (hour, minute, second, microsecond),
    }
    if timespec not in forms:
        raise ValueError("Unknown timespec value")
    return forms[timespec]


def _strftime(value, form, timetuple):
    """strftime for what time.strftime does not know: %f, %z, %Z."""
    out = []
    i = 0
    while i < len(form):
        two = form[i : i + 2]
        if two == "%f":
            out.append("%06d" % getattr(value, "microsecond", 0))
        elif two == "%z" or form[i : i + 3] == "%:z" and since(3, 12):
            colon = two == "%:"
            offset = value.utcoffset() if hasattr(value, "utcoffset") else None
            out.append(_offset_text(offset, ":" if colon else ""))
            i += colon
        elif two == "%Z":
            name = value.tzname() if hasattr(value, "tzname") else None
            out.append((name or "").replace("%", "%%"))
        elif two[:1] == "%":
            out.append(two)
        else:
            out.append(form[i])
            i += 1
            continue
        i += 2
    return _time.strftime("".join(out), timetuple)


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

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """Local time for a datetime in UTC that carries this zone."""
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


class _Zoned(object):
    """What time and datetime share: a zone that answers for them."""

    __slots__ = ()

    def _ask(self, name, argument):
        if self._tzinfo is None:
            return None
        offset = getattr(self._tzinfo, name)(argument)
        if name != "tzname" and offset is not None:
            if not isinstance(offset, timedelta):
                raise TypeError("tzinfo.%s() must return None or a timedelta, not '%s'" % (name, type(offset).__name__))
            if not -timedelta(1) < offset < timedelta(1):
                raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")
        return offset


class date(object):
    """A day of the calendar."""

    def __new__(cls, year, month, day):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def fromtimestamp(cls, timestamp):
        """The day of a POSIX timestamp, in local time."""
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        """The day with this number; 1 January of the year 1 has 1."""
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > 3652059:
            raise ValueError("year %d is out of range" % _from_ordinal(n)[0])
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        """The day that isoformat() wrote."""
        try:
            return cls(*_parse_date(text))
        except (ValueError, IndexError):
            raise ValueError("Invalid isoformat string: %r" % text) from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of an ISO year, its week, and its weekday from 1 (Monday) to 7."""
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError("Year is out of range: %d" % year)
        first = _ordinal(year, 1, 4)
        monday = first - (first + 6) % 7
        weeks = (_ordinal(year + 1, 1, 4) - (_ordinal(year + 1, 1, 4) + 6) % 7 - monday) // 7
        if not 1 <= week <= weeks:
            raise ValueError("Invalid week: %d" % week)
        if not 1 <= day <= 7:
            raise ValueError("Invalid weekday: %d (range is [1, 7])" % day)
        return cls.fromordinal(monday + (week - 1) * 7 + day - 1)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        """0 for Monday to 6 for Sunday."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """1 for Monday to 7 for Sunday."""
        return self.weekday() + 1

    def isocalendar(self):
        """ISO year, week and weekday."""
        thursday = self.toordinal() - self.weekday() + 3
        year = _from_ordinal(thursday)[0]
        week = (thursday - _ordinal(year, 1, 1)) // 7 + 1
        if not since(3, 9):
            return year, week, self.isoweekday()
        return IsoCalendarDate((year, week, self.isoweekday()))

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yday(), -1))

    def _yday(self):
        return _before_month(self._year, self._month) + self._day

    def ctime(self):
        return "%s %s %2d 00:00:00 %04d" % (_DAYS[self.weekday()], _MONTHS[self._month], self._day, self._year)

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError("__format__() argument 1 must be str, not %s" % type(spec).__name__ if since(3, 5) else "must be str, not %s" % type(spec).__name__)
        return self.strftime(spec) if spec else str(self)

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._year, self._month, self._day)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return "datetime.%s(%d, %d, %d)" % (getattr(type(self), "__qualname__", type(self).__name__), self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month, self._day if day is None else day)

    __replace__ = replace

    def _key(self):
        return self._year, self._month, self._day

    def _compared(self, other):
        """The other's key, or None if the two cannot be compared."""
        return other._key() if isinstance(other, date) and not isinstance(other, datetime) else None

    def __eq__(self, other):
        key = self._compared(other)
        return NotImplemented if key is None else self._key() == key

    def __ne__(self, other):
        key = self._compared(other)
        return NotImplemented if key is None else self._key() != key

    def __lt__(self, other):
        key = self._compared(other)
        return NotImplemented if key is None else self._key() < key

    def __le__(self, other):
        key = self._compared(other)
        return NotImplemented if key is None else self._key() <= key

    def __gt__(self, other):
        key = self._compared(other)
        return NotImplemented if key is None else self._key() > key

    def __ge__(self, other):
        key = self._compared(other)
        return NotImplemented if key is None else self._key() >= key

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other.days
        if not 1 <= n <= 3652059:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(n) if since(3, 8) else date.fromordinal(n)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return type(self), self._key()


class IsoCalendarDate(tuple):
    """What date.isocalendar() gives."""

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % tuple(self)


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)


def _digits(text, low, high):
    part = text[low:high]
    if len(part) != high - low or not (part.isascii() and part.isdigit()):
        raise ValueError("not a number: %r" % part)
    return int(part)


def _parse_date(text):
    """Year, month, day of YYYY-MM-DD; from 3.11 on also YYYYMMDD and weeks."""
    if len(text) == 10 and text[4] == text[7] == "-":
        return _digits(text, 0, 4), _digits(text, 5, 7), _digits(text, 8, 10)
    if not since(3, 11):
        raise ValueError("not a date: %r" % text)
    if len(text) == 8 and "-" not in text and "W" not in text:
        return _digits(text, 0, 4), _digits(text, 4, 6), _digits(text, 6, 8)
    week = text.replace("-", "")
    if week[4:5] != "W" or len(week) not in (7, 8):
        raise ValueError("not a date: %r" % text)
    return date.fromisocalendar(_digits(week, 0, 4), _digits(week, 5, 7), _digits(week, 7, 8) if len(week) == 8 else 1)._key()


def _parse_clock(text):
    """Hour, minute, second, microsecond of HH[:MM[:SS[.ffffff]]]."""
    text, _, fraction = text.replace(",", ".").partition(".")
    parts = text.split(":") if ":" in text else [text[i : i + 2] for i in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or fraction and len(parts) < 3:
        raise ValueError("not a time: %r" % text)
    values = [_digits(part, 0, 2) if len(part) == 2 else _digits("", 0, 2) for part in parts] + [0] * (3 - len(parts))
    if fraction and not since(3, 11) and len(fraction) not in (3, 6):
        raise ValueError("not a fraction: %r" % fraction)
    return values + [_digits((fraction + "000000")[:6], 0, 6)]


def _parse_time(text):
    """The arguments of time() for an ISO text with or without an offset."""
    if since(3, 11) and text[-1:] == "Z":
        return _parse_clock(text[:-1]) + [timezone.utc]
    at = max(text.find("+"), text.find("-"))
    if at < 0:
        return _parse_clock(text) + [None]
    hour, minute, second, micro = _parse_clock(text[at + 1 :])
    offset = timedelta(hours=hour, minutes=minute, seconds=second, microseconds=micro)
    return _parse_clock(text[:at]) + [timezone(-offset if text[at] == "-" else offset)]


class time(_Zoned):
    """A time of day, with a zone or without."""

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, text):
        """The time that isoformat() wrote."""
        try:
            return cls(*_parse_time(text[1:] if text[:1] == "T" and since(3, 11) else text))
        except ValueError:
            raise ValueError("Invalid isoformat string: %r" % text) from None

    def utcoffset(self):
        return self._ask("utcoffset", None)

    def tzname(self):
        return self._ask("tzname", None)

    def dst(self):
        return self._ask("dst", None)

    def isoformat(self, timespec="auto"):
        return _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return "datetime.%s(%s)" % (getattr(type(self), "__qualname__", type(self).__name__), _arguments([self._hour, self._minute], self))

    def strftime(self, format):
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    __format__ = date.__format__

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        given = (hour, self._hour), (minute, self._minute), (second, self._second), (microsecond, self._microsecond)
        zone = self._tzinfo if tzinfo is True else tzinfo
        return type(self)(*[old if new is None else new for new, old in given], zone, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _key(self):
        """Microseconds of the day, in UTC if there is a zone."""
        offset = self.utcoffset()
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond - (offset._all() if offset else 0)

    def __hash__(self):
        return hash(self._key())

    def __reduce__(self):
        return type(self), (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)


def _arguments(values, value):
    """The arguments in a repr: seconds and microseconds only where there are any."""
    if value._microsecond:
        values = values + [value._second, value._microsecond]
    elif value._second:
        values = values + [value._second]
    text = ", ".join([str(n) for n in values])
    if value._tzinfo is not None:
        text += ", tzinfo=%r" % (value._tzinfo,)
    if value._fold:
        text += ", fold=1"
    return text


class datetime(date, _Zoned):
    """A day and a time of day, with a zone (aware) or without (naive)."""

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = date.__new__(cls, year, month, day)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour, minute, second, microsecond = time.hour, time.minute, time.second, time.microsecond
    tzinfo, fold = time.tzinfo, time.fold

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The moment of a POSIX timestamp, in local time or in a zone."""
        _check_zone(tz)
        whole = _rounded(timestamp * 1000000)
        seconds, micro = divmod(whole, 1000000)
        self = cls(*(_time.localtime if tz is None else _time.gmtime)(seconds)[:6], micro, tz)
        return self if tz is None else tz.fromutc(self)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        seconds, micro = divmod(_rounded(timestamp * 1000000), 1000000)
        return cls(*_time.gmtime(seconds)[:6], micro)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time together."""
        return cls(*date._key()[:3], time.hour, time.minute, time.second, time.microsecond, time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text):
        """The moment that isoformat() wrote."""
        try:
            size = 10 if text[4:5] == "-" and text[7:8] == "-" else text.find("T") if "T" in text else 10
            rest = text[size + 1 :]
            return cls(*_parse_date(text[:size]), *(_parse_time(rest) if rest else ()))
        except ValueError:
            raise ValueError("Invalid isoformat string: %r" % text) from None

    @classmethod
    def strptime(cls, text, format):
        """The moment that a text of this format tells."""
        return cls(*_time.strptime(text, format)[:6])

    def utcoffset(self):
        return self._ask("utcoffset", self)

    def tzname(self):
        return self._ask("tzname", self)

    def dst(self):
        return self._ask("dst", self)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def _micro(self):
        """Microseconds since the beginning of the year 1, as the clock says."""
        return self.toordinal() * 86400000000 + time._key(self.time())

    def _key(self):
        return self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond, self._tzinfo

    def _utc(self):
        offset = self.utcoffset()
        return self._micro() - (offset._all() if offset else 0)

    def timestamp(self):
        """Seconds since 1970 in UTC."""
        if self._tzinfo is None:
            return _time.mktime(self.timetuple()) + self._microsecond / 1e6
        return (self._utc() - 719163 * 86400000000) / 10**6

    def timetuple(self):
        saving = self.dst()
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(), self._yday(), -1 if saving is None else int(bool(saving))))

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self - offset if offset else self
        return _time.struct_time(moment.replace(tzinfo=None).timetuple()[:8] + (0,))

    def astimezone(self, tz=None):
        """The same moment in another zone."""
        if tz is None:
            tz = timezone(timedelta(seconds=-_time.timezone))
        elif not isinstance(tz, tzinfo):
            raise TypeError("tz argument must be an instance of tzinfo")
        if self._tzinfo is tz:
            return self
        offset = self.utcoffset()
        if offset is None:
            offset = timedelta(seconds=-_time.timezone)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def ctime(self):
        return "%s %s %2d %02d:%02d:%02d %04d" % (_DAYS[self.weekday()], _MONTHS[self._month], self._day, self._hour, self._minute, self._second, self._year)

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        values = [self._year, self._month, self._day, self._hour, self._minute]
        return "datetime.%s(%s)" % (getattr(type(self), "__qualname__", type(self).__name__), _arguments(values, self))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        given = zip((year, month, day, hour, minute, second, microsecond), self._key())
        zone = self._tzinfo if tzinfo is True else tzinfo
        return type(self)(*[old if new is None else new for new, old in given], zone, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        days, rest = divmod(self._micro() + other._all(), 86400000000)
        if not 1 <= days <= 3652059:
            raise OverflowError("date value out of range")
        seconds, micro = divmod(rest, 1000000)
        cls = type(self) if since(3, 8) else datetime
        return cls(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, micro, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        if self._tzinfo is other._tzinfo:
            return timedelta._of(self._micro() - other._micro())
        return timedelta._of(self._utc() - other._utc())

    def __hash__(self):
        return hash(self._utc())

    def __reduce__(self):
        return type(self), self._key()


def _comparisons(cls, key):
    """Gives a class the six comparisons: by what `key` says of both, once they may be compared."""

    def make(name, test):
        def compare(self, other):
            pair = key(self, other, name in ("__eq__", "__ne__"))
            return NotImplemented if pair is None else test(*pair)

        compare.__name__ = name
        compare.__qualname__ = cls.__name__ + "." + name
        setattr(cls, name, compare)

    make("__eq__", lambda a, b: a == b)
    make("__ne__", lambda a, b: a != b)
    make("__lt__", lambda a, b: a < b)
    make("__le__", lambda a, b: a <= b)
    make("__gt__", lambda a, b: a > b)
    make("__ge__", lambda a, b: a >= b)


def _time_keys(self, other, equality):
    if not isinstance(other, time):
        return None
    if (self.utcoffset() is None) != (other.utcoffset() is None):
        if equality:
            return 0, 1
        raise TypeError("can't compare offset-naive and offset-aware times")
    return self._key(), other._key()


def _datetime_keys(self, other, equality):
    if not isinstance(other, datetime):
        if isinstance(other, date) and not since(3, 13) and not equality:
            raise TypeError("can't compare %s to %s" % (type(self).__name__, type(other).__name__))
        return None
    if (self.utcoffset() is None) != (other.utcoffset() is None):
        if equality:
            return 0, 1
        raise TypeError("can't compare offset-naive and offset-aware datetimes")
    if self._tzinfo is other._tzinfo:
        return self._micro(), other._micro()
    return self._utc(), other._utc()


_comparisons(time, _time_keys)
_comparisons(datetime, _datetime_keys)
time.min, time.max, time.resolution = time(0, 0), time(23, 59, 59, 999999), timedelta(0, 0, 1)
datetime.min, datetime.max, datetime.resolution = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999), timedelta(0, 0, 1)
if since(3, 11):
    UTC = timezone.utc
if not since(3, 2):
    del timezone
if not since(3, 7):
    del date.fromisoformat, time.fromisoformat, datetime.fromisoformat
if not since(3, 8):
    del date.fromisocalendar
if not since(3, 3):
    del datetime.timestamp
if not since(2, 7):
    del timedelta.total_seconds
if not since(3, 13):
    del date.__replace__, time.__replace__, datetime.__replace__
__all__ = ["date", "datetime", "time", "timedelta", "tzinfo", "MINYEAR", "MAXYEAR"] + ["timezone"] * since(3, 2) + ["UTC"] * since(3, 11)
