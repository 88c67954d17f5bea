"""Character classes, templates, and the machinery of `str.format` to build on.

In every Python; `Template` since 2.4 (PEP 292), `Formatter` since 2.6 (PEP 3101). Functions such as `string.join` are of 1.5.2 and 2.x.
Source: https://docs.python.org/3/library/string.html
"""

import sys

_version = sys.version_info[:2]

whitespace = " \t\n\r\v\f" if _version >= (3, 0) else "\t\n\x0b\x0c\r "
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + " \t\n\r\v\f"

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
           "punctuation", "whitespace"]


def capwords(s, sep=None):
    """Each word capitalized; without a separator, runs of whitespace become one space."""
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


if _version < (3, 0):
    from strop import *
    from strop import maketrans

    lowercase, uppercase = ascii_lowercase, ascii_uppercase
    letters = lowercase + uppercase
    index_error = atoi_error = atof_error = ValueError

    def split(s, sep=None, maxsplit=-1):
        return s.split(sep, maxsplit)

    splitfields = split

    def rsplit(s, sep=None, maxsplit=-1):
        return s.rsplit(sep, maxsplit)

    def join(words, sep=" "):
        return sep.join(words)

    joinfields = join

    def lower(s):
        return s.lower()

    def upper(s):
        return s.upper()

    def swapcase(s):
        return s.swapcase()

    def capitalize(s):
        return s.capitalize()

    def strip(s, chars=None):
        return s.strip(chars)

    def lstrip(s, chars=None):
        return s.lstrip(chars)

    def rstrip(s, chars=None):
        return s.rstrip(chars)

    def find(s, *args):
        return s.find(*args)

    def rfind(s, *args):
        return s.rfind(*args)

    def index(s, *args):
        return s.index(*args)

    def rindex(s, *args):
        return s.rindex(*args)

    def count(s, *args):
        return s.count(*args)

    def replace(s, old, new, maxreplace=-1):
        return s.replace(old, new, maxreplace)

    def translate(s, table, deletions=""):
        return s.translate(table, deletions) if deletions or table is None else s.translate(table)

    def expandtabs(s, tabsize=8):
        return s.expandtabs(tabsize)

    def ljust(s, width, *args):
        return s.ljust(width, *args)

    def rjust(s, width, *args):
        return s.rjust(width, *args)

    def center(s, width, *args):
        return s.center(width, *args)

    def zfill(x, width):
        return (x if isinstance(x, (str, unicode)) else repr(x)).zfill(width)

    def atoi(s, base=10):
        return int(s, base)

    def atol(s, base=10):
        return long(s, base)

    def atof(s):
        return float(s)

    if _version < (2, 0):
        # Strings had no methods yet.
        from strop import *


if _version >= (2, 4):
    __all__ += ["Template"]

    def _compiled(cls):
        """The pattern of a template class: what follows the delimiter is another one, a name, a name in braces, or a mistake."""
        import re

        pattern = cls.__dict__.get("pattern")
        if pattern is None or isinstance(pattern, _Pattern):
            name = cls.idpattern
            braced = getattr(cls, "braceidpattern", None) or name
            pattern = r"%(d)s(?:(?P<escaped>%(d)s)|(?P<named>%(name)s)|{(?P<braced>%(braced)s)}|(?P<invalid>))" % {
                "d": re.escape(cls.delimiter),
                "name": name,
                "braced": braced,
            }
        if isinstance(pattern, (str, type(""))):
            pattern = re.compile(pattern, cls.flags | re.VERBOSE)
        return pattern

    class _Pattern(object):
        """Compiles the pattern when it is first asked for, so that a template costs `re` only where one is used."""

        def __get__(self, instance, owner):
            compiled = owner.__dict__.get("_compiled")
            if compiled is None:
                compiled = owner._compiled = _compiled(owner)
            return compiled

    class Template(object):
        """A string with `$name` where values go."""

        delimiter = "$"
        idpattern = r"(?a:[_a-z][_a-z0-9]*)" if _version >= (3, 6) else r"[_a-z][_a-z0-9]*"
        braceidpattern = None
        flags = 2
        pattern = _Pattern()

        if _version >= (3, 6):

            def __init_subclass__(cls):
                super().__init_subclass__()
                cls.pattern = _compiled(cls)

        def __init__(self, template):
            self.template = template

        def _raise_invalid(self, match):
            at = match.start("invalid")
            lines = self.template[:at].splitlines(True)
            if lines:
                column, line = at - len("".join(lines[:-1])), len(lines)
            else:
                column, line = 1, 1
            raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

        def _filled(self, mapping, keywords, safe):
            def value(match):
                name = match.group("named") or match.group("braced")
                if name is not None:
                    try:
                        found = keywords[name] if name in keywords else mapping[name]
                    except KeyError:
                        if safe:
                            return match.group()
                        raise
                    return "%s" % (found,)
                if match.group("escaped") is not None:
                    return self.delimiter
                if match.group("invalid") is not None:
                    if safe:
                        return match.group()
                    self._raise_invalid(match)
                raise ValueError("Unrecognized named group in pattern", self.pattern)

            pattern = self.pattern if hasattr(self.pattern, "sub") else _compiled(type(self))
            return pattern.sub(value, self.template)

        def substitute(self, mapping={}, /, **kws):
            """The string with its values; a missing one raises KeyError, a stray `$` ValueError."""
            return self._filled(mapping, kws, False)

        def safe_substitute(self, mapping={}, /, **kws):
            """The string with the values there are."""
            return self._filled(mapping, kws, True)

        if _version >= (3, 11):

            def is_valid(self):
                return all(
                    match.group("invalid") is None
                    and any(match.group(each) is not None for each in ("named", "braced", "escaped"))
                    for match in self.pattern.finditer(self.template)
                )

            def get_identifiers(self):
                names = [match.group("named") or match.group("braced") for match in self.pattern.finditer(self.template)]
                return list(dict.fromkeys(name for name in names if name is not None))


if _version >= (2, 6):
    if _version >= (3, 3):
        from _string import formatter_field_name_split as _split_name, formatter_parser as _parse
    else:
        _split_name, _parse = (lambda name: name._formatter_field_name_split()), (lambda text: text._formatter_parser())

    __all__ += ["Formatter"]

    class Formatter(object):
        """`str.format`, in steps that a subclass can replace."""

        def format(self, /, *args, **kwargs):
            if not args and "format_string" in kwargs and _version < (3, 8):
                args = (kwargs.pop("format_string"),)
            if not args:
                raise TypeError("%sformat() missing 1 required positional argument: 'format_string'" % ("Formatter." if _version >= (3, 10) else ""))
            format_string, *args = args
            return self.vformat(format_string, args, kwargs)

        def vformat(self, format_string, args, kwargs):
            used = set()
            result, _ = self._vformat(format_string, args, kwargs, used, 2)
            self.check_unused_args(used, args, kwargs)
            return result

        def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
            if recursion_depth < 0:
                raise ValueError("Max string recursion exceeded")
            pieces = []
            for literal, field, spec, conversion in self.parse(format_string):
                if literal:
                    pieces.append(literal)
                if field is None:
                    continue
                first = _split_name(field)[0]
                if first == "":
                    if auto_arg_index is False:
                        raise ValueError("cannot switch from manual field specification to automatic field numbering")
                    field = str(auto_arg_index) + field
                    auto_arg_index += 1
                elif isinstance(first, int):
                    if auto_arg_index:
                        raise ValueError("cannot switch from automatic field numbering to manual field specification")
                    auto_arg_index = False
                found, used = self.get_field(field, args, kwargs)
                used_args.add(used)
                found = self.convert_field(found, conversion)
                spec, auto_arg_index = self._vformat(
                    spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index=auto_arg_index
                )
                pieces.append(self.format_field(found, spec))
            return "".join(pieces), auto_arg_index

        def get_value(self, key, args, kwargs):
            return args[key] if isinstance(key, int) else kwargs[key]

        def check_unused_args(self, used_args, args, kwargs):
            pass

        def format_field(self, value, format_spec):
            return format(value, format_spec)

        def convert_field(self, value, conversion):
            if conversion is None:
                return value
            if conversion == "s":
                return str(value)
            if conversion == "r":
                return repr(value)
            if conversion == "a" and _version >= (3, 0):
                return ascii(value)
            raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

        def parse(self, format_string):
            return _parse(format_string)

        def get_field(self, field_name, args, kwargs):
            first, rest = _split_name(field_name)
            found = self.get_value(first, args, kwargs)
            for is_attribute, name in rest:
                found = getattr(found, name) if is_attribute else found[name]
            return found, first
