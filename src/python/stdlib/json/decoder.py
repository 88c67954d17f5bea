"""JSON text → values. Source: https://docs.python.org/3/library/json.html#json.JSONDecoder"""

from _era import since

__all__ = ["JSONDecoder"] + ["JSONDecodeError"] * since(3, 5)
_SPACE = " \t\n\r"
_DIGITS = "0123456789"
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CONSTANTS = {"null": None, "true": True, "false": False}
_NUMBERS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}


class JSONDecodeError(ValueError):
    """A text that is no JSON: what is wrong (`msg`), in which text (`doc`), and where (`pos`, `lineno`, `colno`)."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_character = chr if since(3) else lambda code: ("\\u%04x" % code).decode("unicode-escape")


class JSONDecoder(object):
    """Reads JSON; the hooks may make other values of its objects and numbers."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None, encoding=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _NUMBERS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The value of a text that is JSON from end to end."""
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value that begins at `idx`, and where it ends."""
        if idx < 0:
            raise ValueError("idx cannot be negative")
        return self._value(s, idx, {})

    def _value(self, s, at, keys):
        first = s[at : at + 1]
        if first == '"':
            return self._string(s, at + 1)
        if first == "{":
            return self._object(s, at, keys)
        if first == "[":
            return self._array(s, at, keys)
        for word, value in _CONSTANTS.items():
            if s.startswith(word, at):
                return value, at + len(word)
        if first and (first in _DIGITS or first == "-"):
            end = at + (first == "-")
            start = end
            end = start + 1 if s[start : start + 1] == "0" else _digits(s, start)
            if end > start and s[start] in _DIGITS:
                return self._number(s, at, end)
        for word in _NUMBERS:
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        raise JSONDecodeError("Expecting value", s, at)

    def _number(self, s, at, end):
        whole = True
        if s[end : end + 1] == ".":
            after = _digits(s, end + 1)
            if after > end + 1:
                whole, end = False, after
        if s[end : end + 1] in ("e", "E"):
            start = end + 2 if s[end + 1 : end + 2] in ("+", "-") else end + 1
            after = _digits(s, start)
            if after > start:
                whole, end = False, after
        return (self.parse_int if whole else self.parse_float)(s[at:end]), end

    def _string(self, s, at):
        """The text of a string whose opening quote is just before `at`."""
        begin = at - 1
        pieces = []
        start = at
        while True:
            c = s[at : at + 1]
            if not c:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            if c == '"':
                pieces.append(s[start:at])
                text = "".join(pieces)
                return text if since(3) or not isinstance(text, str) else text.decode("utf-8"), at + 1
            if c == "\\":
                pieces.append(s[start:at])
                piece, at = self._escape(s, at, begin)
                pieces.append(piece)
                start = at
            elif c < " " and self.strict:
                raise JSONDecodeError("Invalid control character at", s, at)
            else:
                at += 1

    def _escape(self, s, at, begin):
        c = s[at + 1 : at + 2]
        if not c:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if c != "u":
            if c not in _ESCAPES:
                raise JSONDecodeError("Invalid \\escape", s, at)
            return _ESCAPES[c], at + 2
        code = _hex(s, at + 2)
        at += 6
        if 0xD800 <= code <= 0xDBFF and s[at : at + 2] == "\\u":
            low = _hex(s, at + 2)
            if 0xDC00 <= low <= 0xDFFF:
                return _character(0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)), at + 6
        return _character(code), at

    def _array(self, s, at, keys):
        values = []
        at = _skip(s, at + 1)
        if s[at : at + 1] == "]":
            return values, at + 1
        while True:
            value, at = self._value(s, at, keys)
            values.append(value)
            at = _skip(s, at)
            c = s[at : at + 1]
            if c == "]":
                return values, at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at : at + 1] == "]" and since(3, 13):
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)

    def _object(self, s, at, keys):
        pairs = []
        at = _skip(s, at + 1)
        if s[at : at + 1] != "}":
            while True:
                if s[at : at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
                key, at = self._string(s, at + 1)
                key = keys.setdefault(key, key)
                at = _skip(s, at)
                if s[at : at + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self._value(s, _skip(s, at + 1), keys)
                pairs.append((key, value))
                at = _skip(s, at)
                c = s[at : at + 1]
                if c == "}":
                    break
                if c != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                comma = at
                at = _skip(s, at + 1)
                if s[at : at + 1] == "}" and since(3, 13):
                    raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at + 1
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made), at + 1


def _skip(s, at):
    """The first place from `at` on that is no space."""
    while s[at : at + 1] and s[at] in _SPACE:
        at += 1
    return at


def _digits(s, at):
    while s[at : at + 1] and s[at] in _DIGITS:
        at += 1
    return at


def _hex(s, at):
    digits = s[at : at + 4]
    if len(digits) < 4 or not all(c in "0123456789abcdefABCDEF" for c in digits):
        raise JSONDecodeError("Invalid \\uXXXX escape", s, at - 1)
    return int(digits, 16)
