"""Regular expressions: patterns, matches, and the functions that compile and use a pattern at once.

The patterns themselves are read and matched by the native module _sre. Since 1.5; `fullmatch` since 3.4, flags as RegexFlag since 3.6,
`Pattern` and `Match` since 3.8, NOFLAG and atomic groups since 3.11, PatternError since 3.13.
Source: https://docs.python.org/3/library/re.html
"""

import _sre
from _era import since

if since(3, 6):
    import enum

    class RegexFlag(enum.IntFlag):
        NOFLAG = 0
        if not since(3, 13):
            TEMPLATE = T = 1
        IGNORECASE = I = 2
        LOCALE = L = 4
        MULTILINE = M = 8
        DOTALL = S = 16
        UNICODE = U = 32
        VERBOSE = X = 64
        DEBUG = 128
        ASCII = A = 256

        def __repr__(self):
            value = int(self)
            names = [flag for flag in _FLAG_NAMES if value & _FLAG_NAMES[flag]]
            rest = value
            for flag in names:
                rest &= ~_FLAG_NAMES[flag]
            if value < 0:
                inner = RegexFlag(~value)
                text = repr(inner)
                return "~(%s)" % text if "|" in text else "~" + text
            parts = ["re." + flag for flag in names]
            if rest:
                parts.append(hex(rest))
            return "|".join(parts) or "re.NOFLAG"

        __str__ = object.__str__

    _FLAG_NAMES = {
        "ASCII": 256, "IGNORECASE": 2, "LOCALE": 4, "UNICODE": 32, "MULTILINE": 8, "DOTALL": 16, "VERBOSE": 64, "DEBUG": 128,
    }
    if not since(3, 13):
        _FLAG_NAMES["TEMPLATE"] = 1
    _flag = RegexFlag
else:
    _flag = int

IGNORECASE = I = _flag(2)
LOCALE = L = _flag(4)
MULTILINE = M = _flag(8)
DOTALL = S = _flag(16)
VERBOSE = X = _flag(64)
UNICODE = U = _flag(32)
DEBUG = _flag(128)
if since(3):
    ASCII = A = _flag(256)
if since(3, 11):
    NOFLAG = _flag(0)
if not since(3, 13):
    TEMPLATE = T = _flag(1)


class error(Exception):
    """A pattern that is no regular expression: what is wrong (`msg`), with which pattern, and where (`pos`, `lineno`, `colno`)."""

    if since(3, 5):

        def __init__(self, msg, pattern=None, pos=None):
            self.msg = msg
            self.pattern = pattern
            self.pos = pos
            self.lineno = self.colno = None
            if pattern is not None and pos is not None:
                newline = "\n" if isinstance(pattern, str) else b"\n"
                self.lineno = pattern.count(newline, 0, pos) + 1
                self.colno = pos - pattern.rfind(newline, 0, pos)
                msg = "%s at position %d" % (msg, pos)
                if newline in pattern:
                    msg = "%s (line %d, column %d)" % (msg, self.lineno, self.colno)
            super().__init__(msg)

    else:

        def __init__(self, msg, pattern=None, pos=None):
            Exception.__init__(self, msg)


error.__module__ = "re" if since(3, 5) else "sre_constants"
if since(3, 13):
    error.__name__ = error.__qualname__ = "PatternError"
    PatternError = error
Pattern = _sre.Pattern
Match = _sre.Match

_cache = {}
_MOST = 512


def _compile(pattern, flags):
    if since(3, 6) and isinstance(flags, RegexFlag):
        flags = flags.value
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    compiled = _sre.compile(pattern, flags, error)
    if not flags & 128:
        if len(_cache) >= _MOST:
            if since(3, 7):
                del _cache[next(iter(_cache))]
            else:
                _cache.clear()
        _cache[key] = compiled
    return compiled


def compile(pattern, flags=0):
    "Compile a regular expression pattern, returning a Pattern object."
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    """The match at the start of the string, or None."""
    return _compile(pattern, flags).match(string)


def search(pattern, string, flags=0):
    """The first match in the string, or None."""
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    """All matches that do not overlap: their text, or their groups if the pattern has any."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """All matches that do not overlap, one after the other."""
    return _compile(pattern, flags).finditer(string)


if since(3, 4):

    def fullmatch(pattern, string, flags=0):
        """The match of the whole string, or None."""
        return _compile(pattern, flags).fullmatch(string)


if since(3, 13):

    class _Absent(int):
        pass

    _absent = _Absent(0)

    def sub(pattern, repl, string, *args, count=_absent, flags=_absent):
        """The string with its matches replaced: by a template, or by what a function of the match returns."""
        count, flags = _positional("sub", args, count, flags)
        return _compile(pattern, flags).sub(repl, string, count)

    def subn(pattern, repl, string, *args, count=_absent, flags=_absent):
        """Like sub, but a tuple of the new string and the number of replacements."""
        count, flags = _positional("subn", args, count, flags)
        return _compile(pattern, flags).subn(repl, string, count)

    def split(pattern, string, *args, maxsplit=_absent, flags=_absent):
        """The pieces of the string between the matches, with the pattern's groups among them."""
        maxsplit, flags = _positional("split", args, maxsplit, flags, "maxsplit", 2)
        return _compile(pattern, flags).split(string, maxsplit)

    def _positional(function, args, count, flags, name="count", before=3):
        """What was given by position although it should be given by name: still taken, with a warning."""
        if args:
            if count is not _absent:
                raise TypeError("%s() got multiple values for argument %r" % (function, name))
            count, *args = args
            if args:
                if flags is not _absent:
                    raise TypeError("%s() got multiple values for argument 'flags'" % function)
                flags, *args = args
                if args:
                    raise TypeError("%s() takes from %d to %d positional arguments but %d were given" % (function, before, before + 2, before + 2 + len(args)))
            import warnings

            warnings.warn("'%s' is passed as positional argument" % name, DeprecationWarning, stacklevel=3)
        return count, flags

    sub.__text_signature__ = subn.__text_signature__ = "(pattern, repl, string, count=0, flags=0)"
    split.__text_signature__ = "(pattern, string, maxsplit=0, flags=0)"

else:

    def sub(pattern, repl, string, count=0, flags=0):
        """The string with its matches replaced: by a template, or by what a function of the match returns."""
        return _compile(pattern, flags).sub(repl, string, count)

    def subn(pattern, repl, string, count=0, flags=0):
        """Like sub, but a tuple of the new string and the number of replacements."""
        return _compile(pattern, flags).subn(repl, string, count)

    def split(pattern, string, maxsplit=0, flags=0):
        """The pieces of the string between the matches, with the pattern's groups among them."""
        return _compile(pattern, flags).split(string, maxsplit)


def purge():
    """Forgets the compiled patterns."""
    _cache.clear()


_SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"


def escape(pattern):
    """A pattern that matches this text and nothing else. Before 3.7 everything but letters, digits (and from 3.3 on `_`) was escaped."""
    if isinstance(pattern, str):
        return "".join([_escaped(c) for c in pattern])
    if since(3):
        return "".join([_escaped(c) for c in str(pattern, "latin1")]).encode("latin1")
    return type(pattern)("").join([_escaped(c) for c in pattern])


def _escaped(c):
    if since(3, 7):
        return "\\" + c if c in _SPECIAL else c
    if c == "\0":
        return "\\000"
    plain = "a" <= c <= "z" or "A" <= c <= "Z" or "0" <= c <= "9" or (c == "_" and since(3, 3))
    return c if plain else "\\" + c


class Scanner:
    """Cuts text into tokens: for each of a lexicon of (pattern, action), what the action makes of its matches."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.firsts = []
        first = 1
        for phrase, action in lexicon:
            self.firsts.append(first)
            first += _compile(phrase, flags).groups + 1
        self.scanner = _compile("|".join(["(%s)" % phrase for phrase, action in lexicon]), flags)

    def scan(self, string):
        result = []
        at = 0
        step = self.scanner.scanner(string).match
        while True:
            match = step()
            if not match or match.end() == at:
                return result, string[at:]
            at = match.end()
            for first, (phrase, action) in zip(self.firsts, self.lexicon):
                if match.start(first) >= 0:
                    break
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                result.append(action)


__all__ = ["match", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape", "error"]
__all__ += ["I", "L", "M", "S", "X", "U", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE"]
if since(3):
    __all__ += ["A", "ASCII"]
if since(3, 4):
    __all__ += ["fullmatch"]
if since(3, 8):
    __all__ += ["Pattern", "Match"]
if since(3, 11):
    __all__ += ["NOFLAG", "RegexFlag"]
if since(3, 13):
    __all__ += ["PatternError"]
