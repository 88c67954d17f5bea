"""Messages about a program's doubtful places: shown on standard error, hidden or turned into exceptions by filters.

Since 2.1 (PEP 230). What the default filters show changed with the releases: DeprecationWarning is hidden from 2.7 and 3.2 on,
and shown for code in `__main__` again from 3.7 on (PEP 565). Source: https://docs.python.org/3/library/warnings.html
"""

import sys

_version = sys.version_info[:2] if hasattr(sys, "version_info") else (1, 5)
filters = []
defaultaction = "default"
onceregistry = {}
_registries = {}


class WarningMessage(object):
    """A warning as showwarning gets it."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning: place, category, message, and the source line."""
    text = "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)
    if line is None:
        from _traceback import source_line

        line = source_line(filename, lineno)
    if line and line.strip():
        text += "  %s\n" % line.strip()
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to standard error."""
    file = file or sys.stderr
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


_original_show = showwarning


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a filter with patterns for message and module."""
    if action not in ("error", "ignore", "always", "default", "module", "once", "all"):
        if _version >= (3, 0):
            raise ValueError("invalid action: %r" % (action,)) if _version >= (3, 12) else AssertionError("invalid action: %r" % (action,))
        raise AssertionError("invalid action: %r" % (action,))
    import re

    _add((
        action,
        re.compile(message, re.I) if message else None,
        category,
        re.compile(module) if module else None,
        lineno,
    ), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for all messages of a category."""
    if action not in ("error", "ignore", "always", "default", "module", "once", "all"):
        raise AssertionError("invalid action: %r" % (action,))
    _add((action, None, category, None, lineno), append)


def _add(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _registries.clear()


def resetwarnings():
    """Removes every filter."""
    filters[:] = []
    _registries.clear()


def _matches(item, text, category, module, lineno):
    action, message, wanted, modules, line = item
    return (
        issubclass(category, wanted)
        and (line == 0 or line == lineno)
        and (message is None or message.match(text) is not None)
        and (modules is None or (modules == module if isinstance(modules, str) else modules.match(module) is not None))
    )


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Issues a warning for a place that is given."""
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
        if filename in ("<stdin>", "<string>") or _main_file(filename):
            module = "__main__"
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    seen = _registries.setdefault(filename, {})
    if seen.get(key):
        return
    action = defaultaction
    for item in filters:
        if _matches(item, text, category, module, lineno):
            action = item[0]
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        seen[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[(text, category)] = 1
    elif action == "module":
        seen[key] = 1
        if seen.get((text, category, 0)):
            return
        seen[(text, category, 0)] = 1
    elif action == "default":
        seen[key] = 1
    elif action not in ("always", "all"):
        raise RuntimeError("Unrecognized action (%r) in warnings.filters:\n %s" % (action, item))
    _show(WarningMessage(message, category, filename, lineno, None, None, source))


def _main_file(filename):
    return filename[:6] == "<cell " or bool(sys.argv) and filename == sys.argv[0]


def _showwarnmsg(msg):
    show = showwarning
    if show is not _original_show:
        show(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
    else:
        _original_show(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
        if msg.source is not None and _version >= (3, 7) and sys.stderr is not None:
            sys.stderr.write("%s: Enable tracemalloc to get the object allocation traceback\n" % msg.category.__name__)


_show = _showwarnmsg


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issues a warning for the caller's line, or that of a caller further up."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    try:
        frame = sys._getframe(max(1, stacklevel))
    except ValueError:
        filename, lineno, module = ("<sys>", 0, "sys") if _version >= (3, 13) else ("sys", 1, "sys")
    else:
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
        module = frame.f_globals.get("__name__", "<string>")
    warn_explicit(message, category, filename, lineno, module, None, None, source)


def _warn_unawaited_coroutine(coro, filename, lineno):
    origin = getattr(coro, "cr_origin", None)
    text = "coroutine '%s' was never awaited" % coro.__qualname__
    if origin:
        from _traceback import source_line

        text += "\nCoroutine created at (most recent call last)\n"
        for file, line, name in reversed(origin):
            text += '  File "%s", line %s, in %s\n' % (file, line, name)
            source = source_line(file, line)
            if source:
                text += "    %s\n" % source.strip()
        text = text.rstrip("\n")
    module = "__main__" if _main_file(filename) else None
    # At the very end nothing more can be found out about it.
    source = None if filename in ("sys", "<sys>") else coro
    warn_explicit(text, RuntimeWarning, filename, lineno, module, None, None, source)


class catch_warnings(object):
    """A context manager that puts filters and showwarning back at its end; with record=True it collects the warnings in a list."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append("module=" + repr(self._module))
        return "%s(%s)" % (type(self).__name__, ", ".join(args))

    def __enter__(self):
        global filters, _show, showwarning
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        self._saved = filters, showwarning, _show
        filters = filters[:]
        _registries.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            log = []
            showwarning = _original_show

            def record(msg):
                if showwarning is _original_show:
                    log.append(msg)
                else:
                    _showwarnmsg(msg)

            _show = record
            return log
        return None

    def __exit__(self, *exc_info):
        global filters, _show, showwarning
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        filters, showwarning, _show = self._saved
        _registries.clear()


class deprecated:
    """Marks a class or function as deprecated: a warning when it is used (PEP 702, 3.13)."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, level = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        import functools

        if isinstance(arg, type):
            original = arg.__new__

            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category=category, stacklevel=level + 1)
                if original is not object.__new__:
                    return original(cls, *args, **kwargs)
                return original(cls)

            arg.__new__ = staticmethod(__new__)
            arg.__deprecated__ = message
            return arg

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=level + 1)
            return arg(*args, **kwargs)

        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper


def _defaults():
    if _version >= (3, 7):
        filters.append(("default", None, DeprecationWarning, "__main__", 0))
    if _version >= (2, 7) and _version != (3, 0) and _version != (3, 1):
        filters.append(("ignore", None, DeprecationWarning, None, 0))
    if _version >= (2, 5):
        filters.append(("ignore", None, PendingDeprecationWarning, None, 0))
        filters.append(("ignore", None, ImportWarning, None, 0))
    if _version >= (3, 2):
        filters.append(("ignore", None, ResourceWarning, None, 0))


_defaults()
