"""The body of an enumeration while it is read: which of its names are to become members, and with which values.

Source: https://docs.python.org/3/library/enum.html
"""

import sys
from types import DynamicClassAttribute

_version = sys.version_info[:2]
_new_style = _version >= (3, 11)
_plain_property = property


class nonmember(object):
    """Keeps a value of the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member(object):
    """Makes a value of the class body a member that would not be one by itself."""

    def __init__(self, value):
        self.value = value


_nonmember, _member = nonmember, member


class auto:
    """A value that the class chooses: by default the last one plus one."""

    def __init__(self, value=None):
        self.value = _unset if value is None else value

    def __repr__(self):
        return "auto(%r)" % self.value


_unset = object()


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    pattern = "_%s__" % cls_name
    return len(name) > len(pattern) and name.startswith(pattern) and (name[-1] != "_" or name[-2] != "_")


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def _bits(value):
    """The single bits of a number, lowest first."""
    while value > 0:
        bit = value & -value
        yield bit
        value ^= bit


def _binary(num, max_bits=None):
    """`0b0 1010`, `0b1 0110`: a sign bit, then the bits."""
    limit = 1 << (num.bit_length() or 0)
    text = bin(num + limit).replace("1", "0", 1) if num >= 0 else bin(~num ^ (limit - 1) + limit)
    sign, digits = text[:3], text[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return "%s %s" % (sign, digits)


if _new_style:

    class property(DynamicClassAttribute):
        """A property of members that, asked of the class, gives the member of that name."""

        __module__ = "enum"
        member = None
        # The member took the name of something that its value has, which members show all the same.
        of_value = False

        def __get__(self, instance, ownerclass=None):
            if instance is None:
                if self.member is not None:
                    return self.member
                try:
                    return ownerclass._member_map_[self.name]
                except KeyError:
                    raise AttributeError("%r has no attribute %r" % (ownerclass, self.name)) from None
            if self.fget is not None:
                return self.fget(instance)
            if self.of_value:
                return getattr(instance._value_, self.name)
            if self.member is not None:
                return self.member
            try:
                return instance.__dict__[self.name]
            except KeyError:
                raise AttributeError("%r member has no attribute %r" % (ownerclass, self.name)) from None

        def __set__(self, instance, value):
            if self.fset is not None:
                return self.fset(instance, value)
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))

        def __delete__(self, instance):
            if self.fdel is not None:
                return self.fdel(instance)
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))

        def __set_name__(self, ownerclass, name):
            self.name = name
            self.clsname = ownerclass.__name__

    _attribute = property
else:
    _attribute = DynamicClassAttribute


class EnumDict(dict):
    """The namespace of an enumeration's body: keeps the order of the members, and refuses a name twice."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._members = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and _new_style and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            allowed = ["_order_", "_generate_next_value_", "_missing_", "_ignore_", "_create_pseudo_member_"]
            if _new_style:
                allowed += ["_numeric_repr_", "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_"]
            if _version >= (3, 13):
                allowed += ["_add_alias_", "_add_value_alias_"]
            if key not in allowed:
                if _version >= (3, 12):
                    raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,) if _new_style else "_names_ are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
                if _new_style and not isinstance(value, staticmethod):
                    value = staticmethod(value)
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._members)
                if already:
                    raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._members:
            if _new_style:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            raise TypeError("Attempted to reuse key: %r" % key)
        elif key in self._ignore:
            pass
        elif isinstance(value, _nonmember) and _new_style:
            value = value.value
        elif _version >= (3, 13) and isinstance(value, _partial()):
            import warnings

            warnings.warn(
                "functools.partial will be a method descriptor in future Python versions; wrap it in enum.member() if you want to preserve the old behavior",
                FutureWarning, stacklevel=2)
            self._add(key, value)
            return
        elif _is_descriptor(value) and not isinstance(value, _member):
            pass
        elif _version >= (3, 13) and isinstance(value, type) and self._cls_name is not None and value.__qualname__.endswith("%s.%s" % (self._cls_name, value.__name__)):
            pass
        else:
            if key in self:
                if _new_style:
                    raise TypeError("%r already defined as %r" % (key, self[key]))
                raise TypeError("%r already defined as: %r" % (key, self[key]))
            if isinstance(value, _member):
                value = value.value
            chosen = self._chosen(key, value)
            if isinstance(value, tuple) and chosen is not value:
                # What `auto()` chose in it has been noted one by one.
                self._members[key] = None
                super().__setitem__(key, chosen)
            else:
                self._add(key, chosen)
            return
        super().__setitem__(key, value)

    def _add(self, key, value):
        self._members[key] = None
        self._last_values.append(value)
        super().__setitem__(key, value)

    def _chosen(self, key, value):
        """Fills in what `auto()` leaves open."""
        if isinstance(value, auto):
            if value.value is _unset:
                self._auto_called = True
                value.value = self._generate(key, 1, len(self._members), self._last_values[:])
            return value.value
        if type(value) is tuple and any(isinstance(v, auto) for v in value) and _new_style:
            parts = []
            for part in value:
                chosen = self._chosen(key, part)
                if isinstance(part, auto):
                    self._last_values.append(chosen)
                parts.append(chosen)
            return tuple(parts)
        return value

    @_plain_property
    def member_names(self):
        return list(self._members)

    def update(self, members, **more):
        try:
            for name in members.keys():
                self[name] = members[name]
        except AttributeError:
            for name, value in members:
                self[name] = value
        for name, value in more.items():
            self[name] = value


class _Completion(object):
    """Stands in the namespace until the class exists, then has the members made."""

    def __init__(self, complete):
        self.complete = complete

    def __set_name__(self, cls, name):
        delattr(cls, name)
        self.complete(cls)


def _extended(name, base):
    if _version >= (3, 11):
        return "<enum %r> cannot extend %r" % (name, base)
    return "%s: cannot extend enumeration %r" % (name, base.__name__) if _version >= (3, 8) else "Cannot extend enumerations"


def _partial():
    functools = sys.modules.get("functools")
    return functools.partial if functools is not None else ()


for _kind in (nonmember, member, auto, EnumDict):
    _kind.__module__ = "enum"

