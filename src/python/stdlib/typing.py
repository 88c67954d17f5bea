"""Names for type hints: they say what a value should be, and nothing checks it while the program runs.

Since 3.5 (PEP 484); Protocol, Literal, Final and TypedDict since 3.8, Annotated since 3.9, ParamSpec and TypeGuard since 3.10, Self and
assert_never since 3.11, override since 3.12. Source: https://docs.python.org/3/library/typing.html
"""

import sys
import collections
import collections.abc
import functools
import types
from abc import ABCMeta, abstractmethod

_version = sys.version_info[:2]


def _type_repr(obj):
    if isinstance(obj, type) and not hasattr(obj, "__args__"):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return "%s.%s" % (obj.__module__, obj.__qualname__)
    if obj is Ellipsis:
        return "..."
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    if isinstance(obj, (list, tuple)):
        return "[" + ", ".join(map(_type_repr, obj)) + "]"
    return repr(obj)


def _type_check(arg, msg):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if arg is Generic or arg is Protocol:
        raise TypeError("Plain %r is not valid as type argument" % (arg,))
    if arg is ClassVar or arg is Final:
        raise TypeError("Plain %r is not valid as type argument" % (arg,))
    if type(arg) is tuple or not callable(arg) and not isinstance(arg, (_Special, TypeVar)) and not hasattr(arg, "__args__"):
        raise TypeError("%s Got %r." % (msg, arg))
    return arg


def _parameters(args):
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            if arg not in found:
                found.append(arg)
        elif isinstance(arg, (list, tuple)):
            found += [p for p in _parameters(arg) if p not in found]
        elif not isinstance(arg, type) or hasattr(arg, "__args__"):
            found += [p for p in getattr(arg, "__parameters__", ()) if p not in found]
    return tuple(found)


def _substituted(arg, by):
    if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
        return by.get(arg, arg)
    if isinstance(arg, list):
        return [_substituted(a, by) for a in arg]
    own = getattr(arg, "__parameters__", ()) if not isinstance(arg, type) or hasattr(arg, "__args__") else ()
    if own:
        return arg[tuple(by.get(p, p) for p in own)]
    return arg


class _Hint:
    """What every hint can do: stand in a union, and refuse to be called or asked about instances."""

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __call__(self, *args, **kwds):
        raise TypeError("Cannot instantiate %r" % (self,))

    def __instancecheck__(self, obj):
        raise TypeError("%r cannot be used with isinstance()" % (self,))

    def __subclasscheck__(self, cls):
        raise TypeError("%r cannot be used with issubclass()" % (self,))


class ForwardRef(_Hint):
    """A hint that is still text."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError("Forward reference must be a string -- got %r" % (arg,))
        try:
            self.__forward_code__ = compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError("Forward reference must be an expression -- got %r" % (arg,)) from None
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_class__ = is_class

    def _resolve(self, globalns, localns):
        return eval(self.__forward_code__, globalns, localns)

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return "ForwardRef(%r)" % self.__forward_arg__


class _Variable(_Hint):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, infer_variance=False, default=None):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__module__ = sys._getframe(2).f_globals.get("__name__")

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __typing_subst__(self, arg):
        return arg


class TypeVar(_Variable):
    """A variable that stands for a type."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=None):
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        super().__init__(name, bound=bound, covariant=covariant, contravariant=contravariant)
        self.__constraints__ = constraints


class _ParamSpecPart(_Hint):
    def __init__(self, origin, kind):
        self.__origin__ = origin
        self._kind = kind

    def __repr__(self):
        return "%s.%s" % (self.__origin__.__name__, self._kind)


class ParamSpec(_Variable):
    """A variable that stands for a list of parameters."""

    @property
    def args(self):
        return _ParamSpecPart(self, "args")

    @property
    def kwargs(self):
        return _ParamSpecPart(self, "kwargs")


class TypeVarTuple(_Variable):
    """A variable that stands for any number of types."""

    def __init__(self, name, *, default=None):
        super().__init__(name)

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


class _Alias(_Hint):
    """A hint with arguments: `List[int]`, `Union[int, str]`."""

    def __init__(self, origin, args, name=None, inst=True, parameters=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters(args) if parameters is None else parameters
        self._name = name
        self._inst = inst
        self.__module__ = "typing" if name else getattr(origin, "__module__", "typing")

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError("Type %s cannot be instantiated; use %s() instead" % (self._name, self.__origin__.__name__))
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __getattr__(self, name):
        if "__origin__" in self.__dict__ and not (name.startswith("__") and name.endswith("__")):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __getitem__(self, given):
        if not self.__parameters__:
            raise TypeError("%r is not a generic class" % (self,))
        given = given if isinstance(given, tuple) else (given,)
        if len(given) != len(self.__parameters__):
            raise TypeError("Too %s arguments for %r; actual %d, expected %d" % ("many" if len(given) > len(self.__parameters__) else "few", self, len(given), len(self.__parameters__)))
        by = {p: g if isinstance(p, ParamSpec) else _type_check(g, "Parameters to generic types must be types.") for p, g in zip(self.__parameters__, given)}
        args = tuple(_substituted(a, by) for a in self.__args__)
        if self.__origin__ is Union:
            return Union[args]
        return type(self)(self.__origin__, args, self._name, self._inst)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if origin is Union or isinstance(origin, _Special):
            raise TypeError("Cannot subclass %r" % (self,))
        if not self._name or origin is Protocol:
            return (origin,)
        result = [] if origin in bases else [origin]
        at = bases.index(self)
        if not any(isinstance(b, _Alias) or isinstance(b, type) and issubclass(b, Generic) for b in bases[at + 1:]):
            result.append(Generic)
        return tuple(result)

    def __eq__(self, other):
        if not isinstance(other, _Alias) or self.__origin__ is not other.__origin__:
            return NotImplemented
        if self.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        return self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return isinstance(obj, tuple(self.__args__))
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, tuple(self.__args__))
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = self.__args__
        if self.__origin__ is Union:
            if len(args) == 2 and type(None) in args:
                return "typing.Optional[%s]" % _type_repr(args[0] if args[1] is type(None) else args[1])
            return "typing.Union[%s]" % ", ".join("NoneType" if a is type(None) and _version < (3, 14) else _type_repr(a) for a in args)
        if self.__origin__ is collections.abc.Callable:
            if args[0] is Ellipsis or isinstance(args[0], ParamSpec):
                return "%s[%s, %s]" % (name, _type_repr(args[0]), _type_repr(args[-1]))
            return "%s[[%s], %s]" % (name, ", ".join(map(_type_repr, args[:-1])), _type_repr(args[-1]))
        if self._name == "Literal":
            return "%s[%s]" % (name, ", ".join(map(repr, args)))
        return "%s[%s]" % (name, ", ".join(map(_type_repr, args)) or "()")


class _Bare(_Hint):
    """A container's name in this module before it is given arguments: `List`, `Iterable`."""

    def __init__(self, origin, count, name):
        self.__origin__ = origin
        self._count = count
        self._name = name
        self.__module__ = "typing"

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        if self._name == "Callable":
            return self._callable(args)
        if self._name == "Tuple" and len(args) == 2 and args[1] is Ellipsis:
            args = (_type_check(args[0], "Tuple[t, ...]: t must be a type."), Ellipsis)
        else:
            args = tuple(_type_check(a, "Parameters to generic types must be types.") for a in args if a != ())
            if self._count >= 0 and len(args) != self._count and not (self._name in ("Generator", "AsyncGenerator") and _version >= (3, 13) and 0 < len(args) < self._count):
                raise TypeError("Too %s arguments for %r; actual %d, expected %d" % ("many" if len(args) > self._count else "few", self, len(args), self._count))
            if self._count >= 0:
                args += (type(None),) * (self._count - len(args))
        return _Alias(self.__origin__, args, self._name, False)

    def _callable(self, args):
        if len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = args
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if isinstance(parameters, list):
            flat = tuple(_type_check(a, "Callable[[arg, ...], result]: each arg must be a type.") for a in parameters)
        elif parameters is Ellipsis or isinstance(parameters, (ParamSpec, _Alias)):
            flat = (parameters,)
        else:
            raise TypeError("Callable[args, result]: args must be a list. Got %r" % (parameters,))
        return _Alias(collections.abc.Callable, flat + (result,), "Callable", False)

    def __call__(self, *args, **kwds):
        raise TypeError("Type %s cannot be instantiated; use %s() instead" % (self._name, self.__origin__.__name__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return "typing." + self._name


class _Special(_Hint):
    """`Any`, `Union`, `ClassVar` …: hints with a meaning of their own."""

    def __init__(self, name, getitem=None, doc=None):
        self._name = self.__name__ = name
        self._getitem = getitem
        self.__doc__ = doc

    def __getitem__(self, args):
        if self._getitem is None:
            raise TypeError("%r is not subscriptable" % (self,))
        return self._getitem(self, args)

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass %r" % (self,))

    def __repr__(self):
        return "typing." + self._name


def _one(special, arg):
    return _Alias(special, (_type_check(arg, "%r accepts only single type." % (special,)),), special._name)


def _many(special, args):
    args = args if isinstance(args, tuple) else (args,)
    return _Alias(special, args, special._name)


def _union(special, args):
    if args == ():
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for arg in args if isinstance(args, tuple) else (args,):
        arg = _type_check(arg, "Union[arg, ...]: each arg must be a type.")
        inner = arg.__args__ if isinstance(arg, (_Alias, *_union_types)) and (getattr(arg, "__origin__", Union) is Union) else (arg,)
        flat += [a for a in inner if a not in flat]
    return flat[0] if len(flat) == 1 else _Alias(Union, tuple(flat), "Union")


def _literal(special, args):
    flat = []
    for arg in args if isinstance(args, tuple) else (args,):
        for value in arg.__args__ if isinstance(arg, _Alias) and arg.__origin__ is Literal else (arg,):
            if (value, type(value)) not in flat:
                flat.append((value, type(value)))
    return _Alias(special, tuple(v for v, _ in flat), "Literal")


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, args, name=None, inst=True, parameters=None, metadata=()):
        super().__init__(origin, args, name, inst)
        self.__metadata__ = metadata

    def __getitem__(self, given):
        made = super().__getitem__(given)
        return _AnnotatedAlias(made.__args__[0], made.__args__, metadata=self.__metadata__)

    def __eq__(self, other):
        return isinstance(other, _AnnotatedAlias) and self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        return "typing.Annotated[%s, %s]" % (_type_repr(self.__origin__), ", ".join(map(repr, self.__metadata__)))


def _annotated(special, args):
    if not isinstance(args, tuple) or len(args) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin, metadata = _type_check(args[0], "Annotated[t, ...]: t must be a type."), args[1:]
    if isinstance(origin, _AnnotatedAlias):
        origin, metadata = origin.__origin__, origin.__metadata__ + metadata
    return _AnnotatedAlias(origin, (origin,), metadata=metadata)


_union_types = (types.UnionType,) if _version >= (3, 10) else ()
Union = _Special("Union", _union)
Optional = _Special("Optional", lambda special, arg: Union[_type_check(arg, "Optional[t] requires a single type."), type(None)])
Literal = _Special("Literal", _literal)
ClassVar, Final, TypeGuard, TypeIs = (_Special(name, _one) for name in ("ClassVar", "Final", "TypeGuard", "TypeIs"))
Required, NotRequired, ReadOnly, Unpack = (_Special(name, _one) for name in ("Required", "NotRequired", "ReadOnly", "Unpack"))
Concatenate = _Special("Concatenate", _many)
Annotated = _Special("Annotated", _annotated)
NoReturn, Never, Self, LiteralString, TypeAlias = map(_Special, ("NoReturn", "Never", "Self", "LiteralString", "TypeAlias"))


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


class Generic:
    """The base of classes with type variables: `class Stack(Generic[T])`."""

    __slots__ = ()

    def __class_getitem__(cls, args):
        args = args if isinstance(args, tuple) else (args,)
        if cls in (Generic, Protocol):
            if not all(isinstance(a, (TypeVar, ParamSpec, TypeVarTuple, _Alias)) for a in args):
                raise TypeError("Parameters to %s[...] must all be type variables or parameter specification variables." % cls.__name__)
            if len(set(args)) != len(args):
                raise TypeError("Parameters to %s[...] must all be unique" % cls.__name__)
            return _Alias(cls, args, cls.__name__)
        own = getattr(cls, "__parameters__", ())
        if not own:
            raise TypeError("%r is not a generic class" % (cls,))
        args = tuple(a if a is Ellipsis or isinstance(a, (list, tuple)) else _type_check(a, "Parameters to generic types must be types.") for a in args)
        if len(args) != len(own) and not any(isinstance(p, (TypeVarTuple, ParamSpec)) for p in own):
            raise TypeError("Too %s arguments for %r; actual %d, expected %d" % ("many" if len(args) > len(own) else "few", cls, len(args), len(own)))
        return _Alias(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        original = cls.__dict__.get("__orig_bases__", ())
        if Generic in original and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        found = _parameters(original)
        for base in original:
            if isinstance(base, _Alias) and base.__origin__ is Generic:
                found = base.__parameters__
        cls.__parameters__ = found


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not cls.__dict__.get("_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        return all(hasattr(instance, name) for name in _protocol_members(cls))

    def __subclasscheck__(cls, other):
        if cls is Protocol or not cls.__dict__.get("_is_protocol", False):
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if cls not in other.__mro__ and not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        return super().__subclasscheck__(other) or all(any(name in b.__dict__ for b in other.__mro__) for name in _protocol_members(cls))


def _protocol_members(cls):
    skipped = {"__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__parameters__", "__orig_bases__", "__qualname__", "__init_subclass__", "__firstlineno__", "__static_attributes__", "__match_args__"}
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in list(base.__dict__) + list(base.__dict__.get("__annotations__", {})):
            if name not in skipped and not name.startswith("_abc_") and name not in ("_is_protocol", "_is_runtime_protocol"):
                names.add(name)
    return names


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of classes that say what others must offer, without being inherited from (PEP 544)."""

    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _no_protocol_instances
        elif cls.__init__ is _no_protocol_instances:
            cls.__init__ = object.__init__


def _no_protocol_instances(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


def runtime_checkable(cls):
    """Lets `isinstance` ask a protocol whether an object has its members."""
    if not (isinstance(cls, type) and getattr(cls, "_is_protocol", False)):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % (cls,))
    cls._is_runtime_protocol = True
    return cls


def cast(typ, val):
    """The value, unchanged: for type checkers."""
    return val


def get_origin(tp):
    """`dict` of `Dict[str, int]`; None for what has no arguments."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if tp is Generic:
        return Generic
    if _version >= (3, 10) and isinstance(tp, types.UnionType):
        return types.UnionType
    return getattr(tp, "__origin__", None)


def get_args(tp):
    """The arguments of a hint."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    args = getattr(tp, "__args__", ())
    if get_origin(tp) is collections.abc.Callable and args and args[0] is not Ellipsis and not (len(args) == 2 and isinstance(args[0], ParamSpec)):
        return (list(args[:-1]), args[-1])
    return args


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module or function, with those that are text evaluated."""
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            space = globalns if globalns is not None else getattr(sys.modules.get(base.__module__), "__dict__", {})
            names = dict(vars(base)) if localns is None else localns
            for name, value in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _evaluated(value, space, names)
    else:
        inner = obj
        while hasattr(inner, "__wrapped__"):
            inner = inner.__wrapped__
        space = globalns if globalns is not None else obj.__dict__ if isinstance(obj, types.ModuleType) else getattr(inner, "__globals__", {})
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            raise TypeError("%r is not a module, class, method, or function." % (obj,))
        for name, value in annotations.items():
            hints[name] = _evaluated(value, space, space if localns is None else localns)
    return hints if include_extras else {name: _stripped(value) for name, value in hints.items()}


def _evaluated(value, globalns, localns):
    if value is None:
        return type(None)
    if isinstance(value, str):
        value = ForwardRef(value)
    if isinstance(value, ForwardRef):
        return _evaluated(value._resolve(globalns, localns), globalns, localns)
    if isinstance(value, _Alias) and value.__origin__ is not Literal and any(isinstance(a, ForwardRef) for a in value.__args__):
        args = tuple(_evaluated(a, globalns, localns) if isinstance(a, (ForwardRef, _Alias)) else a for a in value.__args__)
        return Union[args] if value.__origin__ is Union else _Alias(value.__origin__, args, value._name, value._inst)
    return value


def _stripped(value):
    return _stripped(value.__origin__) if isinstance(value, _AnnotatedAlias) else value


def NamedTuple(typename, fields=None, /, **kwargs):
    """A namedtuple whose fields have types; as a base class it reads them from annotations."""
    pairs = list(fields if fields is not None else kwargs.items())
    made = collections.namedtuple(typename, [n for n, _ in pairs], module=sys._getframe(1).f_globals.get("__name__"))
    made.__annotations__ = {n: _type_check(t, "field %s annotation must be a type" % n) for n, t in pairs}
    return made


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        annotations = ns.get("__annotations__", {})
        defaults = []
        for name in annotations:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError("non-default namedtuple field %s cannot follow default field%s %s" % (name, "s" if len(defaults) > 1 else "", ", ".join(defaults)))
        made = collections.namedtuple(typename, list(annotations), defaults=[ns[n] for n in defaults], module=ns["__module__"])
        made.__annotations__ = dict(annotations)
        made.__bases__ = made.__bases__
        for name, value in ns.items():
            if name in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_make", "_replace", "_asdict"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + name)
            if name not in ("__module__", "__name__", "__annotations__", "__orig_bases__") and name not in made._fields:
                setattr(made, name, value)
        return made


_named_tuple_base = type.__new__(_NamedTupleMeta, "NamedTuple", (), {"__module__": "typing"})
NamedTuple.__mro_entries__ = lambda bases: (_named_tuple_base,)


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        made = type.__new__(_TypedDictMeta, name, (dict,), ns)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
            required |= getattr(base, "__required_keys__", set())
            optional |= getattr(base, "__optional_keys__", set())
        for key, value in ns.get("__annotations__", {}).items():
            annotations[key] = _type_check(value, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
            kind = getattr(value, "__origin__", None)
            (required if kind is Required or total and kind is not NotRequired else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__, made.__optional_keys__ = frozenset(required), frozenset(optional)
        made.__total__ = total
        return made

    __call__ = dict

    def __instancecheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict whose keys and types are known; as a base class it reads them from annotations."""
    ns = {"__annotations__": dict(fields or kwargs), "__module__": sys._getframe(1).f_globals.get("__name__")}
    return _TypedDictMeta(typename, (), ns, total=total)


_typed_dict_base = type.__new__(_TypedDictMeta, "TypedDict", (), {"__module__": "typing"})
TypedDict.__mro_entries__ = lambda bases: (_typed_dict_base,)


class NewType:
    """A name for a type of its own that costs nothing: calling it gives the value back."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get("__name__")

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return "%s.%s" % (self.__module__, self.__qualname__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def overload(func):
    """One signature of several: only the last definition is ever called."""

    def _overload_dummy(*args, **kwds):
        raise NotImplementedError(
            "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed."
        )

    return _overload_dummy


def _marking(name):
    def mark(arg):
        try:
            setattr(arg, name, True)
        except (AttributeError, TypeError):
            pass
        return arg

    return mark


final, override, no_type_check = _marking("__final__"), _marking("__override__"), _marking("__no_type_check__")


def reveal_type(obj, /):
    """Says the type on standard error."""
    print("Runtime type is %r" % type(obj).__name__, file=sys.stderr)
    return obj


def assert_type(val, typ, /):
    """The value, unchanged: for type checkers."""
    return val


def assert_never(arg, /):
    """Says that this point is never reached. Raises AssertionError."""
    raise AssertionError("Expected code to be unreachable, but got: %s" % repr(arg)[:100])


def dataclass_transform(**parameters):
    """Marks a decorator that works like dataclass."""

    def mark(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = parameters
        return cls_or_fn

    return mark


def _bare(names, module):
    for item in names.split():
        name, count = item.split(":")
        origin = getattr(module, name, None) or getattr(module, name.lower(), None)
        if origin is not None:
            globals()[name] = _Bare(origin, int(count), name)


import builtins
import contextlib

_bare("List:1 Dict:2 Set:1 FrozenSet:1 Tuple:-1 Type:1", builtins)
_bare("Deque:1 DefaultDict:2 OrderedDict:2 Counter:1 ChainMap:2", collections)
_bare(
    "Awaitable:1 Coroutine:3 AsyncIterable:1 AsyncIterator:1 AsyncGenerator:2 Hashable:0 Iterable:1 Iterator:1 Generator:3 Reversible:1 Sized:0 "
    "Container:1 Callable:2 Collection:1 MutableSet:1 Mapping:2 MutableMapping:2 MappingView:1 KeysView:1 ItemsView:2 ValuesView:1 Sequence:1 "
    "MutableSequence:1",
    collections.abc,
)
AbstractSet = _Bare(collections.abc.Set, 1, "AbstractSet")
DefaultDict = _Bare(collections.defaultdict, 2, "DefaultDict")
if hasattr(contextlib, "AbstractContextManager"):
    ContextManager = _Bare(contextlib.AbstractContextManager, 1, "ContextManager")
if hasattr(contextlib, "AbstractAsyncContextManager"):
    AsyncContextManager = _Bare(contextlib.AbstractAsyncContextManager, 1, "AsyncContextManager")


@runtime_checkable
class SupportsInt(Protocol):
    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    @abstractmethod
    def __index__(self) -> int:
        pass


T, KT, VT = TypeVar("T"), TypeVar("KT"), TypeVar("VT")
AnyStr = TypeVar("AnyStr", bytes, str)
Text = str
TYPE_CHECKING = False
__all__ = [name for name in list(globals()) if not name.startswith("_") and name not in ("sys", "collections", "functools", "types", "builtins", "contextlib", "ABCMeta", "abstractmethod", "T", "KT", "VT")]
