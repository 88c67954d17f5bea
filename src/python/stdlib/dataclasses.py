"""Classes that say which fields they have, and get `__init__`, `__repr__`, `__eq__` and their like from that.

Since 3.7 (PEP 557); `kw_only`, `slots` and `match_args` since 3.10.
Source: https://docs.python.org/3/library/dataclasses.html
"""

import copy
import sys
from reprlib import recursive_repr as _recursive_repr
from types import MappingProxyType

_version = sys.version_info[:2]

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "MISSING", "fields", "asdict", "astuple",
           "make_dataclass", "replace", "is_dataclass"]
if _version >= (3, 10):
    __all__ += ["KW_ONLY"]


class FrozenInstanceError(AttributeError):
    """Someone set a field of a frozen instance."""


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


MISSING = _MISSING_TYPE()
_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
_FIELDS, _PARAMS, _POST_INIT = "__dataclass_fields__", "__dataclass_params__", "__post_init__"
if _version >= (3, 10):
    KW_ONLY = _KW_ONLY_TYPE()


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = _Kind("_FIELD"), _Kind("_FIELD_CLASSVAR"), _Kind("_FIELD_INITVAR")


class InitVar:
    """A parameter of `__init__` that goes on to `__post_init__`, and is no field."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of one field."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only

    @_recursive_repr()
    def __repr__(self):
        names = [name for name in self.__slots__ if name != "kw_only" or _version >= (3, 10)]
        order = ["name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only", "_field_type"]
        return "Field(%s)" % ",".join("%s=%r" % (name, getattr(self, name)) for name in order if name in names)

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    if _version >= (3, 9):
        __class_getitem__ = classmethod(type(list[int]))


class _DataclassParams:
    def __init__(self, **params):
        self.__dict__.update(params)

    def __repr__(self):
        return "_DataclassParams(%s)" % ",".join("%s=%r" % item for item in self.__dict__.items())


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    """Says more of a field than its default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _says(annotation, cls, name, *modules):
    """Whether an annotation in text begins with a name as the class's module knows it."""
    head = annotation.strip().split("[")[0].split("(")[0].strip()
    space = sys.modules.get(cls.__module__).__dict__ if cls.__module__ in sys.modules else {}
    value = space
    for part in head.split("."):
        value = value.get(part) if isinstance(value, dict) else getattr(value, part, None)
    return value is not None and any(value is getattr(sys.modules.get(module), name, MISSING) for module in modules)


def _is_classvar(annotation, cls):
    typing = sys.modules.get("typing")
    if isinstance(annotation, str):
        return typing is not None and _says(annotation, cls, "ClassVar", "typing")
    return typing is not None and (annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar)


def _is_initvar(annotation, cls):
    if isinstance(annotation, str):
        return _says(annotation, cls, "InitVar", "dataclasses")
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, cls):
    if _version < (3, 10):
        return False
    return _says(annotation, cls, "KW_ONLY", "dataclasses") if isinstance(annotation, str) else annotation is KW_ONLY


def _made_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ in ("member_descriptor", "getset_descriptor"):
            default = MISSING
        made = field(default=default)
    made.name, made.type, made._field_type = name, annotation, _FIELD
    if _is_classvar(annotation, cls):
        made._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation, cls):
        made._field_type = _FIELD_INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD:
        unhashable = made.default.__class__.__hash__ is None if _version >= (3, 11) else isinstance(made.default, (list, dict, set))
        if unhashable:
            raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    return made


def _init_of(cls, init_fields, frozen, slots, has_post):
    """`__init__` as text, compiled: so that its signature is the fields."""
    positional = [f for f in init_fields if not f.kw_only]
    keyword = [f for f in init_fields if f.kw_only]
    seen_default = None
    for f in positional:
        if not f.init:
            continue
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = f
        elif seen_default is not None:
            after = f" default argument {seen_default.name!r}" if _version >= (3, 12) else " default argument"
            raise TypeError(f"non-default argument {f.name!r} follows{after}")
    self_name = "__dataclass_self__" if any(f.name == "self" for f in init_fields) else "self"
    space = {"_missing": MISSING, "_factory": _HAS_DEFAULT_FACTORY, "_set": object.__setattr__}
    body, annotations = [], {}

    def parameter(f):
        annotations[f.name] = f.type
        if f.default is not MISSING:
            space[f"_default_{f.name}"] = f.default
            return f"{f.name}=_default_{f.name}"
        return f"{f.name}=_factory" if f.default_factory is not MISSING else f.name

    def store(name, value):
        body.append(f" _set({self_name}, {name!r}, {value})" if frozen else f" {self_name}.{name} = {value}")

    for f in positional + keyword:
        if f.default_factory is not MISSING:
            space[f"_make_{f.name}"] = f.default_factory
            store(f.name, f"_make_{f.name}() if {f.name} is _factory else {f.name}" if f.init else f"_make_{f.name}()")
        elif f._field_type is _FIELD and f.init:
            store(f.name, f.name)
        elif f._field_type is _FIELD and slots and f.default is not MISSING:
            space[f"_default_{f.name}"] = f.default
            store(f.name, f"_default_{f.name}")
    if has_post:
        given = ", ".join(f.name for f in init_fields if f._field_type is _FIELD_INITVAR)
        body.append(f" {self_name}.{_POST_INIT}({given})")
    parameters = [self_name] + [parameter(f) for f in positional if f.init]
    named = [parameter(f) for f in keyword if f.init]
    if named:
        parameters += ["*"] + named
    exec("def __init__(" + ", ".join(parameters) + "):\n" + ("\n".join(body) or " pass"), space)
    made = space["__init__"]
    made.__annotations__ = {**annotations, "return": None}
    made.__module__ = cls.__module__
    return made


def _values(fields):
    names = [f.name for f in fields]
    return lambda self: tuple([getattr(self, name) for name in names])


def _comparison(name, test, values, guard):
    def compare(self, other):
        if guard == "identity" and self is other:
            return True
        if other.__class__ is self.__class__:
            return test(values(self), values(other))
        return NotImplemented

    compare.__name__ = name
    return compare


def _set_new(cls, name, value):
    """Gives the class a method, unless it has one of its own; tells whether it had."""
    if name in cls.__dict__:
        return True
    value.__name__ = name
    value.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, value)
    return False


def _freeze(cls, fields):
    names = {f.name for f in fields}

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if _set_new(cls, function.__name__, function):
            raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    found, frozen_bases, any_base = {}, [], False
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get(_FIELDS)
        if inherited is not None:
            any_base = True
            found.update(inherited)
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    annotations = cls.__dict__.get("__annotations__", {})
    if _version >= (3, 14):
        annotations = dict(getattr(cls, "__annotations__", {})) if "__annotate__" in cls.__dict__ or annotations else {}
    own, keywords_from_here, kw_seen = [], kw_only, False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, cls):
            if kw_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            keywords_from_here = kw_seen = True
        else:
            own.append(_made_field(cls, name, annotation, keywords_from_here))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if any_base:
        if any(frozen_bases) and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not all(frozen_bases) and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, found)
    params = dict(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen)
    if _version >= (3, 12):
        params.update(match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
    setattr(cls, _PARAMS, _DataclassParams(**params))
    has_hash = "__hash__" in cls.__dict__ and not (cls.__dict__["__hash__"] is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    everything = list(found.values())
    init_fields = [f for f in everything if f._field_type in (_FIELD, _FIELD_INITVAR)]
    real = [f for f in everything if f._field_type is _FIELD]
    if init:
        _set_new(cls, "__init__", _init_of(cls, init_fields, frozen, slots, hasattr(cls, _POST_INIT)))
    if repr:
        shown = [f.name for f in real if f.repr]

        def __repr__(self):
            return self.__class__.__qualname__ + "(" + ", ".join([f"{name}={getattr(self, name)!r}" for name in shown]) + ")"

        guarded = _recursive_repr()(__repr__)
        guarded.__wrapped__ = __repr__
        _set_new(cls, "__repr__", guarded)
    values = _values([f for f in real if f.compare])
    if eq:
        _set_new(cls, "__eq__", _comparison("__eq__", lambda a, b: a == b, values, "identity" if _version >= (3, 13) else None))
    if order:
        tests = {"lt": lambda a, b: a < b, "le": lambda a, b: a <= b, "gt": lambda a, b: a > b, "ge": lambda a, b: a >= b}
        for short, test in tests.items():
            name = f"__{short}__"
            if _set_new(cls, name, _comparison(name, test, values, None)):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering"
                )
    if frozen:
        _freeze(cls, real)
    if unsafe_hash and has_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if unsafe_hash or eq and frozen and not has_hash:
        hashed = _values([f for f in real if (f.compare if f.hash is None else f.hash)])

        def __hash__(self):
            return hash(hashed(self))

        __hash__.__qualname__ = f"{cls.__qualname__}.__hash__"
        cls.__hash__ = __hash__
    elif eq and not has_hash:
        cls.__hash__ = None
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + _signature_text(cls)
    if match_args and _version >= (3, 10) and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in init_fields if f.init and not f.kw_only)
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if _version >= (3, 13):
        _set_new(cls, "__replace__", lambda self, /, **changes: _replaced(self, changes))
    if _version >= (3, 10) and hasattr(cls, "__abstractmethods__"):
        import abc

        abc.update_abstractmethods(cls)
    if slots:
        cls = _with_slots(cls, frozen, [f.name for f in real], weakref_slot)
    return cls


def _signature_text(cls):
    try:
        import inspect

        return str(inspect.signature(cls)).replace(" -> None", "")
    except (ImportError, TypeError, ValueError, AttributeError):
        return ""


def _with_slots(cls, frozen, names, weakref_slot):
    """The same class made again: slots must be there when a class is made."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        given = base.__dict__.get("__slots__", ("__dict__", "__weakref__") if base.__module__ != "builtins" else ())
        inherited.update((given,) if isinstance(given, str) else given)
    slots = [name for name in names + (["__weakref__"] if weakref_slot else []) if name not in inherited]
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    namespace["__slots__"] = tuple(slots)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    if frozen:
        made.__getstate__ = lambda self: [getattr(self, f.name) for f in fields(self)]

        def __setstate__(self, state):
            for f, value in zip(fields(self), state):
                object.__setattr__(self, f.name, value)

        made.__setstate__ = __setstate__
        for name in ("__setattr__", "__delattr__"):
            delattr(made, name)
        _freeze(made, fields(made))
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    """Decorates a class: its annotations are its fields."""

    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass or an instance of one."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """The fields as a dict, and those of the dataclasses within."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _unfolded(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields as a tuple, and those of the dataclasses within."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _unfolded(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _unfolded(obj, make):
    if _is_instance(obj):
        return make([(f.name, _unfolded(getattr(obj, f.name), make)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_unfolded(value, make) for value in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)(_unfolded(value, make) for value in obj)
    if isinstance(obj, dict):
        pairs = [(_unfolded(key, make), _unfolded(value, make)) for key, value in obj.items()]
        if hasattr(type(obj), "default_factory"):
            result = type(obj)(obj.default_factory)
            result.update(pairs)
            return result
        return type(obj)(pairs)
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **options):
    """A dataclass from names, (name, type) pairs, or (name, type, field) triples."""
    from keyword import iskeyword
    from types import new_class

    annotations, defaults = {}, {}
    for item in fields:
        name, kind, default = item, "typing.Any", MISSING
        if not isinstance(item, str):
            if len(item) not in (2, 3):
                raise TypeError(f"Invalid field: {item!r}")
            name, kind, default = item if len(item) == 3 else (*item, MISSING)
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
        if default is not MISSING:
            defaults[name] = default
    body = {**(namespace or {}), **defaults, "__annotations__": annotations}
    made = new_class(cls_name, bases, {}, lambda space: space.update(body))
    made.__module__ = module or sys._getframe(1).f_globals.get("__name__", "__main__")
    return dataclass(made, **options)


def _replaced(obj, changes):
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                kind = TypeError if _version >= (3, 13) else ValueError
                raise kind(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                kind = TypeError if _version >= (3, 13) else ValueError
                raise kind(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def replace(obj, /, **changes):
    """A new instance with some of its fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replaced(obj, changes)
