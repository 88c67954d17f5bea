"""Tracebacks as text and as data.

In every Python; `TracebackException` and `StackSummary` since 3.5. What is printed is what the interpreter itself would print.
Source: https://docs.python.org/3/library/traceback.html
"""

import sys
import linecache
import _traceback

_version = sys.version_info[:2] if hasattr(sys, "version_info") else (1, 5)
_missing = object()


class FrameSummary(object):
    """One line of a stack: where, in which function, and the source."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        if _version >= (3, 11):
            self.end_lineno = lineno if end_lineno is None else end_lineno
            self.colno = colno
            self.end_colno = end_colno
        self.locals = None if locals is None else {k: repr(v) for k, v in locals.items()}
        self._line = line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, at):
        return (self.filename, self.lineno, self.name, self.line)[at]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)


if _version < (2, 0):
    import string

    def _joined(lines):
        return string.join(lines, "")
else:
    _joined = "".join


try:
    BaseException
except NameError:
    BaseException = Exception  # before 2.5


def walk_tb(tb):
    """Frames and line numbers of a traceback, oldest first."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """Frames and line numbers of a stack, innermost first."""
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _places(tb):
    """What walk_tb gives, with all four numbers of the failing part where they are known (PEP 657)."""
    while tb is not None:
        where = tb.tb_lineno
        if _version >= (3, 11):
            where = (where,) + tb.tb_frame.f_code.co_positions()[tb.tb_lasti // 2][1:]
        yield tb.tb_frame, where
        tb = tb.tb_next


def _summary(frame, where, locals):
    code = frame.f_code
    if not isinstance(where, tuple):
        return FrameSummary(code.co_filename, where, code.co_name, locals=locals)
    lineno, end_lineno, colno, end_colno = where
    return FrameSummary(code.co_filename, lineno, code.co_name, locals=locals,
                        end_lineno=end_lineno, colno=colno, end_colno=end_colno)


class StackSummary(list):
    """A stack as a list of FrameSummary objects."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        frames = list(frame_gen)
        if limit is not None:
            frames = frames[:limit] if limit >= 0 else frames[limit:]
        return klass(_summary(f, where, f.f_locals if capture_locals else None) for f, where in frames)

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame):
        if getattr(frame, "colno", None) is not None:
            text = _traceback.entry(
                frame.filename, frame.lineno, frame.name, frame.end_lineno, frame.colno, frame.end_colno
            )
        else:
            text = '  File "%s", line %s, in %s\n' % (frame.filename, frame.lineno, frame.name)
            if frame.line:
                text += "    %s\n" % frame.line.strip()
        if frame.locals:
            for name, value in sorted(frame.locals.items()):
                text += "    %s = %s\n" % (name, value)
        return text

    def format(self, **kwargs):
        result, last, count = [], None, 0
        for frame in self:
            place = frame.filename, frame.lineno, frame.name
            if place == last:
                count += 1
                if count > 3:
                    continue
            else:
                _repeated(result, count)
                last, count = place, 1
            result.append(self.format_frame_summary(frame))
        _repeated(result, count)
        return result


def _repeated(result, count):
    more = count - 3
    if more > 0:
        result.append("  [Previous line repeated %d more time%s]\n" % (more, "s" if more > 1 else ""))


def extract_tb(tb, limit=None):
    return StackSummary.extract(_places(tb), limit=limit)


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(_joined(format_list(extracted_list)), file)


def format_tb(tb, limit=None):
    if limit is None:
        return _traceback.format_tb(tb)
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write(_joined(format_tb(tb, limit)), file)


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    if f is None:
        f = sys._getframe(1)
    _write(_joined(format_stack(f, limit)), file)


def _write(text, file):
    (sys.stderr if file is None else file).write(text)


def _given(exc, value):
    """The exception that `f(exc)` or `f(type, value, tb)` means."""
    if value is not _missing:
        return value
    if exc is not None and not isinstance(exc, BaseException):
        raise TypeError("Exception expected for value, %s found" % type(exc).__name__)
    return exc


def format_exception_only(exc, value=_missing, *, show_group=False):
    kind = exc
    exc = _given(exc, value) if value is not _missing or not isinstance(exc, type) else exc
    if not isinstance(exc, BaseException):
        if sys.version_info < (3,) and kind is not exc and isinstance(kind, type):
            return ["%s: %s\n" % (kind.__name__, exc) if exc is not None and str(exc) else kind.__name__ + "\n"]
        return ["NoneType: None\n" if exc is None else "%s\n" % getattr(exc, "__name__", exc)]
    return _traceback.format_exception_only(exc)


def format_exception(exc, value=_missing, tb=_missing, limit=None, chain=True):
    exc = _given(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    if not hasattr(exc, "__traceback__"):
        # Python 2: the traceback is a value of its own.
        if tb is _missing:
            tb = sys.exc_info()[2]
        return (["Traceback (most recent call last):\n"] + format_tb(tb, limit) if tb is not None else []) + format_exception_only(exc)
    if chain and limit is None and (tb is _missing or tb is exc.__traceback__):
        return _traceback.format_exception(exc).splitlines(True)
    lines = []
    if chain and exc.__cause__ is not None:
        lines = format_exception(exc.__cause__, limit=limit) + [_CAUSE]
    elif chain and exc.__context__ is not None and not exc.__suppress_context__:
        lines = format_exception(exc.__context__, limit=limit) + [_CONTEXT]
    tb = exc.__traceback__ if tb is _missing else tb
    if tb is not None:
        lines.append("Traceback (most recent call last):\n")
        lines.extend(format_tb(tb, limit))
    return lines + format_exception_only(exc)


_CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"


def print_exception(exc, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    _write(_joined(format_exception(exc, value, tb, limit, chain)), file)


def _current():
    return sys.exc_info()[1]


def format_exc(limit=None, chain=True):
    return _joined(format_exception(_current(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    _write(format_exc(limit, chain), file)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_value"):
        raise ValueError("no last exception")
    print_exception(sys.last_value, limit=limit, file=file, chain=chain)


def clear_frames(tb):
    """Lets go of the local variables of a traceback's frames."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


class TracebackException(object):
    """An exception, ready to be shown later, without holding on to its frames."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.stack = StackSummary.extract(_places(exc_traceback), limit=limit, capture_locals=capture_locals)
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__ if exc_type.__module__ in ("builtins", "__main__") else exc_type.__module__ + "." + exc_type.__qualname__
        self._str = str(exc_value)
        self._text = _traceback.format_exception(exc_value)
        self._only = _traceback.format_exception_only(exc_value)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__cause__ = self._other(exc_value.__cause__, limit, seen)
        self.__context__ = self._other(exc_value.__context__, limit, seen)
        inner = getattr(exc_value, "exceptions", None)
        self.exceptions = [self.from_exception(e, limit=limit) for e in inner] if isinstance(inner, tuple) else None

    def _other(self, exc, limit, seen):
        if exc is None or id(exc) in seen:
            return None
        return type(self)(type(exc), exc, exc.__traceback__, limit=limit, _seen=seen)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format_exception_only(self, *, show_group=False, _depth=0):
        yield from self._only

    def format(self, *, chain=True, _ctx=None):
        if chain:
            yield from self._text.splitlines(True)
            return
        if self.stack:
            yield "Traceback (most recent call last):\n"
            yield from self.stack.format()
        yield from self._only

    def print(self, *, file=None, chain=True):
        _write(_joined(self.format(chain=chain)), file)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str


def tb_lineno(tb):
    return tb.tb_lineno
