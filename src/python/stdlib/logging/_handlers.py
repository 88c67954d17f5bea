"""Handlers: what becomes of a record. Source: https://docs.python.org/3/library/logging.html#handler-objects"""

import atexit
import os
import sys
import traceback
import weakref

import logging
from _era import since

from . import NOTSET, Filterer, _checkLevel, getLevelName

_handlers = weakref.WeakValueDictionary()  # by name
_handlerList = []  # every handler, by weak reference, in the order of their making


def getHandlerByName(name):
    """The handler of that name, or None."""
    return _handlers.get(name)


def getHandlerNames():
    """The names of all handlers that have one."""
    return frozenset(_handlers)


class Handler(Filterer):
    """Formats records and sends them somewhere; `emit` says where."""

    __module__ = "logging"

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self._name = None
        self.level = _checkLevel(level)
        self.formatter = None
        self._closed = False
        _handlerList.append(weakref.ref(self, _handlerList.remove))
        self.createLock()

    @property
    def name(self):
        """By what `getHandlerByName` finds it."""
        return self._name

    @name.setter
    def name(self, name):
        if self._name in _handlers:
            del _handlers[self._name]
        self._name = name
        if name:
            _handlers[name] = self

    def get_name(self):
        return self.name

    def set_name(self, name):
        self.name = name

    def createLock(self):
        """There is nothing to lock: one thread runs at a time, and none is interrupted while it logs."""
        self.lock = None

    def acquire(self):
        """See `createLock`."""

    def release(self):
        """See `createLock`."""

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        """The text of a record."""
        return (self.formatter or logging._defaultFormatter).format(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        """Emits a record that the filters let pass."""
        passed = self.filter(record)
        if isinstance(passed, logging.LogRecord):
            record = passed
        if passed:
            self.acquire()
            try:
                self.emit(record)
            finally:
                self.release()
        return passed

    def flush(self):
        """For handlers that keep something back."""

    def close(self):
        """Forgets the name."""
        self._closed = True
        if self._name and self._name in _handlers:
            del _handlers[self._name]

    def handleError(self, record):
        """Reports what went wrong in `emit`, with the place of the call that logged."""
        if not logging.raiseExceptions or not sys.stderr:
            return
        kind, error, tb = sys.exc_info()
        if not since(3):
            traceback.print_exception(kind, error, tb, None, sys.stderr)
            sys.stderr.write("Logged from file %s, line %s\n" % (record.filename, record.lineno))
            return
        sys.stderr.write("--- Logging error ---\n")
        traceback.print_exception(kind, error, tb, None, sys.stderr)
        frame = logging._caller(1)
        sys.stderr.write("Call stack:\n")
        if frame is not None:
            traceback.print_stack(frame, file=sys.stderr)
        sys.stderr.write("Message: %r\nArguments: %s\n" % (record.msg, record.args))

    def __repr__(self):
        if not since(3, 6):
            return object.__repr__(self)
        return "<%s (%s)>" % (self.__class__.__name__, getLevelName(self.level))


class StreamHandler(Handler):
    """Writes lines to a stream, which it does not close."""

    __module__ = "logging"
    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        if self.stream and hasattr(self.stream, "flush"):
            self.stream.flush()

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError if since(3, 5) else ():
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Another stream from now on; returns the one before, or None if it is the same."""
        if stream is self.stream:
            return None
        before = self.stream
        self.flush()
        self.stream = stream
        return before

    def __repr__(self):
        if not since(3, 6):
            return object.__repr__(self)
        name = str(getattr(self.stream, "name", ""))
        return "<%s %s(%s)>" % (self.__class__.__name__, name + " " if name else "", getLevelName(self.level))


class FileHandler(StreamHandler):
    """Writes lines to a file. Errors: what `open` raises."""

    __module__ = "logging"

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = os.path.abspath(filename) if hasattr(os.path, "abspath") else filename
        self.mode, self.encoding, self.errors, self.delay = mode, encoding, errors, delay
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            StreamHandler.__init__(self, self._open())

    def _open(self):
        return open(self.baseFilename, self.mode)

    def emit(self, record):
        if self.stream is None and (self.mode != "w" or not self._closed):
            self.stream = self._open()
        if self.stream:
            StreamHandler.emit(self, record)

    def close(self):
        stream, self.stream = self.stream, None
        if stream:
            stream.close()
        StreamHandler.close(self)

    def __repr__(self):
        if not since(3, 6):
            return object.__repr__(self)
        return "<%s %s (%s)>" % (self.__class__.__name__, self.baseFilename, getLevelName(self.level))


class NullHandler(Handler):
    """Says nothing."""

    __module__ = "logging"

    def handle(self, record):
        """Nothing."""

    def emit(self, record):
        """Nothing."""


class _StderrHandler(StreamHandler):
    """Writes to what standard error is at that moment."""

    __module__ = "logging"

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


def shutdown(handlerList=_handlerList):
    """Flushes and closes every handler, the newest first; done at the program's end."""
    for ref in reversed(handlerList[:]):
        handler = ref()
        if handler is None:
            continue
        try:
            if getattr(handler, "flushOnClose", True):
                handler.flush()
            handler.close()
        except (OSError, ValueError):
            pass
        except Exception:
            if logging.raiseExceptions:
                raise


atexit.register(shutdown)
