"""Floats in hexadecimal, exactly: what `float.hex` and `float.fromhex` answer.

Source: https://docs.python.org/3/library/stdtypes.html#float.hex
"""

from math import frexp
from operator import truediv

_DIGITS = "0123456789abcdef"
_LEAST = -1074  # the exponent of the last bit that a float can have


def to_hex(x):
    """The text of a float."""
    if x != x:
        return "nan"
    if x in (float("inf"), float("-inf")):
        return "inf" if x > 0 else "-inf"
    fraction, exponent = frexp(abs(x))
    sign = "-" if str(x)[0] == "-" else ""
    if not fraction:
        return sign + "0x0.0p+0"
    bits, exponent = int(fraction * 2**53), exponent - 1
    if exponent < -1022:
        bits, exponent = bits >> -1022 - exponent, -1022
    return "%s0x%d.%013xp%+d" % (sign, bits >> 52, bits & 2**52 - 1, exponent)


def from_hex(text):
    """The float of a text; None if it is none, True if it is too large."""
    text = text.strip(" \t\n\v\f\r").lower()
    sign = -1.0 if text[:1] == "-" else 1.0
    if text[:1] in ("+", "-"):
        text = text[1:]
    if text in ("inf", "infinity", "nan"):
        return sign * float(text)
    if text[:2] == "0x":
        text = text[2:]
    digits, exponent = text, 0
    if "p" in text:
        digits, power = text.split("p", 1)
        places = power[power[:1] in ("+", "-") :]
        if not places or [c for c in places if c not in _DIGITS[:10]]:
            return None
        exponent = int(power)
    whole, dot, part = digits.partition(".")
    digits = whole + part
    if not digits or [c for c in digits if c not in _DIGITS]:
        return None
    number = _scaled(int(digits, 16), exponent - 4 * len(part))
    return number if number is True else sign * number


def _scaled(n, exponent):
    """n times a power of two, rounded once, as the division of whole numbers is; True if it is too large."""
    digits = len("%x" % n)
    if not n or 4 * digits + exponent < _LEAST - 10:
        return 0.0
    if 4 * (digits - 1) + exponent > 1025:
        return True
    try:
        return float(n << exponent) if exponent >= 0 else truediv(n, 1 << -exponent)
    except OverflowError:
        return True
