"""Enumerations: classes whose attributes are a closed set of named constants.

Since 3.4 (PEP 435); Flag and auto since 3.6; StrEnum, ReprEnum, boundaries, `verify`, `member` and `property` since 3.11.
Source: https://docs.python.org/3/library/enum.html
"""

import sys
from types import DynamicClassAttribute, MappingProxyType

_version = sys.version_info[:2]
_new_style = _version >= (3, 11)
_plain_property = property

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
    return (
        len(name) > len(pattern) and name.startswith(pattern) and name[len(pattern)] != "_"
        and (name[-1] != "_" or name[-2] != "_")
    )


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

        member = None

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
            value = self._chosen(key, value)
            self._add(key, value)
            return
        super().__setitem__(key, value)

    def _add(self, key, value):
        self._members[key] = None
        self._last_values.append(value)
        super().__setitem__(key, value)

    def _chosen(self, key, value):
        """Fills in what `auto()` leaves open."""
        if isinstance(value, auto):
            self._auto_called = True
            if value.value is _unset:
                value.value = self._generate(key, 1, len(self._members), self._last_values[:])
            return value.value
        if type(value) is tuple and any(isinstance(v, auto) for v in value) and _new_style:
            return tuple(self._chosen(key, v) for v in value)
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


def _partial():
    functools = sys.modules.get("functools")
    return functools.partial if functools is not None else ()


_EnumDict = EnumDict
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
            for name, value in values.items():
                result._add_member(name, value, new, use_args, member_type)
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
        for base in cls.__mro__[1:]:
            found = base.__dict__.get(name)
            if isinstance(found, DynamicClassAttribute):
                if _new_style:
                    redirect = property(found.fget, found.fset, found.fdel)
                    redirect.member = one
                    redirect.__set_name__(cls, name)
                    type.__setattr__(cls, name, redirect)
                return
        type.__setattr__(cls, name, one)

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
                if _new_style:
                    import warnings

                    warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\nFalse depending on whether the value is a member or the value of a member", DeprecationWarning, stacklevel=2)
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

    if not _new_style:

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
            if getattr(cls, "_%s__in_progress" % cls.__name__, False):
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
                return sorted(last_values)[-1] + 1
            except TypeError:
                raise TypeError("unable to sort non-numeric values") from None
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
