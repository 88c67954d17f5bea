"""How a fraction is shown by `format`: as a decimal number with any number of exact digits, or as `numerator/denominator`.

Part of `fractions`: the types e, f, g and % since 3.12, the empty type since 3.13.
Source: https://docs.python.org/3/library/fractions.html#fractions.Fraction.__format__
"""

import re

from _era import since

_frame = r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)"
_as_fraction = re.compile(_frame + r"(?P<alt>#?)(?P<width>0|[1-9][0-9]*)?(?P<grouping>[,_]?)", re.DOTALL).fullmatch
_as_number = re.compile(
    _frame
    + r"(?P<positive_zero>z?)(?P<alt>#?)(?P<zeros>0(?=[0-9]))?(?P<width>0|[1-9][0-9]*)?(?P<grouping>[,_]?)(?:\.(?P<precision>0|[1-9][0-9]*))?(?P<type>[eEfFgG%])",
    re.DOTALL,
).fullmatch


def shown(value, spec):
    """The text of a fraction. Raises ValueError for a specification that fits neither way."""
    if since(3, 13):
        found = _as_fraction(spec)
        if found:
            return _fraction(value, found)
    elif not spec:
        return str(value)
    found = _as_number(spec)
    if not found or (found["align"] is not None and found["zeros"] is not None):
        raise ValueError("Invalid format specifier %r for object of type %r" % (spec, type(value).__name__))
    return _number(value, found)


def _padded(sign, body, found, fill):
    padding = fill * (int(found["width"] or 0) - len(sign) - len(body))
    align = found["align"] or ">"
    if align == "<":
        return sign + body + padding
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return padding + sign + body if align == ">" else sign + padding + body


def _fraction(value, found):
    n, d = value.numerator, value.denominator
    grouping = found["grouping"]
    body = format(abs(n), grouping)
    if d > 1 or found["alt"]:
        body += "/" + format(d, grouping)
    sign = "-" if n < 0 else found["sign"].replace("-", "")
    return _padded(sign, body, found, found["fill"] or " ")


def _number(value, found):
    n, d, kind = value.numerator, value.denominator, found["type"]
    precision = int(found["precision"] or "6")
    if kind in "fF%":
        exponent = -precision - (2 if kind == "%" else 0)
        negative, digits = _rounded(n, d, exponent)
        if found["positive_zero"] and digits == 0:
            negative = False
        scientific, point = False, precision
    else:
        figures = max(precision, 1) if kind in "gG" else precision + 1
        negative, digits, exponent = _figures(n, d, figures)
        scientific = kind in "eE" or exponent > 0 or exponent + figures <= -4
        point = figures - 1 if scientific else -exponent
    if kind == "%":
        suffix = "%"
    else:
        suffix = "%s%+03d" % ("E" if kind in "EFG" else "e", exponent + point) if scientific else ""
    digits = str(digits).zfill(point + 1)
    whole, part = digits[: len(digits) - point], digits[len(digits) - point :]
    if kind in "gG" and not found["alt"]:
        part = part.rstrip("0")
    end = ("." if part or found["alt"] else "") + part + suffix
    sign = "-" if negative else found["sign"].replace("-", "")
    fill = found["fill"] or " "
    if found["zeros"] or (found["align"] == "=" and fill == "0"):
        room = int(found["width"] or 0) - len(sign) - len(end)
        whole = whole.zfill(3 * room // 4 + 1 if found["grouping"] else room)
    if found["grouping"]:
        first = 1 + (len(whole) - 1) % 3
        whole = found["grouping"].join([whole[:first]] + [whole[at : at + 3] for at in range(first, len(whole), 3)])
    return _padded(sign, whole + end, found, fill)


def _rounded(n, d, exponent):
    """`(negative, how many times 10**exponent)`, half to even."""
    if exponent >= 0:
        d *= 10**exponent
    else:
        n *= 10**-exponent
    quotient, rest = divmod(n + (d >> 1), d)
    if rest == 0 and d & 1 == 0:
        quotient &= -2
    return n < 0, abs(quotient)


def _figures(n, d, figures):
    """`(negative, digits, exponent)` with so many figures."""
    if n == 0:
        return False, 0, 1 - figures
    above, below = str(abs(n)), str(d)
    exponent = len(above) - len(below) + (below <= above) - figures
    negative, digits = _rounded(n, d, exponent)
    if len(str(digits)) == figures + 1:
        digits //= 10
        exponent += 1
    return negative, digits, exponent
