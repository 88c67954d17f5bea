"""What `time.strptime` reads out of a text: in no program's way until one calls it.

Source: https://docs.python.org/3/library/time.html#time.strptime.
"""

import re
import sys

_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_PATTERNS = {
    "d": "3[01]|[12][0-9]|0?[1-9]| [1-9]",
    "H": "2[0-3]|[01][0-9]|[0-9]",
    "I": "1[0-2]|0?[1-9]",
    "j": "36[0-6]|3[0-5][0-9]|[12][0-9][0-9]|0?[1-9][0-9]|0?0?[1-9]",
    "m": "1[0-2]|0?[1-9]",
    "M": "[0-5][0-9]|[0-9]",
    "S": "6[01]|[0-5][0-9]|[0-9]",
    "w": "[0-6]",
    "y": "[0-9][0-9]",
    "Y": "[0-9][0-9][0-9][0-9]",
    "f": "[0-9]{1,6}",
    "p": "am|pm",
    "z": "[+-][0-9][0-9]:?[0-5][0-9](?::?[0-5][0-9])?|Z",
    "Z": "utc|gmt",
    "a": "|".join([day[:3] for day in _DAYS]),
    "A": "|".join(_DAYS),
    "b": "|".join([month[:3] for month in _MONTHS]),
    "B": "|".join(_MONTHS),
}
_COMPOSITE = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_newest = sys.version_info >= (3, 14)
if _newest:
    _COMPOSITE.update({"D": "%m/%d/%y", "T": "%H:%M:%S", "R": "%H:%M"})


def _day_number(year, month, day):
    """Days since the first of January 1970."""
    year, month = (year - 1, month + 9) if month <= 2 else (year, month - 3)
    of_year = (153 * month + 2) // 5 + day - 1
    return year * 365 + year // 4 - year // 100 + year // 400 + of_year - 719468


def _length(year, month):
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    return _day_number(after[0], after[1], 1) - _day_number(year, month, 1)


def _offset(text):
    """Seconds of `+0100`, `-02:30`, `Z`."""
    if text.upper() == "Z":
        return 0
    digits = text[1:].replace(":", "")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    return -seconds if text[0] == "-" else seconds


def _place(names, text):
    for i in range(len(names)):
        if names[i].lower().startswith(text.lower()):
            return i


def parse(text, pattern):
    """(the nine fields, zone or None, offset or None), or the message of the ValueError."""
    full = pattern
    for directive, meaning in _COMPOSITE.items():
        full = full.replace("%" + directive, meaning)
    source, i = "", 0
    while i < len(full):
        c = full[i]
        if c == "%":
            i += 1
            if i == len(full):
                return "stray %% in format '%s'" % pattern
            if full[i] == "%":
                source += "%"
            elif full[i] in _PATTERNS:
                source += "(?P<%s>%s)" % (full[i], _PATTERNS[full[i]])
            else:
                return "'%s' is a bad directive in format '%s'" % (full[i], pattern)
        elif c.isspace():
            if not source.endswith(r"\s+"):
                source += r"\s+"
        else:
            source += "\\" + c if c in "\\^$.*+?()[]{}|" else c
        i += 1
    found = re.compile(source, re.IGNORECASE).match(text)
    if found is None:
        return "time data %r does not match format %r" % (text, pattern)
    if found.end() != len(text):
        return "unconverted data remains: " + text[found.end():]
    given = found.groupdict()
    get = given.get
    year = int(get("Y") or 1900)
    if "y" in given:
        year = int(given["y"]) + (2000 if int(given["y"]) <= 68 else 1900)
    if year == 0:
        return "year 0 is out of range" if sys.version_info >= (3,) else "year is out of range"
    month = int(get("m") or 1)
    for key in "bB":
        if key in given:
            month = _place(_MONTHS, given[key]) + 1
    day = int(get("d") or 1)
    hour = int(get("H") or 0)
    if "I" in given:
        hour = int(given["I"]) % 12 + (12 if (get("p") or "").lower() == "pm" else 0)
    if "j" in given:
        month, day = 1, int(given["j"])
        while day > _length(year, month):
            day -= _length(year, month)
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    elif day > _length(year, month):
        if _newest:
            return "day %d must be in range 1..%d for month %d in year %d" % (day, _length(year, month), month, year)
        return "day is out of range for month"
    days = _day_number(year, month, day)
    of_year = days - _day_number(year, 1, 1) + 1
    # The day of the week is what the text says, be it right or not.
    weekday = (int(given["w"]) + 6) % 7 if "w" in given else (days + 3) % 7
    for key in "aA":
        if key in given:
            weekday = _place(_DAYS, given[key])
    fields = (year, month, day, hour, int(get("M") or 0), int(get("S") or 0), weekday, of_year, 0 if "Z" in given else -1)
    return fields, get("Z"), _offset(given["z"]) if "z" in given else None
