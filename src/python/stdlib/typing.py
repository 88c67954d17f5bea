"""Names to say types with. Nothing is checked when a program runs; what is written can be looked at.

Since 3.5 (PEP 484); variables since 3.6, `Protocol`, `TypedDict`, `Literal` and `Final` since 3.8, `Annotated` since 3.9, `ParamSpec`
since 3.10, `Self` and `Never` since 3.11, `override` since 3.12, `TypeIs` since 3.13.
Source: https://docs.python.org/3/library/typing.html
"""

import sys
import types
import collections as _collections
import _collections_abc as _abstract
import _typing_generic
from _typing_generic import *
from _typing_generic import _Alias, _AnnotatedAlias, _LiteralAlias, _Operators, _ParamPart, _SpecialGeneric
from _typing_generic import _checked, _evaluated, _make_type_param, _unique, _variables
from abc import ABCMeta as _ABCMeta

_version = sys.version_info[:2]
__all__ = _typing_generic._all


if _version >= (3, 8):
    __all__ += ["Protocol", "SupportsIndex", "TypedDict", "final", "get_args", "get_origin", "runtime_checkable"]

    _not_members = set(
        "__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__ __weakref__ "
        "__class_getitem__ __match_args__ __static_attributes__ __firstlineno__ __annotate__ __parameters__ __orig_bases__ _is_protocol "
        "_is_runtime_protocol __protocol_attrs__ _abc_impl __qualname__ __init_subclass__ __type_params__ __orig_class__ "
        "__non_callable_proto_members__ __annotate_func__ __annotations_cache__".split()
    )

    def _members(cls):
        found = set()
        for base in cls.__mro__[:-1]:
            if base.__name__ not in ("Protocol", "Generic"):
                found.update(name for name in [*base.__dict__, *base.__dict__.get("__annotations__", {})] if name not in _not_members)
        return found

    class _ProtocolMeta(_ABCMeta):
        def __instancecheck__(cls, instance):
            if not cls.__dict__.get("_is_protocol"):
                return super().__instancecheck__(instance)
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            return super().__instancecheck__(instance) or all(hasattr(instance, name) for name in _members(cls))

    def _no_init(self, *args, **kwargs):
        raise TypeError("Protocols cannot be instantiated")

    class Protocol(Generic, metaclass=_ProtocolMeta):
        """The base of classes that say which members count, whoever has them (PEP 544)."""

        __slots__ = ()
        _is_protocol = True
        _is_runtime_protocol = False

        def __init_subclass__(cls, *args, **kwargs):
            super().__init_subclass__(*args, **kwargs)
            if not cls.__dict__.get("_is_protocol", False):
                cls._is_protocol = any(base is Protocol for base in cls.__bases__)
            if "__subclasshook__" not in cls.__dict__:
                cls.__subclasshook__ = classmethod(_protocol_hook)
            if cls._is_protocol and cls.__init__ is object.__init__:
                cls.__init__ = _no_init

    _typing_generic.Protocol = Protocol

    def _protocol_hook(cls, other):
        if not cls.__dict__.get("_is_protocol", False):
            return NotImplemented
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        for name in _members(cls):
            for base in other.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return NotImplemented
                    break
                if name in base.__dict__.get("__annotations__", {}) and getattr(other, "_is_protocol", False):
                    break
            else:
                return NotImplemented
        return True

    def runtime_checkable(cls):
        """Lets `isinstance` ask whether the members are there."""
        if not getattr(cls, "_is_protocol", False):
            raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
        cls._is_runtime_protocol = True
        return cls

    def final(f):
        """Says that a class or method is not to be overridden."""
        if _version >= (3, 11):
            try:
                f.__final__ = True
            except (AttributeError, TypeError):
                pass
        return f

    def get_origin(tp):
        """What was subscribed: `list` of `List[int]`."""
        if isinstance(tp, _AnnotatedAlias):
            return Annotated
        if isinstance(tp, (_Alias, _SpecialGeneric, _ParamPart)) or _version >= (3, 9) and isinstance(tp, types.GenericAlias):
            return tp.__origin__
        if tp is Generic:
            return Generic
        return types.UnionType if _version >= (3, 10) and isinstance(tp, types.UnionType) else None

    def get_args(tp):
        """With what: `(int,)` of `List[int]`."""
        if isinstance(tp, _AnnotatedAlias):
            return (tp.__origin__,) + tp.__metadata__
        if isinstance(tp, _Alias) or _version >= (3, 9) and isinstance(tp, types.GenericAlias):
            args = tp.__args__
            if tp.__origin__ is _abstract.Callable and not (len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _Alias)) and getattr(args[0], "_name", "Concatenate") == "Concatenate")):
                return (list(args[:-1]), args[-1])
            return args
        return tp.__args__ if _version >= (3, 10) and isinstance(tp, types.UnionType) else ()

    class _TypedDictMeta(type):
        def __new__(cls, name, bases, namespace, total=True):
            annotations = dict(namespace.get("__annotations__", {}))
            required, optional = set(), set()
            made = type.__new__(_TypedDictMeta, name, (dict,), {**namespace})
            everything = {}
            for base in bases:
                everything.update(getattr(base, "__annotations__", {}))
                required |= getattr(base, "__required_keys__", set())
                optional |= getattr(base, "__optional_keys__", set())
            for key, kind in annotations.items():
                mark = getattr(kind, "_name", None) if isinstance(kind, _Alias) else None
                needed = mark == "Required" or total and mark != "NotRequired"
                (required if needed else optional).add(key)
                (optional if needed else required).discard(key)
                everything[key] = _checked(kind)
            made.__annotations__ = everything
            made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
            made.__total__ = total
            return made

        def __instancecheck__(cls, other):
            raise TypeError("TypedDict does not support instance and class checks")

        __subclasscheck__ = __instancecheck__

    _TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})

    def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
        """A dict with certain keys: to inherit from, or to call with a name and the keys."""
        namespace = {"__annotations__": dict(fields if fields is not None else kwargs)}
        namespace["__module__"] = sys._getframe(1).f_globals.get("__name__")
        made = _TypedDictMeta(typename, (), namespace, total=total)
        if _version >= (3, 12):
            made.__orig_bases__ = (TypedDict,)
        return made

    TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)

    def _supports(name, method, kind):
        namespace = {"__module__": "typing", "__slots__": (), method: None}

        def body(self):
            pass

        body.__name__ = method
        from abc import abstractmethod

        namespace[method] = abstractmethod(body)
        return runtime_checkable(types.new_class(name, (Protocol,), {}, lambda space: space.update(namespace)))

    for _name, _method in [("Int", "__int__"), ("Float", "__float__"), ("Complex", "__complex__"), ("Bytes", "__bytes__"),
                           ("Index", "__index__"), ("Abs", "__abs__"), ("Round", "__round__")]:  # fmt: skip
        globals()["Supports" + _name] = _supports("Supports" + _name, _method, None)
        if _name != "Index":
            __all__.append("Supports" + _name)


class _NamedTupleMeta(type):
    def __new__(cls, name, bases, namespace):
        kinds = {key: _checked(kind) for key, kind in namespace.get("__annotations__", {}).items()}
        defaults = [key for key in kinds if key in namespace]
        for before, after in zip(list(kinds), list(kinds)[1:]):
            if before in namespace and after not in namespace:
                s = "s" if len(defaults) > 1 else ""
                raise TypeError(f"Non-default namedtuple field {after} cannot follow default field{s} {', '.join(defaults)}")
        made = _collections.namedtuple(name, kinds, defaults=[namespace[key] for key in defaults], module=namespace["__module__"])
        made.__annotations__ = kinds
        made.__new__.__annotations__ = kinds
        for key, value in namespace.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_make", "_replace", "_asdict"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__annotations__", "__qualname__", "__classcell__") and key not in kinds:
                setattr(made, key, value)
        return made


_NamedTuple = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


def NamedTuple(typename, fields=None, /, **kwargs):
    """A named tuple whose fields have types: to inherit from, or to call with a name and the fields."""
    pairs = list(fields if fields is not None else kwargs.items())
    made = _collections.namedtuple(typename, [name for name, _ in pairs], module=sys._getframe(1).f_globals.get("__name__"))
    made.__annotations__ = made.__new__.__annotations__ = {name: _checked(kind) for name, kind in pairs}
    if _version >= (3, 12):
        made.__orig_bases__ = (NamedTuple,)
    return made


if _version >= (3, 7):
    NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)
else:
    _from_call = NamedTuple
    NamedTuple = type.__new__(
        _NamedTupleMeta, "NamedTuple", (), {"__new__": lambda cls, *args, **kwargs: _from_call(*args, **kwargs)}
    )

AnyStr = TypeVar("AnyStr", bytes, str)
T, KT, VT = TypeVar("T"), TypeVar("KT"), TypeVar("VT")


class NewType(_Operators):
    """A name for a type that is another's twin: to the checker different, at run time the same."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[-1]
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get("__name__")

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


def cast(typ, val):
    """The value; the checker takes it to be of the type."""
    return val


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always "
        "be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    """One of several signatures of a function; the last definition, without this, is the function."""
    function = getattr(func, "__func__", func)
    if hasattr(function, "__code__"):
        _overloads.setdefault((function.__module__, function.__qualname__), {})[function.__code__.co_firstlineno] = func
    return _overload_dummy


def no_type_check(arg):
    """Says that annotations are not types."""
    if isinstance(arg, type):
        for value in arg.__dict__.values():
            if isinstance(value, (types.FunctionType, type)):
                value.__no_type_check__ = True
    arg.__no_type_check__ = True
    return arg


def no_type_check_decorator(decorator):
    return lambda *args, **kwds: no_type_check(decorator(*args, **kwds))


def _bare(kind):
    """Without Annotated, Required and their like."""
    if isinstance(kind, _AnnotatedAlias):
        return _bare(kind.__origin__)
    if isinstance(kind, _Alias) and kind._name in ("Required", "NotRequired", "ReadOnly"):
        return _bare(kind.__args__[0])
    if isinstance(kind, _Alias) and not isinstance(kind, _LiteralAlias):
        args = tuple(map(_bare, kind.__args__))
        return kind if args == kind.__args__ else kind._with(args)
    return kind


def _defaults_of(function):
    code = getattr(function, "__code__", None)
    if code is None:
        return {}
    values = function.__defaults__ or ()
    names = code.co_varnames[: code.co_argcount]
    return {**(function.__kwdefaults__ or {}), **dict(zip(names[len(names) - len(values) :], values))}


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, with names in text looked up."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            space = getattr(sys.modules.get(base.__module__), "__dict__", {}) if globalns is None else globalns
            for name, kind in base.__dict__.get("__annotations__", {}).items():
                kind = type(None) if kind is None else ForwardRef(kind, False) if isinstance(kind, str) else kind
                hints[name] = _evaluated(kind, space, localns if localns is not None else dict(vars(base)))
    else:
        if globalns is None:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            globalns = obj.__dict__ if isinstance(obj, types.ModuleType) else getattr(inner, "__globals__", {})
        found = getattr(obj, "__annotations__", None)
        if found is None:
            if isinstance(obj, (types.BuiltinFunctionType, types.ModuleType)):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        defaults = _defaults_of(obj) if _version < (3, 11) else {}
        for name, kind in found.items():
            kind = type(None) if kind is None else ForwardRef(kind, not isinstance(obj, types.ModuleType)) if isinstance(kind, str) else kind
            hints[name] = _evaluated(kind, globalns, localns)
            # Until 3.10 a default of None meant that it may be None.
            if defaults.get(name, 0) is None:
                hints[name] = Optional[hints[name]]
    return hints if include_extras else {name: _bare(kind) for name, kind in hints.items()}


class IO(Generic[AnyStr]):
    """A stream, of text or bytes."""


class TextIO(IO[str]):
    """A stream of text."""


class BinaryIO(IO[bytes]):
    """A stream of bytes."""


if _version >= (3, 11):
    __all__ += ["assert_never", "assert_type", "clear_overloads", "dataclass_transform", "get_overloads", "reveal_type"]

    def assert_never(arg, /):
        shown = repr(arg)
        raise AssertionError(f"Expected code to be unreachable, but got: {shown if len(shown) <= 100 else shown[:100] + '...'}")

    def assert_type(val, typ, /):
        return val

    def reveal_type(obj, /):
        print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
        return obj

    def get_overloads(func):
        function = getattr(func, "__func__", func)
        return list(_overloads.get((function.__module__, function.__qualname__), {}).values())

    def clear_overloads():
        _overloads.clear()

    def dataclass_transform(**params):
        def decorate(cls_or_fn):
            cls_or_fn.__dataclass_transform__ = params
            return cls_or_fn

        return decorate


if _version >= (3, 12):
    __all__ += ["override", "TypeAliasType"]

    def override(method, /):
        try:
            method.__override__ = True
        except (AttributeError, TypeError):
            pass
        return method

    class TypeAliasType(_Operators):
        """What `type X = ...` makes: a name for a type that is worked out when it is first asked for."""

        def __init__(self, name, value, *, type_params=()):
            if not isinstance(type_params, tuple):
                raise TypeError("type_params must be a tuple")
            self._fill(name, type_params, sys._getframe(1).f_globals.get("__name__"))
            self._values["__value__"] = value

        def _fill(self, name, type_params, module):
            self._values = {"__name__": name, "__type_params__": type_params, "__module__": module}

        def __getattribute__(self, name):
            values = object.__getattribute__(self, "__dict__").get("_values", {})
            if name == "__value__" and name not in values:
                values[name] = values["evaluate"]()
            return values[name] if name in values else object.__getattribute__(self, name)

        def __setattr__(self, name, value):
            if name != "_values":
                written = name in ("__name__", "__value__", "__type_params__", "__parameters__", "__module__")
                raise AttributeError(
                    f"attribute {name!r} of 'typing.TypeAliasType' objects is not writable"
                    if written
                    else f"'typing.TypeAliasType' object has no attribute {name!r}"
                )
            object.__setattr__(self, name, value)

        @property
        def __parameters__(self):
            return tuple(part for each in self.__type_params__ for part in (each if isinstance(each, TypeVarTuple) else (each,)))

        def __repr__(self):
            return self.__name__

        def __getitem__(self, params):
            if not self.__type_params__:
                raise TypeError("Only generic type aliases are subscriptable")
            return types.GenericAlias(self, params)

        def __call__(self, *args, **kwds):
            raise TypeError("'typing.TypeAliasType' object is not callable")

        def __reduce__(self):
            return self.__name__

    def _make_type_alias(name, type_params, evaluate):
        """What the statement `type name[type_params] = …` binds; `evaluate` works out the right side (PEP 695)."""
        alias = TypeAliasType.__new__(TypeAliasType)
        alias._fill(name, type_params, sys._getframe(1).f_globals.get("__name__"))
        alias._values["evaluate"] = evaluate
        return alias


if _version >= (3, 13):
    __all__ += ["get_protocol_members", "is_protocol", "is_typeddict", "NoDefault"]

    def is_protocol(tp, /):
        return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol

    def get_protocol_members(tp, /):
        if not is_protocol(tp):
            raise TypeError(f"{tp!r} is not a Protocol")
        return frozenset(_members(tp))


if _version >= (3, 10):

    def is_typeddict(tp):
        return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict
