"""Source lines by file name and number, for tracebacks.

Source: https://docs.python.org/3/library/linecache.html
"""

from _traceback import source_lines as _source_lines

cache = {}


def getlines(filename, module_globals=None):
    """All lines of a source text, with their newlines; an empty list when nothing is known of it."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    return _source_lines(filename) or []


def getline(filename, lineno, module_globals=None):
    """One line with its newline; '' when there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def clearcache():
    cache.clear()


def checkcache(filename=None):
    """Nothing changes under a program in a sandbox."""


def lazycache(filename, module_globals):
    return False
