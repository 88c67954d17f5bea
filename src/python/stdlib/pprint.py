"""Large structures over several lines, each thing no wider than there is room.

In every Python; sets since 2.5, long strings in pieces and `compact` since 3.4, `sort_dicts` and `pp` since 3.8, dataclasses and
`underscore_numbers` since 3.10.
Source: https://docs.python.org/3/library/pprint.html
"""

import sys

from _era import since

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter"]
if since(3, 8):
    __all__.append("pp")


def pprint(object, stream=None, indent=1, width=80, depth=None, **options):
    """Prints an object."""
    PrettyPrinter(indent, width, depth, stream, **options).pprint(object)


def pformat(object, indent=1, width=80, depth=None, **options):
    """The text that `pprint` prints, without the last end of line."""
    return PrettyPrinter(indent, width, depth, **options).pformat(object)


if since(3, 8):

    def pp(object, *args, sort_dicts=False, **kwargs):
        """Prints an object, with its dicts in their own order."""
        pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """`repr`, but things that contain themselves are named by their id."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether the text can be read back with `eval`."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether the object contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _Sortable(object):
    """Things of all types in one order: by value where they can be compared, else by type and place in memory."""

    __slots__ = ["value"]

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _by_key(pair):
    return _Sortable(pair[0]), _Sortable(pair[1])


def _recursion(object):
    return "<Recursion on %s with id=%s>" % (type(object).__name__, id(object))


class _Pieces(object):
    """A stream that keeps what is written."""

    def __init__(self):
        self.pieces = []
        self.write = self.pieces.append


class PrettyPrinter(object):
    """`indent` columns for each level, lines no wider than `width`, levels below `depth` as `...`."""

    if since(3, 10):

        def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
            self._set_up(indent, width, depth, stream, compact, sort_dicts, underscore_numbers)

    elif since(3, 8):

        def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True):
            self._set_up(indent, width, depth, stream, compact, sort_dicts, False)

    elif since(3, 4):

        def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False):
            self._set_up(indent, width, depth, stream, compact, True, False)

    else:

        def __init__(self, indent=1, width=80, depth=None, stream=None):
            self._set_up(indent, width, depth, stream, False, True, False)

    def _set_up(self, indent, width, depth, stream, compact, sort_dicts, underscore_numbers):
        wrong = ValueError if since(3, 5) else AssertionError
        indent, width = int(indent), int(width)
        if indent < 0:
            raise wrong("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise wrong("depth must be > 0")
        if not width:
            raise wrong("width must be != 0")
        self._indent_per_level, self._width, self._depth = indent, width, depth
        self._stream = sys.stdout if stream is None else stream
        self._compact, self._sort_dicts, self._underscore_numbers = bool(compact), sort_dicts, underscore_numbers
        self._readable, self._recursive = True, False

    def pprint(self, object):
        self._format(object, self._stream, 0, 0, {}, 0)
        self._stream.write("\n")

    def pformat(self, object):
        stream = _Pieces()
        self._format(object, stream, 0, 0, {}, 0)
        return "".join(stream.pieces)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """`(text, readable, recursive)` for one line: what a subclass overrides. `context` has the ids of what contains the object."""
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        if not readable:
            self._readable = False
        if recursive:
            self._recursive = True
        return text

    # Several lines. `indent` is the column where the object starts, `allowance` how many characters of its containers follow it on its last line.

    def _format(self, object, stream, indent, allowance, context, level):
        if id(object) in context:
            stream.write(_recursion(object))
            self._recursive, self._readable = True, False
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - (0 if since(3, 5) else 1) - indent - allowance:
            if not since(3) and self._depth and level + 1 > self._depth:
                write = None
            else:
                write = _writers.get(getattr(type(object), "__repr__", None)) or _dataclass_writer(object)
            if write is not None:
                context[id(object)] = 1
                write(self, object, stream, indent, allowance, context, level + 1)
                del context[id(object)]
                return
        stream.write(text)

    def _open(self, stream, text):
        """An opening bracket, and the columns up to the first item."""
        stream.write(text)
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * " ")

    def _format_items(self, items, stream, indent, allowance, context, level):
        """Items one below the other, or as many on a line as fit when `compact`."""
        indent += self._indent_per_level
        between = ",\n" + " " * indent
        separator, room = "", self._width - indent + 1
        left = room
        items = list(items)
        for at, item in enumerate(items):
            last = at == len(items) - 1
            if last:
                room -= allowance
                left -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                needed = len(text) + 2
                if left < needed:
                    left = room
                    separator = separator and between
                if left >= needed:
                    left -= needed
                    stream.write(separator + text)
                    separator = ", "
                    continue
            stream.write(separator)
            separator = between
            self._format(item, stream, indent, allowance if last or not since(3, 5) else 1, context, level)

    def _format_pairs(self, pairs, stream, indent, allowance, context, level):
        """`key: value`, one below the other."""
        indent += self._indent_per_level
        pairs = list(pairs)
        for at, (key, value) in enumerate(pairs):
            last = at == len(pairs) - 1
            text = self._repr(key, context, level) + ": "
            stream.write(text)
            self._format(value, stream, indent + len(text), allowance if last or not since(3, 5) else 1, context, level)
            if not last:
                stream.write(",\n" + " " * indent)

    def _format_fields(self, pairs, stream, indent, allowance, context, level):
        """`name=value`, one below the other."""
        for at, (name, value) in enumerate(pairs):
            last = at == len(pairs) - 1
            stream.write(name + "=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(name) + 1, allowance if last else 1, context, level)
            if not last:
                stream.write(",\n" + " " * indent)

    def _sorted_pairs(self, object):
        return sorted(object.items(), key=_by_key) if self._sort_dicts else list(object.items())

    def _dict(self, object, stream, indent, allowance, context, level):
        self._open(stream, "{")
        self._format_pairs(self._sorted_pairs(object), stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _ordered_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            return stream.write(repr(object))
        start = object.__class__.__name__ + "("
        stream.write(start)
        self._format(list(object.items()), stream, indent + len(start), allowance + 1, context, level)
        stream.write(")")

    def _default_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            return stream.write(repr(object))
        start = object.__class__.__name__ + "("
        indent += len(start)
        stream.write("%s%s,\n%s" % (start, self._repr(object.default_factory, context, level), " " * indent))
        self._dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _counter(self, object, stream, indent, allowance, context, level):
        if not object:
            return stream.write(repr(object))
        start = object.__class__.__name__ + "("
        self._open(stream, start + "{")
        self._format_pairs(object.most_common(), stream, indent + len(start), allowance + 2, context, level)
        stream.write("})")

    def _chain_map(self, object, stream, indent, allowance, context, level):
        if not object.maps:
            return stream.write(repr(object))
        start = object.__class__.__name__ + "("
        indent += len(start)
        stream.write(start)
        for each in object.maps[:-1]:
            self._format(each, stream, indent, 1, context, level)
            stream.write(",\n" + " " * indent)
        self._format(object.maps[-1], stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _mapping_proxy(self, object, stream, indent, allowance, context, level):
        stream.write("mappingproxy(")
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(")")

    def _list(self, object, stream, indent, allowance, context, level):
        self._open(stream, "[")
        self._format_items(object, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _tuple(self, object, stream, indent, allowance, context, level):
        end = ",)" if len(object) == 1 else ")"
        self._open(stream, "(")
        self._format_items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _set(self, object, stream, indent, allowance, context, level):
        if not object:
            return stream.write(repr(object))
        cls = object.__class__
        if not since(3):
            start, end = cls.__name__ + "([", "])"
            indent += len(start) - 1
        elif cls is set:
            start, end = "{", "}"
        else:
            start, end = cls.__name__ + "({", "})"
            indent += len(start) - 1
        self._open(stream, start)
        self._format_items(sorted(object, key=_Sortable), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _deque(self, object, stream, indent, allowance, context, level):
        if not object:
            return stream.write(repr(object))
        start = object.__class__.__name__ + "("
        indent += len(start)
        self._open(stream, start + "[")
        if object.maxlen is None:
            self._format_items(object, stream, indent, allowance + 2, context, level)
            stream.write("])")
        else:
            self._format_items(object, stream, indent, 2, context, level)
            stream.write("],\n%smaxlen=%s)" % (" " * indent, self._repr(object.maxlen, context, level)))

    def _namespace(self, object, stream, indent, allowance, context, level):
        from types import SimpleNamespace

        start = ("namespace" if type(object) is SimpleNamespace else object.__class__.__name__) + "("
        stream.write(start)
        self._format_fields(list(object.__dict__.items()), stream, indent + len(start), allowance, context, level)
        stream.write(")")

    def _dataclass(self, object, stream, indent, allowance, context, level):
        from dataclasses import fields

        start = object.__class__.__name__ + "("
        stream.write(start)
        shown = [(field.name, getattr(object, field.name)) for field in fields(object) if field.repr]
        self._format_fields(shown, stream, indent + len(start), allowance, context, level)
        stream.write(")")

    def _user_data(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    def _bytearray(self, object, stream, indent, allowance, context, level):
        stream.write("bytearray(")
        self._bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(")")

    def _bytes(self, object, stream, indent, allowance, context, level):
        """Four by four, as many as fit on a line."""
        if len(object) <= 4:
            return stream.write(repr(object))
        alone = level == 1
        indent, allowance = indent + alone, allowance + alone
        room, lines, line = self._width - indent, [], b""
        for at in range(0, len(object), 4):
            if at == len(object) // 4 * 4:
                room -= allowance
            if len(repr(line + object[at : at + 4])) > room:
                lines.append(line)
                line = b""
            line += object[at : at + 4]
        self._write_lines([repr(each) for each in lines + [line] if each], stream, indent, alone)

    def _str(self, object, stream, indent, allowance, context, level):
        """Line by line, and where a line is too long, word by word."""
        if not object:
            return stream.write(repr(object))
        alone = level == 1
        indent, allowance = indent + alone, allowance + alone
        room, texts = self._width - indent, []
        lines = object.splitlines(True)
        for at, line in enumerate(lines):
            end = room - (allowance if at == len(lines) - 1 else 0)
            if len(repr(line)) <= end:
                texts.append(repr(line))
            else:
                texts += _wrapped(line, room, end)
        self._write_lines(texts, stream, indent, alone and len(texts) > 1)

    def _write_lines(self, texts, stream, indent, parentheses):
        text = ("\n" + " " * indent).join(texts)
        stream.write("(%s)" % text if parentheses else text)

    # One line.

    def _safe_repr(self, object, context, maxlevels, level):
        """`(text, readable, recursive)`: the text of containers of the plain kind is made item by item."""
        cls = type(object)
        if cls in _scalars:
            return repr(object), True, False
        its_repr = getattr(cls, "__repr__", None)
        if issubclass(cls, int) and its_repr is int.__repr__:
            return "{:_d}".format(object) if self._underscore_numbers else repr(object), True, False
        if its_repr in _brackets:
            return self._container_repr(object, _brackets[its_repr], context, maxlevels, level)
        text = repr(object)
        return text, bool(text) and not text.startswith("<"), False

    def _container_repr(self, object, brackets, context, maxlevels, level):
        if brackets == "(%s)" and len(object) == 1:
            brackets = "(%s,)"
        if not object:
            return brackets % "", True, False
        if maxlevels and level >= maxlevels:
            return brackets % "...", False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive = True, False

        def text(item):
            nonlocal readable, recursive
            shown, item_readable, item_recursive = self.format(item, context, maxlevels, level + 1)
            readable = readable and item_readable
            recursive = recursive or item_recursive
            return shown

        if brackets == "{%s}":
            pieces = ["%s: %s" % (text(key), text(value)) for key, value in self._sorted_pairs(object)]
        else:
            pieces = [text(item) for item in object]
        del context[id(object)]
        return brackets % ", ".join(pieces), readable, recursive


def _wrapped(line, room, end):
    """The reprs of parts of a line, broken after white space: each within `room`, the last within `end`."""
    import re

    words = re.findall(r"\S*\s*", line)[:-1]
    texts, part = [], ""
    for at, word in enumerate(words):
        if len(repr(part + word)) > (end if at == len(words) - 1 else room):
            if part:
                texts.append(repr(part))
            part = word
        else:
            part += word
    return texts + [repr(part)] if part else texts


_scalars = {str, bytes, float, complex, bool, type(None)}
if since(2, 6):
    _scalars.add(bytearray)
_brackets = {dict.__repr__: "{%s}", list.__repr__: "[%s]", tuple.__repr__: "(%s)"}

# By the `__repr__` of a type, so that a subclass with its own is left alone.
_writers = {dict.__repr__: PrettyPrinter._dict, list.__repr__: PrettyPrinter._list, tuple.__repr__: PrettyPrinter._tuple}
_writers[set.__repr__] = _writers[frozenset.__repr__] = PrettyPrinter._set
PrettyPrinter._dispatch = _writers


def _dataclass_writer(object):
    return None


def _more_writers():
    import collections
    import types

    _writers[str.__repr__] = PrettyPrinter._str
    _writers[collections.OrderedDict.__repr__] = PrettyPrinter._ordered_dict
    if since(3, 5):
        _writers[bytes.__repr__] = PrettyPrinter._bytes
        _writers[bytearray.__repr__] = PrettyPrinter._bytearray
        _writers[types.MappingProxyType.__repr__] = PrettyPrinter._mapping_proxy
        _writers[collections.defaultdict.__repr__] = PrettyPrinter._default_dict
        _writers[collections.Counter.__repr__] = PrettyPrinter._counter
        _writers[collections.ChainMap.__repr__] = PrettyPrinter._chain_map
        _writers[collections.deque.__repr__] = PrettyPrinter._deque
        for cls in (collections.UserDict, collections.UserList, collections.UserString):
            _writers[cls.__repr__] = PrettyPrinter._user_data
    if since(3, 9):
        _writers[types.SimpleNamespace.__repr__] = PrettyPrinter._namespace


if since(3, 4):
    _more_writers()

if since(3, 10):

    def _dataclass_writer(object):
        """For instances of a dataclass whose `__repr__` was made for it."""
        parameters = getattr(type(object), "__dataclass_params__", None)
        made = getattr(getattr(object, "__repr__", None), "__wrapped__", None)
        if parameters is not None and parameters.repr and getattr(made, "__globals__", {}).get("__name__") == "dataclasses":
            return PrettyPrinter._dataclass
        return None
