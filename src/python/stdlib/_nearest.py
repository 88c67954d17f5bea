"""Which name a wrong one was meant to be: for "Did you mean …?" in tracebacks, from 3.10 on.

Source: What's New in Python 3.10 ("Better error messages"); the distance is CPython's: a change of case costs one, any other edit two.
"""

from _left_out import is_left_out

_MOVE, _CASE = 2, 1
_LONGEST = 40
_MOST = 750

# The library's modules of later Pythons; what is left out is in _left_out.py.
_modules = (
    "abc", "array", "asyncio", "atexit", "bisect", "builtins", "collections", "colorsys", "concurrent", "contextlib", "contextvars", "copy", "copyreg",
    "dataclasses", "datetime", "difflib", "enum", "errno", "fnmatch", "fractions", "functools", "gc", "getopt", "graphlib", "heapq", "inspect", "io",
    "itertools", "json", "keyword", "linecache", "logging", "math", "numbers", "operator", "os", "posixpath", "pprint", "queue", "random", "re", "reprlib",
    "sched", "select", "selectors", "signal", "socket", "statistics", "string", "sys", "textwrap", "threading", "time", "timeit", "traceback", "types",
    "typing", "unicodedata", "unittest", "warnings", "weakref",
)


def is_module(name):
    """Whether an import would have helped."""
    return name in _modules or is_left_out(name)


def _distance(a, b, limit):
    """The edit distance, or more than `limit` as soon as it is clear."""
    start, longest = 0, min(len(a), len(b))
    while start < longest and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    end, longest = 0, min(len(a), len(b))
    while end < longest and a[-1 - end] == b[-1 - end]:
        end += 1
    a, b = a[: len(a) - end], b[: len(b) - end]
    if not a or not b:
        return _MOVE * (len(a) + len(b))
    if len(a) > _LONGEST or len(b) > _LONGEST:
        return limit + 1
    if len(b) < len(a):
        a, b = b, a
    if (len(b) - len(a)) * _MOVE > limit:
        return limit + 1
    row = [(i + 1) * _MOVE for i in range(len(a))]
    result = 0
    for j in range(len(b)):
        before = result = j * _MOVE
        least = None
        for i in range(len(a)):
            cost = 0 if b[j] == a[i] else _CASE if b[j].lower() == a[i].lower() else _MOVE
            replaced = before + cost
            before = row[i]
            row[i] = result = min(replaced, min(result, before) + _MOVE)
            if least is None or result < least:
                least = result
        if least > limit:
            return limit + 1
    return result


def nearest(wrong, candidates):
    """The nearest candidate, or None when none is near enough."""
    if len(candidates) >= _MOST or len(wrong) > _LONGEST:
        return None
    best = best_distance = None
    for name in candidates:
        if name == wrong:
            continue
        limit = (len(wrong) + len(name) + 3) * _MOVE // 6
        if best is not None:
            limit = min(limit, best_distance - 1)
        distance = _distance(wrong, name, limit)
        if distance <= limit:
            best, best_distance = name, distance
    return best
