"""The metaclass of enumerations, which makes the members, and the enumerations whose members do not combine.

Source: https://docs.python.org/3/library/enum.html
"""

import sys
from types import DynamicClassAttribute, MappingProxyType
from _enum_body import *
from _enum_body import _attribute, _bits, _Completion, _extended, _is_descriptor, _is_dunder, _is_single_bit, _plain_property, _unset

_version = sys.version_info[:2]
_new_style = _version >= (3, 11)

# The metaclass is at work before these exist; Flag is told to it by `enum`.
Enum = Flag = ReprEnum = None


def _member_type(class_name, bases):
    """The type of the values that members are, mixed in before Enum; object when there is none."""
    if not bases:
        return object, Enum
    first = bases[-1]
    if not isinstance(first, EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    found = {}
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    found[base._member_type_] = None
                    break
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                found[candidate or base] = None
                break
            else:
                candidate = candidate or base
    if len(found) > 1:
        raise TypeError("too many data types for %r: %r" % (class_name, set(found) if _new_style else set(found)))
    return (list(found)[0] if found else object), first


def _find_new(namespace, member_type, first):
    """`__new__` for the members, and whether it takes the value's parts as arguments."""
    new = namespace.get("__new__")
    save = first is not None and new is not None
    if new is None:
        plain = {None, None.__new__, object.__new__, Enum.__new__ if Enum else None}
        for method in ("__new_member__", "__new__"):
            for possible in (member_type, first):
                target = getattr(possible, method, None)
                if target not in plain:
                    new = target
                    break
            if new is not None:
                break
        else:
            new = object.__new__
    return new, save, first is not None and new not in (Enum.__new__, object.__new__)


def _value_repr(member_type, bases):
    for chain in bases:
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if "_value_repr_" in base.__dict__ and base._member_type_ is not object:
                    return base.__dict__["_value_repr_"]
            elif "__repr__" in base.__dict__:
                if "__dataclass_fields__" in base.__dict__ and "__dataclass_params__" in base.__dict__ and base.__dict__["__dataclass_params__"].repr:
                    return _dataclass_repr
                return base.__dict__["__repr__"]
    return repr


def _dataclass_repr(self):
    return ", ".join("%s=%r" % (k, getattr(self, k)) for k in self.__dataclass_fields__ if self.__dataclass_fields__[k].repr)


def _replace_texts(cls, classdict, member_type, first):
    """Members that mix in another type still look like members."""
    own = ("__repr__", "__str__", "__format__", "__reduce_ex__") if not _new_style else ("__repr__", "__str__", "__format__")
    if _new_style and ReprEnum is not None and issubclass(cls, ReprEnum):
        if "__format__" not in classdict:
            cls.__format__ = member_type.__format__
        if "__str__" not in classdict:
            method = member_type.__str__
            cls.__str__ = member_type.__repr__ if method is object.__str__ else method
    for name in own:
        if name in classdict or name == "__reduce_ex__":
            continue
        class_method = getattr(cls, name)
        if not _new_style:
            # Whatever the mixed-in type says of itself, the enumeration's own text wins.
            if member_type is not object and getattr(first, name) is not class_method and class_method is getattr(member_type, name, None):
                setattr(cls, name, getattr(first, name))
            continue
        if class_method in (getattr(member_type, name, None), getattr(object, name, None)) and not (_new_style and ReprEnum is not None and issubclass(cls, ReprEnum)):
            setattr(cls, name, getattr(first, name))
        elif member_type is not object and class_method is getattr(member_type, name, None) and name == "__repr__":
            setattr(cls, name, getattr(first, name))
    if Flag is not None and issubclass(cls, Flag) and _new_style:
        for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
            if name not in classdict:
                method = getattr(Flag, name)
                if getattr(cls, name) is not method:
                    setattr(cls, name, method)


def _complete_flag(cls, member_type):
    """What holds for a flag class once all its members are there."""
    mask = cls._flag_mask_
    single = 0
    for bit in _bits(cls._singles_mask_):
        single |= bit
    missed = [v for v in _bits(mask & ~single)]
    if missed and cls._boundary_ is not KEEP:
        cls_names = [m for m in cls._member_map_.values() if m._value_ > 0 and not _is_single_bit(m._value_) and m._value_ & ~single]
        if cls._boundary_ is not None and cls_names and member_type is object and False:
            raise TypeError("invalid Flag")
    ordered = [m._value_ for m in cls]
    if sorted(ordered) != ordered:
        cls._iter_member_ = cls._iter_member_by_def_


def _check_order(cls, order):
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    if Flag is not None and issubclass(cls, Flag) and _new_style:
        order = [o for o in order if o not in cls.__members__ or o in cls._member_names_]
    elif _new_style:
        order = [o for o in order if o not in cls.__members__ or cls.__members__[o]._name_ == o]
    if order != cls._member_names_:
        if _new_style:
            raise TypeError("member order does not match _order_:\n  %r\n  %r" % (order, cls._member_names_))
        raise TypeError("member order does not match _order_")


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        for base in bases:
            if isinstance(base, EnumType) and base._member_names_:
                raise TypeError(_extended(cls, base))
        namespace = EnumDict(cls)
        if bases:
            first = _member_type(cls, bases)[1]
            if first is not None:
                generate = first.__dict__.get("_generate_next_value_") or getattr(first, "_generate_next_value_", None)
                namespace._generate = generate.__func__ if isinstance(generate, staticmethod) else generate
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            first = dict(
                classdict, _member_names_=[], _member_map_={}, _value2member_map_={}, _member_type_=object,
                _new_member_=object.__new__, _value_repr_=repr, _use_args_=False, _unhashable_values_=[], __new_member__=object.__new__,
            )
            return super().__new__(metacls, cls, bases, first, **kwds)
        ignored = getattr(classdict, "_ignore", [])
        namespace = dict(classdict)
        names = list(getattr(classdict, "_members", {}))
        namespace.pop("_ignore_", None)
        for name in ignored:
            namespace.pop(name, None)
        order = namespace.pop("_order_", None)
        values = {name: namespace.pop(name) for name in names if name in namespace}
        bad = set(values) & {"mro", ""}
        if bad:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(n) for n in bad) if _new_style else "Invalid enum member name: %s" % ",".join(bad))
        member_type, first = _member_type(cls, bases)
        new, save_new, use_args = _find_new(namespace, member_type, first)
        namespace.update(
            _member_names_=[], _member_map_={}, _value2member_map_={}, _member_type_=member_type, _new_member_=new,
            _value_repr_=_value_repr(member_type, bases), _use_args_=use_args, _unhashable_values_=[],
        )
        flag = Flag is not None and any(issubclass(b, Flag) for b in bases if isinstance(b, type)) or cls == "Flag"
        if flag:
            namespace["_boundary_"] = boundary or getattr(first, "_boundary_", None)
            namespace.update(_flag_mask_=0, _singles_mask_=0, _all_bits_=0)
        docless = "__doc__" not in namespace

        def complete(result):
            if docless:
                result.__doc__ = None if _new_style else "An enumeration."
            progress = "_%s__in_progress" % cls
            type.__setattr__(result, progress, True)
            for name, value in values.items():
                result._add_member(name, value, new, use_args, member_type)
            type.__delattr__(result, progress)
            if save_new:
                result.__new_member__ = new
            result.__new__ = Enum.__new__
            _replace_texts(result, classdict, member_type, first)
            if flag and _new_style:
                _complete_flag(result, member_type)
            if order is not None:
                _check_order(result, order)

        if _new_style:
            # Before `__init_subclass__`, which since 3.11 finds the members there.
            namespace["_members_to_come_"] = _Completion(complete)
        result = type.__new__(metacls, cls, bases, namespace, **kwds)
        if not _new_style:
            complete(result)
        return result

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def _add_member(cls, name, value, new, use_args, member_type):
        args = value if isinstance(value, tuple) else (value,)
        if member_type is tuple:
            args = (args,)
        one = new(cls, *args) if use_args else new(cls)
        if not hasattr(one, "_value_"):
            if member_type is object:
                one._value_ = value
            else:
                try:
                    one._value_ = member_type(*args)
                except Exception as exc:
                    if not _new_style:
                        raise
                    raise TypeError("_value_ not set in __new__, unable to create it") from exc
        value = one._value_
        one._name_ = name
        one.__objclass__ = cls
        one.__init__(*args)
        one._sort_order_ = len(cls._member_names_)
        known = None
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            for other in cls._member_map_.values():
                if other._value_ == value:
                    known = other
                    break
        is_flag = Flag is not None and issubclass(cls, Flag)
        if known is not None:
            one = known
        elif not (is_flag and _new_style and isinstance(value, int) and not _is_single_bit(value)):
            cls._member_names_.append(name)
        if is_flag and _new_style and known is None:
            if not isinstance(value, int):
                raise TypeError("invalid Flag value: %r" % (value,))
            type.__setattr__(cls, "_flag_mask_", cls._flag_mask_ | value)
            if _is_single_bit(value):
                type.__setattr__(cls, "_singles_mask_", cls._singles_mask_ | value)
            type.__setattr__(cls, "_all_bits_", 2 ** cls._flag_mask_.bit_length() - 1)
        cls._bind(name, one)
        cls._member_map_[name] = one
        try:
            cls._value2member_map_.setdefault(value, one)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _bind(cls, name, one):
        """Makes a member an attribute of the class, unless a property of that name must stay for the members."""
        found = None
        for base in cls.__mro__[1:]:
            attribute = base.__dict__.get(name)
            if isinstance(attribute, DynamicClassAttribute):
                found = attribute
                break
            if _version >= (3, 12) and _is_descriptor(attribute):
                found = attribute
        if found is None:
            type.__setattr__(cls, name, one)
        elif _new_style:
            redirect = property(getattr(found, "fget", None), getattr(found, "fset", None), getattr(found, "fdel", None))
            redirect.member = one
            redirect.of_value = not isinstance(found, DynamicClassAttribute)
            redirect.__set_name__(cls, name)
            type.__setattr__(cls, name, redirect)

    def __bool__(cls):
        return True

    def __call__(cls, value=_unset, names=_unset, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if value is _unset:
            if _new_style and cls._member_map_ and _version >= (3, 12):
                return cls.__new__(cls, *values)
            raise TypeError("%s.__call__() missing 1 required positional argument: 'value'" % EnumType.__name__ if _new_style else "__call__() missing 1 required positional argument: 'value'")
        if cls._member_map_ or (names is _unset or names is None) and type is None and not (_version >= (3, 12) and names is _unset):
            if names is not _unset and names is not None:
                if _version >= (3, 12) or cls._use_args_ and cls._member_type_ is not object:
                    return cls.__new__(cls, (value, names) + values)
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _unset and type is None:
            raise TypeError("%r has no members; specify `names=()` if you meant to create a new, empty, enum" % cls)
        return cls._create_(value, () if names is _unset or names is None else names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The functional interface: `Enum("Animal", "cat dog")`."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            last, given = [], list(names)
            names = []
            for count, name in enumerate(given):
                generate = namespace._generate or Enum._generate_next_value_
                value = generate(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        if names is None:
            names = ()
        for item in names:
            if isinstance(item, str):
                name, value = item, names[item]
            else:
                name, value = item
            namespace[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals["__name__"]
            except (AttributeError, ValueError, KeyError):
                pass
        if module is not None:
            namespace["__module__"] = module
        namespace["__qualname__"] = qualname if qualname is not None else class_name
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True if _new_style else value._name_ in cls._member_map_
        if _version >= (3, 12):
            try:
                cls(value)
                return True
            except ValueError:
                return value in cls._unhashable_values_ if _version < (3, 13) else False
        if not isinstance(value, Enum):
            if _version >= (3, 8):
                if _version >= (3, 10):
                    import warnings

                    whether = "or\nFalse depending on whether the value is a member or the value of a member" if _new_style else "if\nobj is a member or a member's value"
                    warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True " + whether, DeprecationWarning, stacklevel=2)
                raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (type(value).__qualname__, cls.__class__.__qualname__))
        return False

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr) if _new_style else "%s: cannot delete Enum member %r." % (cls.__name__, attr) if _version >= (3, 9) else "%s: cannot delete Enum member." % cls.__name__)
        super().__delattr__(attr)

    def __dir__(cls):
        if not _new_style:
            return ["__class__", "__doc__", "__members__", "__module__"] + cls._member_names_
        interesting = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__", "__name__", "__qualname__"}
        interesting.update(cls._member_names_)
        if cls._new_member_ is not object.__new__:
            interesting.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            interesting.add("__init_subclass__")
        if cls._member_type_ is object:
            return sorted(interesting)
        return sorted(set(dir(cls._member_type_)) | interesting)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    if _version < (3, 12):

        def __getattr__(cls, name):
            if _is_dunder(name):
                raise AttributeError(name)
            try:
                return cls.__dict__["_member_map_"][name]
            except KeyError:
                raise AttributeError(name) from None

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_plain_property
    def __members__(cls):
        """Every name, aliases included, with its member."""
        if _version < (3, 8):
            from collections import OrderedDict

            return MappingProxyType(OrderedDict(cls._member_map_))
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if _new_style and Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,) if _new_style else "Cannot reassign members.")
        super().__setattr__(name, value)

    if _version >= (3, 12):

        def _add_member_alias(cls, name, one):
            if name in cls._member_map_ and cls._member_map_[name] is not one:
                raise NameError("%r is already bound: %r" % (name, cls._member_map_[name]))
            cls._bind(name, one)
            cls._member_map_[name] = one


EnumMeta = EnumType
if not _new_style:
    EnumType.__name__ = EnumType.__qualname__ = "EnumMeta"


class Enum(metaclass=EnumType):
    """A closed set of named constants: subclasses list them in their body."""

    def __new__(cls, value, *more):
        if more:
            value = (value,) + more
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for member in cls._member_map_.values():
                if member._value_ == value:
                    return member
        if _version >= (3, 12) and not cls._member_map_:
            if _version >= (3, 13) and getattr(cls, "_%s__in_progress" % cls.__name__, False):
                raise TypeError("do not use `super().__new__; call the appropriate __new__ directly")
            raise TypeError("%r has no members defined" % cls)
        failed = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            failed, result = e, None
        try:
            if isinstance(result, cls) or Flag is not None and issubclass(cls, Flag) and cls.__dict__.get("_boundary_") is EJECT and _new_style and isinstance(result, int):
                return result
            unknown = ValueError("%r is not a valid %s" % (value, cls.__qualname__ if _version >= (3, 8) else cls.__name__))
            if result is None and failed is None:
                raise unknown
            if failed is None:
                failed = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result))
            if not isinstance(failed, ValueError) or not _new_style:
                failed.__context__ = unknown
            raise failed
        finally:
            failed = unknown = None

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        """The value that `auto()` stands for: one more than the highest (from 3.13 on), or than the last."""
        if not last_values:
            return start
        if _version >= (3, 13):
            try:
                highest = sorted(last_values)[-1]
            except TypeError:
                raise TypeError("unable to sort non-numeric values") from None
            try:
                return highest + 1
            except TypeError:
                raise TypeError("unable to increment %r" % (highest,)) from None
        for last in reversed(last_values):
            try:
                return last + 1
            except TypeError:
                pass
        return start

    _generate_next_value_ = staticmethod(_generate_next_value_) if _new_style else _generate_next_value_

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if not _new_style:
            show = repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        added = [m for cls in self.__class__.__mro__ for m in cls.__dict__ if m[0] != "_" and m not in self._member_map_]
        if not _new_style:
            return ["__class__", "__doc__", "__module__"] + added
        found = set(added) | {n for n in getattr(self, "__dict__", ()) if n[0] != "_"}
        base = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        return sorted(base | found if self.__class__._member_type_ is object else set(object.__dir__(self)) | found)

    def __format__(self, spec):
        if _new_style:
            return str.__format__(str(self), spec)
        mixed = self._member_type_
        if mixed is object or _version >= (3, 8) and type(self).__str__ not in (Enum.__str__, Flag.__str__ if Flag else None):
            return str.__format__(str(self), spec)
        return mixed.__format__(self._value_, spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    if _new_style:

        def __deepcopy__(self, memo):
            return self

        def __copy__(self):
            return self

    if _version >= (3, 13):

        def _add_alias_(self, name):
            """One more name for this member."""
            self.__class__._add_member_alias(name, self)

        def _add_value_alias_(self, value):
            """One more value for this member."""
            cls = self.__class__
            if cls._value2member_map_.get(value, self) is not self:
                raise ValueError("%r is already bound: %r" % (value, cls._value2member_map_[value]))
            cls._value2member_map_[value] = self

    @_attribute
    def name(self):
        """The name of the member."""
        return self._name_

    @_attribute
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """An enumeration that changes only the repr: str() and format() are the mixed-in type's."""


if not _new_style:
    ReprEnum = Enum


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints too."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strs too; `auto()` gives the name in small letters."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        one = str.__new__(cls, value)
        one._value_ = value
        return one

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that are no members: an error, left out, a plain int, or kept."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary

for _kind in (EnumType, Enum, ReprEnum, IntEnum, StrEnum, FlagBoundary):
    _kind.__module__ = "enum"

