"""What the classes of `datetime` calculate and write: days and dates, checks of numbers, texts in ISO format and by `strftime`.

Part of `datetime`.
Source: https://docs.python.org/3/library/datetime.html
"""

import time
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
    return time.strftime("".join(out), timetuple)


def _digits(text, low, high):
    part = text[low:high]
    if len(part) != high - low or not (part.isascii() and part.isdigit()):
        raise ValueError("not a number: %r" % part)
    return int(part)


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
