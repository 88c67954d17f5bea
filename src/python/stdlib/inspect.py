"""Looks at live objects: what kind they are, where they stand, what they take, where they come from.

Since 2.1; the states of generators since 3.2, of coroutines since 3.5, of asynchronous generators since 3.12; signatures since 3.3.
Source: https://docs.python.org/3/library/inspect.html
"""

import sys
from _inspect_kinds import *
from _inspect_signature import *
from _inspect_signature import _empty, _ParameterKind

_version = sys.version_info[:2]


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


# Arguments

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
