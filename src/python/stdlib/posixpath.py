"""Paths as texts: taken apart, put together, tidied. It is `os.path`; what would ask a file system is refused, since here there is none.

In every Python; `relpath` since 2.6, `commonpath` since 3.5, `splitroot` since 3.12.
Source: https://docs.python.org/3/library/os.path.html
"""

from _era import since

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix", "normpath", "abspath"]
__all__ += ["curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "relpath", "commonpath"]

curdir, pardir, extsep, sep, pathsep = ".", "..", ".", "/", ":"
defpath, altsep, devnull = "/bin:/usr/bin", None, "/dev/null"
supports_unicode_filenames = False


def _text(path):
    """The path of a text or a path-like object. Raises TypeError."""
    if since(3, 6):
        from os import fspath

        return fspath(path)
    if since(3) and not isinstance(path, (str, bytes)):
        raise TypeError("expected str, bytes or os.PathLike object, not %s" % type(path).__name__)
    return path


def _like(path, *texts):
    """The texts as bytes when the path is bytes."""
    return [text.encode() for text in texts] if since(3) and isinstance(path, bytes) else texts


def _same_kind(function, paths):
    """Raises TypeError for str and bytes together."""
    kinds = {type(path) for path in paths if isinstance(path, (str, bytes))}
    if since(3) and len(kinds) > 1:
        raise TypeError("Can't mix strings and bytes in path components")
    for path in paths:
        if since(3) and not isinstance(path, (str, bytes)):
            raise TypeError("%s() argument must be str, bytes, or os.PathLike object, not %r" % (function, type(path).__name__))


def _last(path, one):
    """Where a character stands last, or -1. Written so, as what follows, because in 1.5.2 strings have no methods."""
    at = len(path) - 1
    while at >= 0 and path[at : at + 1] != one:
        at -= 1
    return at


def normcase(s):
    return _text(s)


def isabs(s):
    s = _text(s)
    return s[:1] == _like(s, "/")[0]


def join(a, *p):
    """Components with a slash between them; an absolute one forgets those before it."""
    path, rest = _text(a), [_text(each) for each in p]
    _same_kind("join", [path] + rest)
    (slash,) = _like(path, "/")
    for each in rest:
        if each[:1] == slash:
            path = each
        elif not path or path[-1:] == slash:
            path += each
        else:
            path += slash + each
    return path


def split(p):
    """`(head, tail)`: the tail is what comes after the last slash."""
    p = _text(p)
    (slash,) = _like(p, "/")
    at = _last(p, slash) + 1
    head, tail = p[:at], p[at:]
    end = at
    while end > 0 and head[end - 1 : end] == slash:
        end -= 1
    return (head[:end] or head), tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    """`(root, extension)`: the extension begins at the last dot of the last component, unless only dots come before it."""
    p = _text(p)
    slash, dot, nothing = _like(p, "/", ".", "")
    begin = _last(p, slash) + 1
    at = _last(p, dot)
    if at <= begin or p[begin:at] == dot * (at - begin):
        return p, nothing
    return p[:at], p[at:]


def splitdrive(p):
    """Here paths have no drive."""
    p = _text(p)
    return p[:0], p


if since(3, 12):
    __all__.append("splitroot")

    def splitroot(p):
        """`(drive, root, tail)`: the root is one slash, or exactly two."""
        p = _text(p)
        (slash,) = _like(p, "/")
        slashes = len(p) - len(p.lstrip(slash))
        root = min(slashes, 2 if slashes == 2 else 1)
        return p[:0], p[:root], p[root:]


def normpath(path):
    """Without double slashes, `.` and `..`, where that can be said from the text alone."""
    path = _text(path)
    slash, dot, dots, nothing = _like(path, "/", ".", "..", "")
    slashes = len(path) - len(path.lstrip(slash))
    root = slash * (2 if slashes == 2 else min(slashes, 1))
    kept = []
    for part in path.split(slash):
        if part in (nothing, dot):
            continue
        if part != dots or (not root and not kept) or (kept and kept[-1] == dots):
            kept.append(part)
        elif kept:
            kept.pop()
    return root + slash.join(kept) or dot


def abspath(path):
    """Raises NotImplementedError for a relative path: there is no current directory here."""
    path = _text(path)
    if not isabs(path):
        _no_files("abspath of a relative path")
    return normpath(path)


def relpath(path, start=None):
    """The way from one absolute path to another, or from one relative path to another."""
    path = _text(path)
    if not path:
        raise ValueError("no path specified")
    slash, dot, dots = _like(path, "/", ".", "..")
    start = dot if start is None else _text(start)
    if isabs(path) != isabs(start) or normpath(start).startswith(dots):
        _no_files("relpath between an absolute and a relative path")
    here = [part for part in normpath(start).split(slash) if part and part != dot]
    there = [part for part in normpath(path).split(slash) if part and part != dot]
    same = len(commonprefix([here, there]))
    return slash.join([dots] * (len(here) - same) + there[same:]) or dot


def commonprefix(m):
    """What all begin with, letter by letter: it need not be a path."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = [_text(each) for each in m]
    least, most = min(m), max(m)
    for at, c in enumerate(least):
        if c != most[at]:
            return least[:at]
    return least


def commonpath(paths):
    """The longest path that all lie below. Raises ValueError."""
    paths = [_text(each) for each in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    _same_kind("commonpath", paths)
    slash, dot = _like(paths[0], "/", ".")
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    return (slash if isabs(paths[0]) else slash[:0]) + slash.join(commonprefix(parts))


def expanduser(path):
    """Nobody has a home here: the path as it is."""
    return _text(path)


def expandvars(path):
    """`$name` and `${name}` from `os.environ`; what is not there stays as it is."""
    import os
    import re

    path = _text(path)
    return re.sub(r"\$(\w+|\{[^}]*\})", lambda found: os.environ.get(found.group(1).strip("{}"), found.group()), path)


def _no_files(what):
    raise NotImplementedError("os.path: %s needs a file system, and there is none here" % what)


def _refuse(name):
    def refused(*args, **kwargs):
        _no_files(name)

    refused.__name__ = name
    return refused


for _name in (
    "exists", "lexists", "isfile", "isdir", "islink", "ismount", "getsize", "getmtime", "getatime", "getctime", "samefile", "realpath", "walk",
):
    globals()[_name] = _refuse(_name)
    __all__.append(_name)
__all__ += ["expanduser", "expandvars"]
