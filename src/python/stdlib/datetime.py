"""Dates and times of the Gregorian calendar, and the differences between them.

Since 2.3; timedelta.total_seconds since 2.7, timezone since 3.2, fold and timespec since 3.6, fromisoformat since 3.7, UTC since 3.11.
Source: https://docs.python.org/3/library/datetime.html
"""

import time as _time
from _datetime_calendar import (
    MINYEAR,
    MAXYEAR,
    _MONTHS,
    _DAYS,
    _before_month,
    _ordinal,
    _from_ordinal,
    _check_date,
    _check_time,
    _offset_text,
    _clock_text,
    _strftime,
    _digits,
    _parse_clock,
)
from _datetime_spans import _rounded, timedelta, timezone, tzinfo
from _era import since


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type %r" % type(zone).__name__)


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
