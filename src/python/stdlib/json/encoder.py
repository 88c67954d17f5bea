"""Values → JSON text. Source: https://docs.python.org/3/library/json.html#json.JSONEncoder"""

from _era import since

__all__ = ["JSONEncoder"]
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_text = str if since(3) else (str, type("".decode("ascii")))
_int = int if since(3) else (int, type(1 << 80))


def _quote(text, ascii_only):
    """A JSON string."""
    if not since(3) and isinstance(text, str):
        text = text.decode("utf-8")
    out = []
    for c in text:
        code = ord(c)
        if c in _SHORT:
            out.append(_SHORT[c])
        elif code < 32 or code > 126 and ascii_only:
            if code > 0xFFFF:
                code -= 0x10000
                out.append("\\u%04x\\u%04x" % (0xD800 | code >> 10, 0xDC00 | code & 0x3FF))
            elif code == 127:
                out.append(c)
            else:
                out.append("\\u%04x" % code)
        else:
            out.append(c)
    return '"' + "".join(out) + '"' if since(3) or not ascii_only else str('"' + "".join(out) + '"')


class JSONEncoder(object):
    """Writes JSON; a subclass or `default` says what to write for other types."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None, encoding=None):
        self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan = skipkeys, ensure_ascii, check_circular, allow_nan
        self.sort_keys, self.indent = sort_keys, indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None and since(3, 4):
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """What to write instead of `o`. Errors: TypeError."""
        if not since(3, 6):
            raise TypeError(repr(o) + " is not JSON serializable")
        raise TypeError("Object of type %s is not JSON serializable" % ((type(o).__name__ if since(3, 7) else repr(type(o).__name__))))

    def encode(self, o):
        return "".join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        """The text piece by piece."""
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return self._value(o, 0, indent, {} if self.check_circular else None)

    def _float(self, x):
        text = "NaN" if x != x else "Infinity" if x == float("inf") else "-Infinity" if x == float("-inf") else None
        if text is None:
            return float.__repr__(x)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant" + (": " + repr(x) if since(3, 12) else ""))
        return text

    def _scalar(self, o):
        """The text of a value that has no parts, or None."""
        if isinstance(o, _text):
            return _quote(o, self.ensure_ascii)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, _int):
            return int.__repr__(o) if since(3) else str(o)
        return self._float(o) if isinstance(o, float) else None

    def _key(self, key):
        """The text of a key, or None where it is to be skipped."""
        if isinstance(key, _text):
            return key
        text = self._scalar(key)
        if text is None and not self.skipkeys:
            if not since(3, 7):
                raise TypeError("keys must be a string" if since(3) else "key " + repr(key) + " is not a string")
            raise TypeError("keys must be str, int, float, bool or None, not " + type(key).__name__)
        return text

    def _value(self, o, level, indent, seen):
        text = self._scalar(o)
        if text is not None:
            yield text
            return
        if seen is not None:
            if id(o) in seen:
                raise ValueError("Circular reference detected")
            seen[id(o)] = o
        try:
            if isinstance(o, (list, tuple)):
                pieces = self._items("[]", ((None, item) for item in o), level, indent, seen)
            elif isinstance(o, dict):
                items = sorted(o.items()) if self.sort_keys else o.items()
                pieces = self._items("{}", self._pairs(items), level, indent, seen)
            else:
                pieces = self._value(self.default(o), level, indent, seen)
            for piece in pieces:
                yield piece
        except Exception as e:
            if since(3, 14):
                e.add_note("when serializing %s object" % type(o).__name__)
            raise
        if seen is not None:
            del seen[id(o)]

    def _pairs(self, items):
        for key, value in items:
            text = self._key(key)
            if text is not None:
                yield text, value

    def _items(self, brackets, items, level, indent, seen):
        """What stands between brackets, each item on a line of its own if there is an indent."""
        line = "" if indent is None else "\n" + indent * (level + 1)
        empty = True
        for key, value in items:
            yield (brackets[0] if empty else self.item_separator) + line
            empty = False
            if key is not None:
                yield _quote(key, self.ensure_ascii) + self.key_separator
            for piece in self._value(value, level + 1, indent, seen):
                yield piece
        if empty:
            yield brackets
        else:
            yield ("" if indent is None else "\n" + indent * level) + brackets[1]
