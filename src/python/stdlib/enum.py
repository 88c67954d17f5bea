"""Enumerations: classes whose attributes are a closed set of named constants.

Since 3.4 (PEP 435); Flag and auto since 3.6; StrEnum, ReprEnum, boundaries, `verify`, `member` and `property` since 3.11.
Source: https://docs.python.org/3/library/enum.html
"""

import sys
import _enum_class
from _enum_class import *
from _enum_body import EnumDict as _EnumDict
from _enum_body import _binary, _bits, _is_descriptor, _is_dunder, _is_private, _is_single_bit, _is_sunder

_version = sys.version_info[:2]
_new_style = _version >= (3, 11)

__all__ = ["EnumMeta", "Enum", "IntEnum", "unique"]
if _version >= (3, 6):
    __all__ += ["Flag", "IntFlag", "auto"]
if _new_style:
    __all__ += [
        "EnumType", "StrEnum", "ReprEnum", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "member", "nonmember", "property",
        "verify", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "global_enum", "global_flag_repr", "global_enum_repr",
        "global_str", "show_flag_values", "pickle_by_enum_name", "pickle_by_global_name",
    ]
if _version >= (3, 13):
    __all__.append("EnumDict")


class Flag(Enum, **({"boundary": STRICT} if _new_style else {})):
    """An enumeration whose members combine with | & ^ and ~."""

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        try:
            high = max(last_values).bit_length() - 1 if _new_style else None
            if high is None:
                for last in reversed(last_values):
                    high = last.bit_length() - 1
                    break
        except Exception:
            raise (TypeError if _new_style else Exception)("invalid flag value %r" % last_values[-1] if _new_style else "Invalid Flag value: %r" % last_values[-1]) from None
        return 2 ** (high + 1)

    if _new_style:
        _numeric_repr_ = repr

        @classmethod
        def _iter_member_by_value_(cls, value):
            for bit in _bits(value & cls._flag_mask_):
                yield cls._value2member_map_.get(bit)

        _iter_member_ = _iter_member_by_value_

        @classmethod
        def _iter_member_by_def_(cls, value):
            yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if not _new_style:
            original = value
            if value < 0:
                value = ~value
            made = cls._create_pseudo_member_(value)
            return ~made if original < 0 else made
        mask, singles, every = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        if not (~every <= value <= every and (value & (every ^ mask)) == 0 if value < 0 else value & ~mask == 0):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    "%r invalid value %r\n    given %s\n  allowed %s" % (cls, value, _binary(value, bits), _binary(mask, bits))
                )
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = every + 1 + value if cls._boundary_ in (EJECT, KEEP) else singles & value if False else mask & value
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        unknown = value & ~mask
        aliases = value & ~singles
        member_value = value & singles
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]" % (cls.__name__, value, unknown, bin(unknown)))
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        made._value_ = value
        members = list(cls._iter_member_(value)) if member_value else []
        if member_value or aliases:
            covered = 0
            for m in members:
                covered |= m._value_
            for m in cls._member_map_.values():
                if aliases and m not in members and m._value_ and m._value_ & value == m._value_ and m._value_ & ~covered:
                    members.append(m)
                    covered |= m._value_
            unknown = value & ~covered
        if members:
            made._name_ = "|".join(m._name_ for m in members)
            if unknown:
                made._name_ += "|%s" % cls._numeric_repr_(unknown)
        else:
            made._name_ = None
        return cls._value2member_map_.setdefault(value, made)

    @classmethod
    def _create_pseudo_member_(cls, value):
        """Up to 3.10: a member for a combination."""
        known = cls._value2member_map_.get(value)
        if known is None:
            if cls._member_type_ is object:
                _, extra = _decompose(cls, value)
                if extra:
                    raise ValueError("%r is not a valid %s" % (value, cls.__qualname__ if _version >= (3, 8) else cls.__name__))
                known = object.__new__(cls)
            else:
                known = int.__new__(cls, value)
            known._name_ = None
            known._value_ = value
            known = cls._value2member_map_.setdefault(value, known)
        return known

    def __contains__(self, other):
        """True when all of the other's bits are set in this one."""
        if not isinstance(other, self.__class__):
            if _version >= (3, 8):
                raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (type(other).__qualname__, self.__class__.__qualname__))
            return False
        return other._value_ & self._value_ == other._value_

    if _new_style:

        def __iter__(self):
            yield from self._iter_member_(self._value_)

        def __len__(self):
            return bin(self._value_).count("1")

        def __repr__(self):
            show = self.__class__._value_repr_ or repr
            if self._name_ is None:
                return "<%s: %s>" % (self.__class__.__name__, show(self._value_))
            return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

        def __str__(self):
            if self._name_ is None:
                return "%s(%r)" % (self.__class__.__name__, self._value_)
            return "%s.%s" % (self.__class__.__name__, self._name_)

    else:

        def __repr__(self):
            cls = self.__class__
            if self._name_ is not None:
                return "<%s.%s: %r>" % (cls.__name__, self._name_, self._value_)
            return "<%s.%s: %r>" % (cls.__name__, _combined(cls, self._value_), self._value_)

        def __str__(self):
            cls = self.__class__
            if self._name_ is not None:
                return "%s.%s" % (cls.__name__, self._name_)
            return "%s.%s" % (cls.__name__, _combined(cls, self._value_))

    def __bool__(self):
        return bool(self._value_)

    def _plain(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return None

    def __or__(self, other):
        value = self._plain(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._plain(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._plain(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        cls = self.__class__
        if not _new_style:
            if cls._member_type_ is not object:
                return cls(~self._value_)
            result = cls(0)
            for m in cls:
                if not m._value_ & self._value_:
                    result = result | m
            return result
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)

_enum_class.Flag = Flag


def _decompose(cls, value):
    """Up to 3.10: the members in a value, and the bits that are left."""
    negative = value < 0
    left, members = value, []
    if negative and cls._member_type_ is not object:
        pairs = [(m, v) for v, m in list(cls._value2member_map_.items()) if m._name_ is not None]
    elif negative:
        pairs = []
    else:
        pairs = [(m, v) for v, m in list(cls._value2member_map_.items()) if m._name_ is not None or _is_single_bit(v)]
    for m, v in pairs:
        if v and v & value == v:
            members.append(m)
            left &= ~v
    if not members and value in cls._value2member_map_:
        members.append(cls._value2member_map_[value])
    members.sort(key=lambda m: m._value_, reverse=True)
    if len(members) > 1 and members[0]._value_ == value:
        members.pop(0)
    return members, left


def _combined(cls, value):
    members, _ = _decompose(cls, value)
    if len(members) == 1 and members[0]._name_ is None:
        return repr(members[0]._value_)
    return "|".join(str(m._name_ or m._value_) for m in members) if members else repr(value)


class IntFlag(int, *((ReprEnum,) if _new_style else ()), Flag, **({"boundary": KEEP} if _new_style else {})):
    """Flags whose members are ints too."""

    if not _new_style:
        __or__, __and__, __xor__, __ror__, __rand__, __rxor__ = Flag.__or__, Flag.__and__, Flag.__xor__, Flag.__or__, Flag.__and__, Flag.__xor__

        @classmethod
        def _missing_(cls, value):
            if not isinstance(value, int):
                raise ValueError("%r is not a valid %s" % (value, cls.__qualname__ if _version >= (3, 8) else cls.__name__))
            for bit in _bits(_decompose(cls, value)[1]):
                cls._create_pseudo_member_(bit)
            return cls._create_pseudo_member_(value)

        def __invert__(self):
            return self.__class__(~self._value_)


def unique(enumeration):
    """A class decorator: ValueError when a member has two names."""
    aliases = [(name, m._name_) for name, m in enumeration.__members__.items() if name != m._name_]
    if aliases:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, ", ".join("%s -> %s" % pair for pair in aliases)))
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A class decorator that holds an enumeration to the checks that are given."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(name, m._name_) for name, m in enumeration.__members__.items() if name != m._name_]
                if aliases:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join("%s -> %s" % pair for pair in aliases)))
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if issubclass(enumeration, Flag):
                    missing = [2 ** i for i in range(low.bit_length(), high.bit_length() - 1) if 2 ** i not in values]
                elif issubclass(enumeration, int):
                    missing = [i for i in range(low + 1, high) if i not in values]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    raise ValueError(("invalid %s %r: missing values %s" % ("flag" if issubclass(enumeration, Flag) else "enum", enumeration.__name__, ", ".join(map(str, missing))))[:256])
            elif check is NAMED_FLAGS:
                names, missing_value = [], 0
                for name, alias in enumeration._member_map_.items():
                    if name in enumeration._member_names_ or alias.value < 0:
                        continue
                    missed = [v for v in _bits(alias.value) if v not in {m.value for m in enumeration}]
                    if missed:
                        names.append(name)
                        for v in missed:
                            missing_value |= v
                if names:
                    which = "alias %s is missing" % names[0] if len(names) == 1 else "aliases %s and %s are missing" % (", ".join(names[:-1]), names[-1])
                    value = "value 0x%x" % missing_value if _is_single_bit(missing_value) else "combined values of 0x%x" % missing_value
                    raise ValueError("invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]" % (enumeration.__name__, which, value))
        return enumeration


def show_flag_values(value):
    """The single bits of a value."""
    return list(_bits(value))


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


def global_enum_repr(self):
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    if _is_single_bit(self._value_):
        return "%s.%s" % (module, self._name_)
    return "|".join(n if n[0].isdigit() else "%s.%s" % (module, n) for n in self._name_.split("|"))


def global_str(self):
    return "%s(%r)" % (self.__class__.__name__, self._value_) if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    """A class decorator: the members become names of their module, and show themselves so."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


if not _new_style:
    del StrEnum, FlagBoundary, verify, EnumCheck, member, nonmember
    if _version < (3, 6):
        del IntFlag, auto
