"""What annotations are written with: names, type variables, `Union` and its like, `List[int]`, and classes that take types.

Source: https://docs.python.org/3/library/typing.html
"""

import sys
import types
import collections as _collections
import _collections_abc as _abstract
from abc import ABCMeta as _ABCMeta

_version = sys.version_info[:2]

# What `typing` exports, of its own names as well; each release adds to it.
_all = ["Any", "Callable", "ClassVar", "Generic", "Optional", "Tuple", "Type", "TypeVar", "Union", "AnyStr", "cast", "get_type_hints",
           "NewType", "no_type_check", "no_type_check_decorator", "overload", "Text", "TYPE_CHECKING", "NamedTuple", "NoReturn", "ForwardRef"]

TYPE_CHECKING = False
Text = str
# A generic class of its own kind: `typing` makes it, and tells it here.
Protocol = None


def _shown(kind):
    """A type as annotations show it."""
    if isinstance(kind, type) and getattr(kind, "__origin__", None) is None:
        return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    if kind is ...:
        return "..."
    if isinstance(kind, types.FunctionType):
        return kind.__name__
    if isinstance(kind, list):
        return "[" + ", ".join(map(_shown, kind)) + "]"
    return repr(kind)


_ARGUMENTS = "arguments" if _version >= (3, 10) else "parameters"


def _checked(kind, message="Parameters to generic types must be types."):
    """The type an argument stands for: None for its class, text for a name to be looked up later."""
    if kind is None:
        return type(None)
    if isinstance(kind, str):
        return ForwardRef(kind)
    if kind is Generic or kind is Protocol:
        raise TypeError(f"Plain {kind} is not valid as type argument")
    if kind is ... or isinstance(kind, list) or callable(kind) or isinstance(kind, (_Special, _Alias, TypeVar, ForwardRef)):
        return kind
    if type(kind) is tuple or _version < (3, 11):
        raise TypeError(f"{message} Got {kind!r:.100}.")
    return kind


def _unique(items):
    found = []
    for item in items:
        if item not in found:
            found.append(item)
    return found


def _variables(args):
    found = []
    for arg in args:
        for each in [arg] if isinstance(arg, TypeVar) else getattr(arg, "__parameters__", ()) if not isinstance(arg, type) else ():
            found.append(each)
        if isinstance(arg, (list, tuple)):
            found.extend(_variables(arg))
    return tuple(_unique(found))


def _substituted(arg, values):
    if isinstance(arg, TypeVar):
        return values.get(arg, arg)
    if isinstance(arg, (list, tuple)):
        return type(arg)(_substituted(each, values) for each in arg)
    inner = getattr(arg, "__parameters__", ()) if not isinstance(arg, type) else ()
    return arg[tuple(values.get(each, each) for each in inner)] if inner else arg


class _Final:
    """What cannot be inherited from."""

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError("Cannot subclass special typing classes")


class _Operators:
    """`X | Y` for what is not a class."""

    if _version >= (3, 10):

        def __or__(self, other):
            return Union[self, other]

        def __ror__(self, other):
            return Union[other, self]


class ForwardRef(_Operators):
    """A type given by its name, as text."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            self.__forward_code__ = compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, *args, **kwargs):
        space = globalns if globalns is not None else {}
        value = eval(self.__forward_code__, space, localns if localns is not None else space)
        self.__forward_value__ = _evaluated(_checked(value), globalns, localns)
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"


class _NoDefaultType:
    """The type of `NoDefault`: what stands in `__default__` of a type parameter without one (PEP 696)."""

    def __new__(cls):
        return NoDefault

    def __reduce__(self):
        return "NoDefault"

    def __repr__(self):
        return "typing.NoDefault"


NoDefault = object.__new__(_NoDefaultType)


class TypeVar(_Operators):
    """A type to be named later; constraints list what it may be, a bound what it must be below."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple(_checked(each) for each in constraints)
        self.__bound__ = None if bound is None else _checked(bound, "Bound must be a type.")
        self.__covariant__, self.__contravariant__ = bool(covariant), bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__default__ = default
        self.__module__ = sys._getframe(1).f_globals.get("__name__")

    def __getattr__(self, name):
        """What PEP 695 and 696 have worked out when it is first asked for: bound, constraints, default."""
        evaluate = self.__dict__.get("_late", {}).get(name)
        if evaluate is None:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        value = evaluate()
        setattr(self, name, value)
        return value

    if _version >= (3, 13):

        def has_default(self):
            return "__default__" in self.__dict__.get("_late", {}) or self.__default__ is not NoDefault

    def __typing_subst__(self, arg):
        """What stands for it in `list[T][arg]`."""
        return _checked(arg)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __call__(self, *args, **kwds):
        raise TypeError(f"'{'typing.' if _version >= (3, 12) else ''}{type(self).__name__}' object is not callable")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _Alias(_Operators):
    """A generic with its arguments: `List[int]`."""

    if _version < (3, 7):

        def __new__(cls, origin, args, name=None):
            if isinstance(origin, str):
                # Without PEP 560 a class statement takes the type of its first base for the metaclass, and calls it.
                bases = []
                for base in args:
                    bases.extend(base.__mro_entries__(args) if isinstance(base, _Alias) else [base])
                return _GenericMeta(origin, tuple(bases), name)
            return super().__new__(cls)

    def __init__(self, origin, args, name=None):
        self.__origin__, self._name = origin, name
        self.__args__ = args
        self.__parameters__ = _variables(args)

    def __getattr__(self, attribute):
        if attribute.startswith("__") and attribute.endswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(attribute)
        return getattr(self.__origin__, attribute)

    def __getitem__(self, params):
        params = params if isinstance(params, tuple) else (params,)
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if any(isinstance(each, TypeVarTuple) for each in self.__parameters__):
            return self._with(params)
        if len(params) != len(self.__parameters__):
            many = "many" if len(params) > len(self.__parameters__) else "few"
            raise TypeError(f"Too {many} {_ARGUMENTS} for {self}; actual {len(params)}, expected {len(self.__parameters__)}")
        values = dict(zip(self.__parameters__, map(_checked, params)))
        return self._with(tuple(_substituted(arg, values) for arg in self.__args__))

    def _with(self, args):
        if self.__origin__ is Union:
            return Union[args]
        return type(self)(self.__origin__, args, self._name)

    def __call__(self, *args, **kwargs):
        if not isinstance(self.__origin__, type) or self._name == "Type":
            raise TypeError(f"Type {self._name} cannot be instantiated")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot subclass {self!r}")
        after = bases[bases.index(self) + 1 :]
        # Another alias after it brings Generic along.
        if self.__origin__ is Generic and any(isinstance(base, _Alias) and base is not self for base in after):
            return ()
        entries = [] if self.__origin__ in bases else [self.__origin__]
        if self._name is not None and self.__origin__ is not Generic and Generic not in bases:
            if not any(isinstance(base, _Alias) or isinstance(base, type) and issubclass(base, Generic) for base in after):
                entries.append(Generic)
        return tuple(entries)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return any(issubclass(cls, each) for each in self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __eq__(self, other):
        if self.__origin__ is Union and _version >= (3, 10) and isinstance(other, types.UnionType):
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _Alias):
            return NotImplemented
        if self.__origin__ is Union:
            return other.__origin__ is Union and set(self.__args__) == set(other.__args__)
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash(frozenset(self.__args__)) if self.__origin__ is Union else hash((self.__origin__, self.__args__))

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _shown(self.__origin__)
        args = self.__args__
        if self.__origin__ is Union:
            others = [arg for arg in args if arg is not type(None)]
            if len(args) == 2 and len(others) == 1 and _version >= (3, 9):
                return f"typing.Optional[{_shown(others[0])}]"
            return "typing.Union[" + ", ".join("NoneType" if arg is type(None) else _shown(arg) for arg in args) + "]"
        if self.__origin__ is _abstract.Callable:
            if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)):
                return f"typing.Callable[{_shown(args[0])}, {_shown(args[1])}]"
            return f"typing.Callable[[{', '.join(map(_shown, args[:-1]))}], {_shown(args[-1])}]"
        if self._name == "Literal":
            return f"typing.Literal[{', '.join(map(repr, args))}]"
        if self._name == "Annotated":
            return f"typing.Annotated[{', '.join([_shown(args[0]), *map(repr, self.__metadata__)])}]"
        return f"{name}[{', '.join('NoneType' if arg is type(None) else _shown(arg) for arg in args) or '()'}]"


class _Special(_Operators):
    """A name with a meaning of its own: Any, Union, ClassVar; `make` says what subscribing it gives."""

    def __init__(self, name, make=None, doc=None):
        self._name = self.__name__ = self.__qualname__ = name
        self.__module__ = "typing"
        self._make = make
        self.__doc__ = doc

    def __repr__(self):
        return f"typing.{self._name}"

    def __getitem__(self, params):
        if self._make is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._make(self, params)

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __reduce__(self):
        return self._name


def _one(special, params):
    if isinstance(params, tuple):
        raise TypeError(f"{special} accepts only single type. Got {params!r:.100}.")
    return _Alias(special, (_checked(params),), special._name)


def _union(special, params):
    if params == ():
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for arg in params if isinstance(params, tuple) else (params,):
        arg = _checked(arg, "Union[arg, ...]: each arg must be a type.")
        inside = isinstance(arg, _Alias) and arg.__origin__ is Union
        if inside or _version >= (3, 10) and isinstance(arg, types.UnionType):
            flat.extend(arg.__args__)
        else:
            flat.append(arg)
    flat = _unique(flat)
    return flat[0] if len(flat) == 1 else _Alias(Union, tuple(flat))


def _optional(special, param):
    return Union[_checked(param, f"{special if _version >= (3, 9) else 'Optional[t]'} requires a single type."), type(None)]


def _literal(special, params):
    params = params if isinstance(params, tuple) else (params,)
    flat = []
    for arg in params:
        flat.extend(arg.__args__ if isinstance(arg, _Alias) and arg._name == "Literal" else [arg])
    pairs = _unique([(arg, type(arg)) for arg in flat])
    return _LiteralAlias(special, tuple(arg for arg, _ in pairs), "Literal")


class _LiteralAlias(_Alias):
    def __init__(self, origin, args, name=None):
        super().__init__(origin, args, name)
        self.__parameters__ = ()

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(a, type(a)) for a in self.__args__} == {(a, type(a)) for a in other.__args__}

    def __hash__(self):
        return hash(frozenset((a, type(a)) for a in self.__args__))


class _AnnotatedAlias(_Alias):
    """A type with what else there is to say of it, in `__metadata__`."""

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata, origin = origin.__metadata__ + metadata, origin.__origin__
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


def _annotated(special, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    return _AnnotatedAlias(_checked(params[0]), params[1:])


def _concatenate(special, params):
    params = params if isinstance(params, tuple) else (params,)
    return _Alias(special, tuple(map(_checked, params)), special._name)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


if _version >= (3, 11):

    class Any(metaclass=_AnyMeta):
        """Every type; from 3.11 it can be inherited from."""

        def __new__(cls, *args, **kwargs):
            if cls is Any:
                raise TypeError("Any cannot be instantiated")
            return super().__new__(cls)

else:
    Any = _Special("Any")
Union, Optional, ClassVar, NoReturn = _Special("Union", _union), _Special("Optional", _optional), _Special("ClassVar", _one), _Special("NoReturn")

for _since, _name, _make in [
    ((3, 8), "Literal", _literal), ((3, 8), "Final", _one), ((3, 9), "Annotated", _annotated), ((3, 10), "TypeAlias", None),
    ((3, 10), "TypeGuard", _one), ((3, 10), "Concatenate", _concatenate), ((3, 11), "Self", None), ((3, 11), "Never", None),
    ((3, 11), "LiteralString", None), ((3, 11), "Required", _one), ((3, 11), "NotRequired", _one), ((3, 11), "Unpack", _one),
    ((3, 13), "ReadOnly", _one), ((3, 13), "TypeIs", _one),
]:  # fmt: skip
    if _version >= _since:
        globals()[_name] = _Special(_name, _make)
        _all.append(_name)


class ParamSpec(TypeVar):
    """The parameters of a callable, to be named later."""

    @property
    def args(self):
        return _ParamPart(self, "args")

    @property
    def kwargs(self):
        return _ParamPart(self, "kwargs")


class _ParamPart:
    def __init__(self, origin, part):
        self.__origin__, self._part = origin, part

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._part}"

    def __eq__(self, other):
        return isinstance(other, _ParamPart) and (self.__origin__, self._part) == (other.__origin__, other._part)

    def __hash__(self):
        return hash((self.__origin__, self._part))


class TypeVarTuple(TypeVar):
    """Any number of types, to be named later."""

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


if _version >= (3, 10):
    _all += ["ParamSpec"]
if _version >= (3, 11):
    _all += ["TypeVarTuple"]


def _make_type_param(kind, name, bound, default):
    """A parameter of `def f[T]`, `class C[T]` or `type X[T]`; `bound` and `default` are functions, or None (PEP 695, PEP 696)."""
    cls = {"ParamSpec": ParamSpec, "TypeVarTuple": TypeVarTuple}.get(kind, TypeVar)
    made = object.__new__(cls)
    made.__name__ = name
    made.__covariant__ = made.__contravariant__ = False
    made.__infer_variance__ = True
    made.__module__ = sys._getframe(1).f_globals.get("__name__")
    late = {"__constraints__": bound} if kind == "Constrained" else {"__bound__": bound}
    late["__default__"] = default
    made._late = {attribute: evaluate for attribute, evaluate in late.items() if evaluate is not None}
    for attribute, empty in (("__bound__", None), ("__constraints__", ()), ("__default__", NoDefault)):
        if attribute not in made._late:
            setattr(made, attribute, empty)
    return made


class _SpecialGeneric(_Special):
    """`List` and the like: a class of builtins or collections, that takes so many arguments."""

    def __init__(self, origin, count, name):
        super().__init__(name)
        self.__origin__, self._count = origin, count
        self.__parameters__ = ()

    def __getitem__(self, params):
        params = tuple(map(_checked, params if isinstance(params, tuple) else (params,)))
        if self._count >= 0 and len(params) != self._count:
            many = "many" if len(params) > self._count else "few"
            raise TypeError(f"Too {many} {_ARGUMENTS} for {self}; actual {len(params)}, expected {self._count}")
        return _Alias(self.__origin__, params, self._name)

    def __call__(self, *args, **kwds):
        if self.__origin__.__module__ == "builtins" or self._name == "Type":
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        return self.__origin__(*args, **kwds)

    def __mro_entries__(self, bases):
        entries = [] if self.__origin__ in bases else [self.__origin__]
        return tuple(entries + ([Generic] if Generic not in bases else []))

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


class _CallableType(_SpecialGeneric):
    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        if isinstance(args, list):
            return _Alias(self.__origin__, tuple(map(_checked, args)) + (_checked(result),), "Callable")
        if _version >= (3, 9) and isinstance(args, type):
            return self[[args], result]
        if args is not ... and not isinstance(args, (ParamSpec, _Alias)):
            raise TypeError(f"Callable[args, result]: args must be a list. Got {args}")
        return _Alias(self.__origin__, (args, _checked(result)), "Callable")


Callable = _CallableType(_abstract.Callable, 2, "Callable")
Tuple = _SpecialGeneric(tuple, -1, "Tuple")
Type = _SpecialGeneric(type, 1, "Type")
for _name, _origin, _count in [
    ("List", list, 1), ("Dict", dict, 2), ("Set", set, 1), ("FrozenSet", frozenset, 1), ("DefaultDict", _collections.defaultdict, 2),
    ("OrderedDict", _collections.OrderedDict, 2), ("Counter", _collections.Counter, 1), ("ChainMap", _collections.ChainMap, 2),
    ("Deque", _collections.deque, 1),
] + [
    (name, getattr(_abstract, name), count)
    for count, names in [
        (0, "Hashable Sized ByteString"),
        (1, "Awaitable AsyncIterable AsyncIterator Iterable Iterator Reversible Container Collection MutableSet Sequence MutableSequence KeysView ValuesView"),
        (2, "Mapping MutableMapping ItemsView AsyncGenerator"),
        (3, "Coroutine Generator"),
    ]
    for name in names.split()
    if hasattr(_abstract, name)
] + [("AbstractSet", _abstract.Set, 1), ("MappingView", _abstract.MappingView, 1)]:  # fmt: skip
    globals()[_name] = _SpecialGeneric(_origin, _count if _count or _name in ("Hashable", "Sized") else -1, _name)
    _all.append(_name)
if _version >= (3, 6):
    import contextlib as _contextlib

    ContextManager = _SpecialGeneric(_contextlib.AbstractContextManager, -1, "ContextManager")
    _all.append("ContextManager")
if _version >= (3, 7):
    AsyncContextManager = _SpecialGeneric(_contextlib.AbstractAsyncContextManager, -1, "AsyncContextManager")
    _all.append("AsyncContextManager")


class _GenericMeta(_ABCMeta):
    """Before 3.7 classes could not say themselves what subscribing them gives (PEP 560): `Box[int]` was a subclass of `Box`."""

    def __new__(mcls, name, bases, namespace):
        made = super().__new__(mcls, name, bases, namespace)
        if "__parameters__" not in namespace:
            made.__origin__ = made.__args__ = None
            made.__parameters__ = tuple(_unique(each for base in bases for each in getattr(base, "__parameters__", ())))
        return made

    def __getitem__(cls, params):
        params = tuple(map(_checked, params if isinstance(params, tuple) else (params,)))
        if cls is not Generic and len(params) != len(cls.__parameters__):
            raise TypeError(f"Cannot change parameter count from {len(cls.__parameters__)} to {len(params)}")
        said = {"__origin__": cls, "__args__": params, "__parameters__": _variables(params), "__module__": cls.__module__}
        made = type(cls)(cls.__name__, (cls,), said)
        made.__qualname__ = cls.__qualname__
        return made

    def __repr__(cls):
        args = cls.__dict__.get("__args__")
        return _plain_repr(cls) if not args else f"{cls.__module__}.{cls.__qualname__}[{', '.join(map(_shown, args))}]"


def _plain_repr(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


class Generic(metaclass=type if _version >= (3, 7) else _GenericMeta):
    """The base of classes that take types as arguments."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        params = tuple(map(_checked, params if isinstance(params, tuple) else (params,)))
        if cls in (Generic, Protocol):
            if not params or not all(isinstance(each, (TypeVar, _Alias)) for each in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables{' or parameter specification variables.' if _version >= (3, 10) else ''}")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        else:
            expected = cls.__parameters__
            if not expected:
                raise TypeError(f"{cls} is not a generic class")
            if len(params) != len(expected) and not any(isinstance(each, (TypeVarTuple, ParamSpec)) for each in expected):
                many = "many" if len(params) > len(expected) else "few"
                raise TypeError(f"Too {many} {_ARGUMENTS} for {cls}; actual {len(params)}, expected {len(expected)}")
        return _Alias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if _version < (3, 7):
            return
        bases = cls.__dict__.get("__orig_bases__", ())
        if Generic in (bases if "__orig_bases__" in cls.__dict__ else cls.__bases__) and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        found = _variables(bases)
        generic = [base for base in bases if isinstance(base, _Alias) and base.__origin__ is Generic]
        if len(generic) > 1:
            raise TypeError(f"Cannot inherit from Generic[...] multiple {'times' if _version >= (3, 11) else 'types'}.")
        for base in bases:
            if base in generic:
                missing = [each for each in found if each not in base.__parameters__]
                if missing:
                    listed, given = ", ".join(map(str, missing)), ", ".join(map(str, base.__parameters__))
                    raise TypeError(f"Some type variables ({listed}) are not listed in Generic[{given}]")
                found = base.__parameters__
        cls.__parameters__ = tuple(found)


def _evaluated(kind, globalns, localns):
    """A type with every name in it looked up."""
    if isinstance(kind, ForwardRef):
        return kind._evaluate(globalns, localns)
    if isinstance(kind, _LiteralAlias):
        return kind
    if isinstance(kind, _Alias):
        args = tuple(_evaluated(arg, globalns, localns) for arg in kind.__args__)
        return kind if args == kind.__args__ else kind._with(args)
    if _version >= (3, 9) and isinstance(kind, types.GenericAlias):
        args = tuple(_evaluated(ForwardRef(arg) if isinstance(arg, str) else arg, globalns, localns) for arg in kind.__args__)
        return types.GenericAlias(kind.__origin__, args)
    return kind


# Where readers of a repr look for them.
for _kind in list(globals().values()):
    if isinstance(_kind, type) and _kind.__module__ == __name__:
        _kind.__module__ = "typing"
