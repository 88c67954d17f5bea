"""Looks at live objects: what kind they are, where they stand, what they take, where they come from.

Since 2.1; the states of generators since 3.2, of coroutines since 3.5, of asynchronous generators since 3.12; signatures since 3.3.
Source: https://docs.python.org/3/library/inspect.html
"""

import sys
import types

_version = sys.version_info[:2]

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


# What kind of object is it?

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type) or _version < (3, 0) and isinstance(object, types.ClassType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return type(object).__name__ == "method-wrapper"


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__") and not hasattr(kind, "__delete__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def _unpartial(function):
    while hasattr(function, "func") and hasattr(function, "keywords") and type(function).__name__ == "partial":
        function = function.func
    return function


def _flagged(function, flag):
    function = _unpartial(function)
    while ismethod(function):
        function = _unpartial(function.__func__)
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _flagged(obj, CO_GENERATOR)


_is_coroutine_mark = object()


def markcoroutinefunction(func):
    """Makes iscoroutinefunction say yes to a function that returns a coroutine without being `async def` (3.12)."""
    if hasattr(func, "__func__"):
        func = func.__func__
    func._is_coroutine_mark = _is_coroutine_mark
    return func


def iscoroutinefunction(obj):
    if _flagged(obj, CO_COROUTINE):
        return True
    if _version < (3, 12):
        return False
    plain = _unpartial(getattr(obj, "__func__", obj))
    if getattr(plain, "_is_coroutine_mark", None) is _is_coroutine_mark:
        return True
    call = None if isclass(obj) else getattr(type(obj), "__call__", None)
    return getattr(call, "_is_coroutine_mark", None) is _is_coroutine_mark


def isasyncgenfunction(obj):
    return _flagged(obj, CO_ASYNC_GENERATOR)


def isawaitable(object):
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return any("__await__" in c.__dict__ for c in type(object).__mro__)


# Where does a suspended body stand?

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "AGEN_CLOSED"


def _state(kind, running, frame):
    if running:
        return kind + "_RUNNING"
    if frame is None:
        return kind + "_CLOSED"
    return kind + ("_CREATED" if frame.f_lasti == -1 else "_SUSPENDED")


def getgeneratorstate(generator):
    return _state("GEN", generator.gi_running, generator.gi_frame)


def getcoroutinestate(coroutine):
    return _state("CORO", coroutine.cr_running, coroutine.cr_frame)


def getasyncgenstate(agen):
    return _state("AGEN", agen.ag_running, agen.ag_frame)


def _locals(frame):
    return {} if frame is None else dict(frame.f_locals)


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError("{!r} is not a Python generator".format(generator))
    return _locals(generator.gi_frame)


def getcoroutinelocals(coroutine):
    return _locals(coroutine.cr_frame)


def getasyncgenlocals(agen):
    if not isasyncgen(agen):
        raise TypeError(f"{agen!r} is not a Python async generator")
    return _locals(agen.ag_frame)


# What does it say of itself?

def getmembers(object, predicate=None):
    """Names and values of the attributes for which `predicate` holds, sorted by name."""
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    found.sort(key=lambda pair: pair[0])
    return found


def getmembers_static(object, predicate=None):
    found = [(name, getattr_static(object, name)) for name in dir(object)]
    return sorted((p for p in found if predicate is None or predicate(p[1])), key=lambda p: p[0])


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """An attribute as it is stored, without running descriptors or `__getattr__`."""
    own = object.__getattribute__(obj, "__dict__") if hasattr(obj, "__dict__") else {}
    order = obj.__mro__ if isclass(obj) else type(obj).__mro__
    in_class = next((c.__dict__[attr] for c in order if attr in c.__dict__), _missing)
    if not isclass(obj) and in_class is not _missing and hasattr(type(in_class), "__set__"):
        return in_class
    if not isclass(obj) and attr in own:
        return own[attr]
    if in_class is not _missing:
        return in_class
    if isclass(obj):
        for c in type(obj).__mro__:
            if attr in c.__dict__:
                return c.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    """Follows `__wrapped__` to the function that was decorated."""
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and (stop is None or not stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError("wrapper loop when unwrapping {!r}".format(func))
        seen.add(id(func))
    return func


def cleandoc(doc):
    """A docstring without the indentation that its place in the source gave it."""
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        doc = next((c.__doc__ for c in object.__mro__[1:] if c is not type and c.__doc__), None)
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getfile(object):
    code = _code(object)
    if code is not None:
        return code.co_filename
    module = object if ismodule(object) else getmodule(object)
    if module is not None and getattr(module, "__file__", None):
        return module.__file__
    raise TypeError("{!r} is a built-in {}".format(object, "module" if ismodule(object) else "class"))


getsourcefile = getfile


def _code(object):
    if ismethod(object):
        object = object.__func__
    object = unwrap(object) if isfunction(object) else object
    for name in ("__code__", "gi_code", "cr_code", "ag_code", "f_code"):
        code = getattr(object, name, None)
        if iscode(code):
            return code
    if istraceback(object):
        return object.tb_frame.f_code
    return object if iscode(object) else None


def getsourcelines(object):
    """The lines of an object's source and the number of the first. Errors: OSError, TypeError."""
    from _traceback import source_lines

    lines = source_lines(getfile(object))
    if lines is None:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    code = _code(object)
    if code is not None:
        first = getattr(code, "co_firstlineno") - 1
    else:
        first = next((n for n, line in enumerate(lines) if line.split("(")[0].split(":")[0].strip() == "class " + object.__name__), None)
        if first is None:
            raise OSError("could not find class definition")
    return getblock(lines[first:]), first + 1


def getblock(lines):
    """The lines of the block that begins with the first one."""
    head = next((n for n, line in enumerate(lines) if line.lstrip().startswith(("def ", "async def ", "class ", "lambda"))), 0)
    margin = len(lines[head]) - len(lines[head].lstrip())
    end = len(lines)
    depth = 0
    for n in range(head, len(lines)):
        line = lines[n]
        if n > head and depth <= 0 and line.strip() and not line.lstrip().startswith("#") and len(line) - len(line.lstrip()) <= margin:
            end = n
            break
        depth += sum(line.count(c) for c in "([{") - sum(line.count(c) for c in ")]}")
    while end > 1 and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def getsource(object):
    return "".join(getsourcelines(object)[0])


# Frames

def currentframe():
    return sys._getframe(1)


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(FrameInfo(frame, frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name, None, None))
        frame = frame.f_back
    return found


class FrameInfo(tuple):
    """One line of a stack: frame, filename, line, function, source context and the index in it."""

    def __new__(cls, *fields):
        return tuple.__new__(cls, fields)

    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])


# Signatures (PEP 362)

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


def getfullargspec(func):
    """Names, varargs, varkw, defaults, keyword-only names, their defaults, annotations."""
    code = getattr(func, "__func__", func).__code__
    f = getattr(func, "__func__", func)
    names, npos, nkw = code.co_varnames, code.co_argcount, code.co_kwonlyargcount
    at = npos + nkw
    varargs = varkw = None
    if code.co_flags & CO_VARARGS:
        varargs = names[at]
        at += 1
    if code.co_flags & CO_VARKEYWORDS:
        varkw = names[at]
    return FullArgSpec(list(names[:npos]), varargs, varkw, f.__defaults__, list(names[npos : npos + nkw]), f.__kwdefaults__, f.__annotations__)


class FullArgSpec(tuple):
    """What getfullargspec returns."""

    def __new__(cls, *fields):
        return tuple.__new__(cls, fields)

    args = property(lambda self: self[0])
    varargs = property(lambda self: self[1])
    varkw = property(lambda self: self[2])
    defaults = property(lambda self: self[3])
    kwonlyargs = property(lambda self: self[4])
    kwonlydefaults = property(lambda self: self[5])
    annotations = property(lambda self: self[6])


def getargspec(func):
    """Python 2: names, varargs, keywords, defaults."""
    code = getattr(func, "__func__", func).__code__
    names, at = code.co_varnames, code.co_argcount
    varargs = keywords = None
    if code.co_flags & CO_VARARGS:
        varargs = names[at]
        at += 1
    if code.co_flags & CO_VARKEYWORDS:
        keywords = names[at]
    return (list(names[: code.co_argcount]), varargs, keywords, getattr(func, "__func__", func).__defaults__)


def getcallargs(func, /, *positional, **named):
    """The arguments of a call, by parameter."""
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    if ismethod(func):
        first = func.__func__.__code__.co_varnames[0]
        return {first: func.__self__, **bound.arguments}
    return dict(bound.arguments)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """An object's annotations in a dict of their own."""
    found = obj.__dict__.get("__annotations__") if isclass(obj) else getattr(obj, "__annotations__", None)
    if not eval_str:
        return dict(found or {})
    space = globals if globals is not None else getattr(obj, "__globals__", vars(sys.modules.get(getattr(obj, "__module__", ""), sys)))
    return {k: eval(v, space, locals) if isinstance(v, str) else v for k, v in (found or {}).items()}
