"""`repr` of large things, cut short; and a guard against things that contain themselves.

`repr` in 2.x, `reprlib` since 3.0; `recursive_repr` since 3.2.
Source: https://docs.python.org/3/library/reprlib.html
"""

import sys
from itertools import islice

_version = sys.version_info[:2]

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue="..."):
    """Decorates a `__repr__`: within itself, for the same object, it gives `fillvalue`."""

    def decorate(function):
        under_way = set()

        def wrapper(self):
            if id(self) in under_way:
                return fillvalue
            under_way.add(id(self))
            try:
                return function(self)
            finally:
                under_way.discard(id(self))

        for name in ("__module__", "__doc__", "__name__", "__qualname__", "__annotations__", "__type_params__"):
            if hasattr(function, name):
                setattr(wrapper, name, getattr(function, name))
        if _version >= (3, 12):
            wrapper.__wrapped__ = function
        return wrapper

    return decorate


def _sorted_if_possible(things):
    try:
        return sorted(things)
    except Exception:
        return list(things)


class Repr(object):
    """Cuts by type: a method `repr_TYPE` for each, a limit `maxTYPE` for its length."""

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6, maxdeque=6,
                 maxstring=30, maxlong=40, maxother=30 if _version >= (3, 0) else 20, fillvalue="...", indent=None):
        self.maxlevel, self.maxtuple, self.maxlist, self.maxarray = maxlevel, maxtuple, maxlist, maxarray
        self.maxdict, self.maxset, self.maxfrozenset, self.maxdeque = maxdict, maxset, maxfrozenset, maxdeque
        self.maxstring, self.maxlong, self.maxother = maxstring, maxlong, maxother
        self.fillvalue, self.indent = fillvalue, indent

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        method = getattr(self, "repr_" + "_".join(type(x).__name__.split()), None)
        return method(x, level) if method is not None else self.repr_instance(x, level)

    def _lines(self, pieces, level):
        """The pieces, on one line or, with an indent, each on its own."""
        if self.indent is None:
            return ", ".join(pieces)
        if not pieces:
            return ""
        indent = self.indent
        if isinstance(indent, int):
            if indent < 0:
                raise ValueError("Repr.indent cannot be negative int (was %r)" % indent)
            indent *= " "
        try:
            between = ",\n" + (self.maxlevel - level + 1) * indent
        except TypeError as error:
            raise TypeError("Repr.indent must be a str, int or None, not %s" % type(indent)) from error
        joined = between.join([""] + pieces + [""])[1:]
        return joined[: -len(indent) or None]

    def _repr_iterable(self, x, level, left, right, most, trail=""):
        count = len(x)
        if level <= 0 and count:
            return left + self.fillvalue + right
        pieces = [self.repr1(each, level - 1) for each in islice(x, most)]
        if count > most:
            pieces.append(self.fillvalue)
        if count == 1 and trail and self.indent is None:
            right = trail + right
        return left + self._lines(pieces, level) + right

    def repr_tuple(self, x, level):
        return self._repr_iterable(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._repr_iterable(x, level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        if not x:
            return "array('%s')" % x.typecode
        return self._repr_iterable(x, level, "array('%s', [" % x.typecode, "])", self.maxarray)

    def repr_set(self, x, level):
        if _version < (3, 0):
            return self._repr_iterable(_sorted_if_possible(x), level, "set([", "])", self.maxset)
        if not x:
            return "set()"
        return self._repr_iterable(_sorted_if_possible(x), level, "{", "}", self.maxset)

    def repr_frozenset(self, x, level):
        if _version < (3, 0):
            return self._repr_iterable(_sorted_if_possible(x), level, "frozenset([", "])", self.maxfrozenset)
        if not x:
            return "frozenset()"
        return self._repr_iterable(_sorted_if_possible(x), level, "frozenset({", "})", self.maxfrozenset)

    def repr_deque(self, x, level):
        return self._repr_iterable(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        count = len(x)
        if count == 0:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        pieces = [
            "%s: %s" % (self.repr1(key, level - 1), self.repr1(x[key], level - 1))
            for key in islice(_sorted_if_possible(x), self.maxdict)
        ]
        if count > self.maxdict:
            pieces.append(self.fillvalue)
        return "{" + self._lines(pieces, level) + "}"

    def _cut(self, text, most):
        if len(text) <= most:
            return text
        before = max(0, (most - 3) // 2)
        after = max(0, most - 3 - before)
        return text[:before] + self.fillvalue + text[len(text) - after :]

    def repr_str(self, x, level):
        shown = _repr(x[: self.maxstring])
        if len(shown) <= self.maxstring and len(x) <= self.maxstring:
            return shown
        before = max(0, (self.maxstring - 3) // 2)
        after = max(0, self.maxstring - 3 - before)
        shown = _repr(x[:before] + x[len(x) - after :])
        return shown[:before] + self.fillvalue + shown[len(shown) - after :]

    def repr_int(self, x, level):
        return self._cut(_repr(x), self.maxlong)

    repr_long = repr_int

    def repr_instance(self, x, level):
        try:
            shown = _repr(x)
        except Exception:
            if _version >= (3, 0):
                return "<%s instance at %#x>" % (x.__class__.__name__, id(x))
            if type(x).__name__ != "instance":
                raise
            return "<%s instance at %x>" % (x.__class__.__name__, id(x))
        old_style = _version < (3, 0) and type(x).__name__ == "instance"
        return self._cut(shown, self.maxstring if old_style else self.maxother)


_repr = repr
aRepr = Repr()
repr = aRepr.repr
