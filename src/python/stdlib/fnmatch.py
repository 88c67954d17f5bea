"""Names that match a pattern as in a shell: `*`, `?`, `[a-z]` and `[!a-z]`.

In every Python; `filter` since 2.2, `filterfalse` since 3.14.
Source: https://docs.python.org/3/library/fnmatch.html
"""

import re

from _era import since

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Whether a name matches; upper and lower case are the same where file names say so, which here they do not."""
    return fnmatchcase(name, pat)


def fnmatchcase(name, pat):
    return _compiled(pat)(name) is not None


def filter(names, pat):
    """Those of the names that match."""
    match = _compiled(pat)
    return [name for name in names if match(name)]


if since(3, 14):
    __all__.append("filterfalse")

    def filterfalse(names, pat):
        """Those of the names that do not match."""
        match = _compiled(pat)
        return [name for name in names if match(name) is None]


_known = {}


def _compiled(pat):
    match = _known.get((type(pat), pat))
    if match is None:
        regular = translate(pat.decode("latin-1")).encode("latin-1") if since(3) and isinstance(pat, bytes) else translate(pat)
        match = _known[type(pat), pat] = re.compile(regular).match
    return match


_star = object()


def translate(pat):
    """The pattern as a regular expression."""
    pieces = []
    i, n = 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == "*":
            if not (since(3, 9) and pieces and pieces[-1] is _star):
                pieces.append(_star)
        elif c == "?":
            pieces.append(".")
        elif c == "[":
            end = pat.find("]", i + (pat[i : i + 1] == "!") + 1)
            if end < 0:
                pieces.append("\\[")
            else:
                pieces.append(_characters(pat[i:end]))
                i = end + 1
        else:
            pieces.append(re.escape(c))
    body = _with_stars(pieces) if since(3, 9) else "".join(".*" if piece is _star else piece for piece in pieces)
    if since(3, 6):
        return "(?s:%s)\\%s" % (body, "z" if since(3, 14) else "Z")
    return body + "\\Z(?ms)"


def _with_stars(pieces):
    """Every star but the last takes as little as it can and never more: what comes after it is found once, not tried at every place."""
    text, i, n, group = "", 0, len(pieces), 0
    while i < n and pieces[i] is not _star:
        text += pieces[i]
        i += 1
    while i < n:
        i += 1
        if i == n:
            return text + ".*"
        fixed = ""
        while i < n and pieces[i] is not _star:
            fixed += pieces[i]
            i += 1
        if i == n:
            return text + ".*" + fixed
        if since(3, 11):
            text += "(?>.*?%s)" % fixed
        else:
            text += "(?=(?P<g%d>.*?%s))(?P=g%d)" % (group, fixed, group)
            group += 1
    return text


def _characters(inside):
    """What stands between brackets, as a regular expression's set of characters."""
    if not since(3, 7):
        inside = inside.replace("\\", "\\\\")
        return "[%s]" % ("^" + inside[1:] if inside[0] == "!" else "\\" + inside if inside[0] == "^" else inside)
    if "-" not in inside:
        inside = inside.replace("\\", "\\\\")
    else:
        # A hyphen at either end, or after a range, stands for itself; a range that runs backwards is empty.
        chunks, start = [], 0
        at = inside.find("-", 2 if inside[0] == "!" else 1)
        while at >= 0:
            chunks.append(inside[start:at])
            start = at + 1
            at = inside.find("-", at + 3)
        rest = inside[start:]
        if rest:
            chunks.append(rest)
        else:
            chunks[-1] += "-"
        for k in range(len(chunks) - 1, 0, -1):
            if since(3, 9) and chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1 : k + 1] = [chunks[k - 1][:-1] + chunks[k][1:]]
        inside = "-".join(chunk.replace("\\", "\\\\").replace("-", "\\-") for chunk in chunks)
    inside = re.sub(r"([&~|])", r"\\\1", inside)
    if not inside:
        return "(?!)"
    if inside == "!":
        return "."
    if inside[0] == "!":
        inside = "^" + inside[1:]
    elif inside[0] in "^[":
        inside = "\\" + inside
    return "[%s]" % inside
