"""Signatures: what a callable takes, and which of its parameters gets which argument of a call.

Since 3.3 (PEP 362). Source: https://docs.python.org/3/library/inspect.html#introspecting-callables-with-the-signature-object
"""

import sys
import types
from _inspect_kinds import *

_version = sys.version_info[:2]


class _empty:
    pass


class _ParameterKind(int):
    _names = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")
    _words = ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")

    @property
    def name(self):
        return self._names[int(self)]

    @property
    def description(self):
        return self._words[int(self)]

    def __str__(self):
        return self.name

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, int(self)) if _version >= (3, 5) else "<_ParameterKind: %r>" % self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = map(_ParameterKind, range(5))


def formatannotation(annotation, base_module=None):
    """The text of an annotation in a signature: short for built-in types and for what comes from `typing`."""
    if _version >= (3, 7) and getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias if _version >= (3, 9) else ()):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter(object):
    """One parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._kind = _ParameterKind(kind)
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError("{} parameters cannot have default values".format(self._kind.description))
        if not isinstance(name, str):
            raise TypeError("name must be a str, not a {}".format(type(name).__name__))
        if name[:1] != "." and not name.isidentifier():
            raise ValueError("{!r} is not a valid parameter name".format(name))
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_empty, kind=_empty, annotation=_empty, default=_empty):
        return type(self)(
            self._name if name is _empty else name,
            self._kind if kind is _empty else kind,
            default=self._default if default is _empty else default,
            annotation=self._annotation if annotation is _empty else annotation,
        )

    def __str__(self):
        text = {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self._kind, "") + self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        return text

    def __repr__(self):
        return '<{} "{}">'.format(type(self).__name__, self)

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (other._name, other._kind, other._default, other._annotation)

    def __hash__(self):
        return hash((self._name, int(self._kind)))


class BoundArguments(object):
    """Arguments sorted into parameters."""

    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        out = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                out.extend(self.arguments[name])
            else:
                out.append(self.arguments[name])
        return tuple(out)

    @property
    def kwargs(self):
        out, by_name = {}, False
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or name not in self.arguments:
                by_name = True
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                out.update(self.arguments[name])
            else:
                out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        full = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                full[name] = self.arguments[name]
            elif parameter.default is not _empty:
                full[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                full[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                full[name] = {}
        self.arguments = full

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return "<BoundArguments ({})>".format(", ".join("{}={!r}".format(k, v) for k, v in self.arguments.items()))


class Signature(object):
    """The parameters of a callable and its return annotation."""

    __slots__ = ("_parameters", "_return_annotation")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        ordered, kind = {}, _POSITIONAL_ONLY
        defaults = False
        for parameter in parameters or ():
            if parameter.kind < kind:
                raise ValueError("wrong parameter order: {} parameter before {} parameter".format(kind.description, parameter.kind.description))
            kind = parameter.kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is _empty:
                    if defaults:
                        raise ValueError("non-default argument follows default argument")
                else:
                    defaults = True
            if parameter.name in ordered:
                raise ValueError("duplicate parameter name: {!r}".format(parameter.name))
            ordered[parameter.name] = parameter
        self._parameters = types.MappingProxyType(ordered)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature(obj, follow_wrapped, cls)

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        return type(self)(
            self._parameters.values() if parameters is _empty else parameters,
            return_annotation=self._return_annotation if return_annotation is _empty else return_annotation,
        )

    def bind(self, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, kwargs, at = {}, dict(kwargs), 0
        collector = None
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                if at < len(args):
                    arguments[name] = args[at:]
                at = len(args)
            elif kind == _VAR_KEYWORD:
                collector = name
            elif at < len(args) and kind != _KEYWORD_ONLY:
                if name in kwargs and kind != _POSITIONAL_ONLY:
                    raise TypeError("multiple values for argument {!r}".format(name))
                arguments[name] = args[at]
                at += 1
            elif name in kwargs and kind != _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                what = " keyword-only" if kind == _KEYWORD_ONLY and _version >= (3, 12) else " positional-only" if kind == _POSITIONAL_ONLY and _version >= (3, 12) else ""
                raise TypeError("missing a required{} argument: {!r}".format(what, name))
        if at < len(args):
            raise TypeError("too many positional arguments")
        if kwargs:
            if collector is None:
                raise TypeError("got an unexpected keyword argument {!r}".format(next(iter(kwargs))))
            arguments[collector] = kwargs
        return BoundArguments(self, arguments)

    def format(self, *, max_width=None):
        return str(self)

    def __str__(self):
        shown, positional_only, star = [], False, True
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind == _POSITIONAL_ONLY:
                positional_only = True
            elif positional_only:
                shown.append("/")
                positional_only = False
            if kind == _VAR_POSITIONAL:
                star = False
            elif kind == _KEYWORD_ONLY and star:
                shown.append("*")
                star = False
            shown.append(str(parameter))
        if positional_only:
            shown.append("/")
        text = "({})".format(", ".join(shown))
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text

    def __repr__(self):
        return "<{} {}>".format(type(self).__name__, self)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return list(self._parameters.items()) == list(other._parameters.items()) and self._return_annotation == other._return_annotation

    def __hash__(self):
        return hash(tuple(self._parameters))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable. Errors: TypeError for what cannot be called, ValueError when nothing is known."""
    return _signature(obj, follow_wrapped, Signature)


def _signature(obj, follow_wrapped, cls):
    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if ismethod(obj):
        return _without_first(_signature(obj.__func__, follow_wrapped, cls))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or ismethod(f))
        if ismethod(obj):
            return _signature(obj, follow_wrapped, cls)
    given = getattr(obj, "__signature__", None)
    if given is not None:
        return given
    if isfunction(obj):
        return _of_function(obj, cls)
    if type(obj).__name__ == "partial" and hasattr(obj, "keywords"):
        return _of_partial(_signature(obj.func, follow_wrapped, cls), obj)
    if isclass(obj):
        call = type(obj).__dict__.get("__call__") if type(obj) is not type else None
        for maker in (call, _own(obj, "__new__"), _own(obj, "__init__")):
            if maker is not None:
                function = getattr(maker, "__func__", maker)
                return _without_first(_signature(function, follow_wrapped, cls))
        if type not in obj.__mro__ and not getattr(obj, "__text_signature__", None):
            if obj.__module__ != "builtins" or obj is object:
                return cls()
    text = getattr(obj, "__text_signature__", None)
    if text:
        return _of_text(text, cls)
    if not isclass(obj) and isfunction(getattr(type(obj), "__call__", None)):
        return _without_first(_signature(type(obj).__call__, follow_wrapped, cls))
    raise ValueError("no signature found for builtin {!r}".format(obj))


def _own(cls, name):
    """A method that a class or one of its bases written in Python defines."""
    for c in cls.__mro__:
        found = c.__dict__.get(name)
        if found is not None:
            return found if isfunction(getattr(found, "__func__", found)) else None
    return None


def _without_first(sig):
    parameters = list(sig.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind != _VAR_POSITIONAL:
        parameters = parameters[1:]
    return sig.replace(parameters=parameters)


def _of_function(function, cls):
    code = function.__code__
    names, npos, nkw = code.co_varnames, code.co_argcount, code.co_kwonlyargcount
    only = getattr(code, "co_posonlyargcount", 0)
    defaults = function.__defaults__ or ()
    kwdefaults = function.__kwdefaults__ or {}
    annotations = function.__annotations__
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for i in range(npos):
        at = i - (npos - len(defaults))
        add(names[i], _POSITIONAL_ONLY if i < only else _POSITIONAL_OR_KEYWORD, defaults[at] if at >= 0 else _empty)
    at = npos + nkw
    if code.co_flags & CO_VARARGS:
        add(names[at], _VAR_POSITIONAL)
        at += 1
    for name in names[npos : npos + nkw]:
        add(name, _KEYWORD_ONLY, kwdefaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], _VAR_KEYWORD)
    return cls(parameters, return_annotation=annotations.get("return", _empty))


def _of_partial(sig, partial):
    parameters, taken = [], len(partial.args)
    by_name = False
    for parameter in sig.parameters.values():
        if taken and parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            taken -= 1
            continue
        if parameter.name in partial.keywords and parameter.kind not in (_VAR_KEYWORD, _POSITIONAL_ONLY):
            parameter = parameter.replace(kind=_KEYWORD_ONLY, default=partial.keywords[parameter.name])
            by_name = True
        elif by_name and parameter.kind == _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        elif by_name and parameter.kind == _VAR_POSITIONAL:
            continue
        parameters.append(parameter)
    parameters.sort(key=lambda p: int(p.kind))
    return sig.replace(parameters=parameters)


def _of_text(text, cls):
    """A built-in function's own description: `($self, x, /, y=1)`."""
    parameters, kind = [], _POSITIONAL_OR_KEYWORD
    for part in text.strip("()").split(","):
        part = part.strip()
        if not part or part.startswith("$"):
            continue
        if part == "/":
            parameters = [p.replace(kind=_POSITIONAL_ONLY) for p in parameters]
        elif part == "*":
            kind = _KEYWORD_ONLY
        elif part.startswith("**"):
            parameters.append(Parameter(part[2:], _VAR_KEYWORD))
        elif part.startswith("*"):
            parameters.append(Parameter(part[1:], _VAR_POSITIONAL))
            kind = _KEYWORD_ONLY
        else:
            name, equals, default = part.partition("=")
            try:
                value = eval(default) if equals else _empty
            except Exception:
                value = None
            parameters.append(Parameter(name, kind, default=value))
    return cls(parameters)


for _kind in (_empty, _ParameterKind, Parameter, BoundArguments, Signature):
    _kind.__module__ = "inspect"
