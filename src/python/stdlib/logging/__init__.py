"""Messages with a level, sent by loggers to whoever wants them. A logger hands a record to its own handlers and to those of all loggers above it.

What is logged in one thread stands there at once, and there is one thread at a time: so nothing here is locked.

Source: https://docs.python.org/3/library/logging.html, PEP 282
"""

import os
import re
import string
import sys
import time
import traceback
import warnings

from _era import since

__all__ = ["BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "FileHandler", "Filter", "Formatter", "Handler", "INFO", "LogRecord", "Logger", "LoggerAdapter",
           "NOTSET", "NullHandler", "StreamHandler", "WARN", "WARNING", "addLevelName", "basicConfig", "captureWarnings", "critical", "debug", "disable", "error", "exception", "fatal",
           "getLevelName", "getLogger", "getLoggerClass", "info", "log", "makeLogRecord", "setLoggerClass", "warn", "warning"]
if since(3, 2):
    __all__ += ["shutdown", "getLogRecordFactory", "setLogRecordFactory", "lastResort", "raiseExceptions"]
if since(3, 11):
    __all__ += ["getLevelNamesMapping"]
if since(3, 12):
    __all__ += ["getHandlerByName", "getHandlerNames"]

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
# Whether errors in a handler are reported on standard error.
raiseExceptions = True
logThreads = logProcesses = logMultiprocessing = logAsyncioTasks = True

_started = time.time()
_text = str if since(3) else (str, type("".decode("ascii")))

_levelToName = {CRITICAL: "CRITICAL", ERROR: "ERROR", WARNING: "WARNING", INFO: "INFO", DEBUG: "DEBUG", NOTSET: "NOTSET"}
_nameToLevel = {"CRITICAL": CRITICAL, "FATAL": FATAL, "ERROR": ERROR, "WARN": WARNING, "WARNING": WARNING, "INFO": INFO, "DEBUG": DEBUG, "NOTSET": NOTSET}


def getLevelNamesMapping():
    """The levels by their names."""
    return _nameToLevel.copy()


def getLevelName(level):
    """The name of a level, or the level of a name."""
    found = _levelToName.get(level)
    return found if found is not None else _nameToLevel.get(level, "Level %s" % level)


def addLevelName(level, levelName):
    """Gives a level a name."""
    _levelToName[level] = levelName
    _nameToLevel[levelName] = level


def _checkLevel(level):
    """A level as a number. Errors: ValueError, TypeError."""
    if isinstance(level, int):
        return level
    if not isinstance(level, _text):
        raise TypeError("Level not an integer or a valid string: %r" % (level,))
    if level not in _nameToLevel:
        raise ValueError("Unknown level: %r" % (level,))
    return _nameToLevel[level]


class LogRecord(object):
    """One message: what was said, by which logger, where and when."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = time.time()
        self.name, self.msg = name, msg
        if args and len(args) == 1 and hasattr(args[0], "keys") and args[0]:
            args = args[0]
        self.args = args
        self.levelname, self.levelno = getLevelName(level), level
        self.pathname = pathname
        self.filename = os.path.basename(pathname)
        self.module = os.path.splitext(self.filename)[0]
        self.exc_info, self.exc_text = exc_info, None
        if since(3, 2):
            self.stack_info = sinfo
        self.lineno, self.funcName = lineno, func
        self.created = now
        self.msecs = int((now - int(now)) * 1000) + 0.0 if since(3, 10) else (now - int(now)) * 1000
        self.relativeCreated = (now - _started) * 1000
        import threading
        thread = threading.current_thread() if logThreads else None
        self.thread, self.threadName = (thread.ident, thread.name) if thread else (None, None)
        self.processName = "MainProcess" if logMultiprocessing else None
        # There is one process, and no number that would mean anything.
        self.process = 1 if logProcesses else None
        if since(3, 12):
            self.taskName = _task_name() if logAsyncioTasks else None

    def __repr__(self):
        return '<LogRecord: %s, %s, %s, %s, "%s">' % (self.name, self.levelno, self.pathname, self.lineno, self.msg)

    def getMessage(self):
        """The message with its arguments in it."""
        msg = self.msg if isinstance(self.msg, _text) else str(self.msg)
        return msg % self.args if self.args else msg


def _task_name():
    """The name of the task that runs, where there is one."""
    asyncio = sys.modules.get("asyncio")
    try:
        return asyncio and asyncio.current_task().get_name()
    except Exception:
        return None


_logRecordFactory = LogRecord


def setLogRecordFactory(factory):
    """What makes the records from now on."""
    global _logRecordFactory
    _logRecordFactory = factory


def getLogRecordFactory():
    """What makes the records."""
    return _logRecordFactory


def makeLogRecord(dict):
    """A record with these attributes, for one that came from elsewhere."""
    record = _logRecordFactory(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


class PercentStyle(object):
    """Formats written with `%(name)s`."""

    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    asctime_search = "%(asctime)"
    validation_pattern = re.compile(r"%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]", re.I)

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        return self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        """Errors: ValueError."""
        if not self.validation_pattern.search(self._fmt):
            raise ValueError("Invalid format '%s' for '%s' style" % (self._fmt, self.default_format[0]))

    def format(self, record):
        """The line for a record. Errors: ValueError, for a field that it does not have."""
        values = dict(self._defaults or (), **record.__dict__)
        if not since(3, 8):
            return self._format(values)
        try:
            return self._format(values)
        except KeyError as e:
            raise ValueError("Formatting field not found in record: %s" % e)

    def _format(self, values):
        return self._fmt % values


class StrFormatStyle(PercentStyle):
    """Formats written with `{name}`."""

    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"
    fmt_spec = re.compile(r"^(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?$", re.I)
    field_spec = re.compile(r"^(\d+|\w+)(\.\w+|\[[^]]+\])*$")

    def _format(self, values):
        return self._fmt.format(**values)

    def validate(self):
        fields = False
        try:
            for _, name, spec, conversion in string.Formatter().parse(self._fmt):
                if name:
                    if not self.field_spec.match(name):
                        raise ValueError("invalid field name/expression: %r" % name)
                    fields = True
                if conversion and conversion not in "rsa":
                    raise ValueError("invalid conversion: %r" % conversion)
                if spec and not self.fmt_spec.match(spec):
                    raise ValueError("bad specifier: %r" % spec)
        except ValueError as e:
            raise ValueError("invalid format: %s" % e)
        if not fields:
            raise ValueError("invalid format: no fields")


class StringTemplateStyle(PercentStyle):
    """Formats written with `$name`."""

    default_format = "${message}"
    asctime_format = "${asctime}"
    asctime_search = "${asctime}"

    def __init__(self, *args, **kwargs):
        super(StringTemplateStyle, self).__init__(*args, **kwargs)
        self._tpl = string.Template(self._fmt)

    def usesTime(self):
        return self._fmt.find("$asctime") >= 0 or self._fmt.find(self.asctime_search) >= 0

    def validate(self):
        fields = False
        for found in string.Template.pattern.finditer(self._fmt):
            if found.group("named") or found.group("braced"):
                fields = True
            elif found.group(0) == "$":
                raise ValueError("invalid format: bare '$' not allowed")
        if not fields:
            raise ValueError("invalid format: no fields")

    def _format(self, values):
        return self._tpl.substitute(**values)


_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


def _style(style):
    if style not in _STYLES:
        raise ValueError("Style must be one of: %s" % ",".join(_STYLES))
    return _STYLES[style]


class Formatter(object):
    """Makes text of a record."""

    converter = staticmethod(time.localtime)
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        kind = _style(style)[0]
        self._style = kind(fmt, defaults=defaults)
        if validate and since(3, 8):
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        """When a record was made."""
        when = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, when)
        text = time.strftime(self.default_time_format, when)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        """A traceback, without the newline at its end."""
        text = "".join(traceback.format_exception(ei[0], ei[1], ei[2]))
        return text[:-1] if text[-1:] == "\n" else text

    def usesTime(self):
        return self._style.usesTime()

    def formatMessage(self, record):
        return self._style.format(record)

    def formatStack(self, stack_info):
        return stack_info

    def format(self, record):
        """The whole text: the line, then the traceback, then the stack."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        stack = getattr(record, "stack_info", None)
        for more in (record.exc_text, stack and self.formatStack(stack)):
            if more:
                text += ("" if text[-1:] == "\n" else "\n") + more
        return text


_defaultFormatter = Formatter()


class BufferingFormatter(object):
    """Makes text of several records."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        return ""

    def formatFooter(self, records):
        return ""

    def format(self, records):
        if len(records) == 0:
            return ""
        return self.formatHeader(records) + "".join([self.linefmt.format(record) for record in records]) + self.formatFooter(records)


class Filter(object):
    """Lets records of a logger and of those below it pass."""

    def __init__(self, name=""):
        self.name, self.nlen = name, len(name)

    def filter(self, record):
        return self.nlen == 0 or self.name == record.name or record.name.startswith(self.name + ".")


class Filterer(object):
    """What filters can be put before: loggers and handlers."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """False when a filter says no; from 3.12 on the record, which filters may replace."""
        for one in self.filters:
            passed = one.filter(record) if hasattr(one, "filter") else one(record)
            if not passed:
                return False
            if since(3, 12) and isinstance(passed, LogRecord):
                record = passed
        return record if since(3, 12) else True


from ._handlers import (  # noqa: E402  A handler is a Filterer that formats: both are above.
    FileHandler,
    Handler,
    NullHandler,
    StreamHandler,
    _StderrHandler,
    _handlerList,
    _handlers,
    getHandlerByName,
    getHandlerNames,
    shutdown,
)
from ._loggers import Logger, LoggerAdapter, Manager, PlaceHolder, RootLogger, _caller  # noqa: E402

_defaultLastResort = lastResort = _StderrHandler(WARNING)

root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(root)
_loggerClass = Logger


def setLoggerClass(klass):
    """What `getLogger` makes from now on. Errors: TypeError."""
    global _loggerClass
    if klass != Logger and not issubclass(klass, Logger):
        raise TypeError("logger not derived from logging.Logger: " + klass.__name__)
    _loggerClass = klass


def getLoggerClass():
    """What `getLogger` makes."""
    return _loggerClass


def getLogger(name=None):
    """The logger of that name, always the same; without a name, the root."""
    if not name or isinstance(name, str) and name == root.name and since(3, 9):
        return root
    return Logger.manager.getLogger(name)


def basicConfig(**kwargs):
    """Gives the root a handler, unless it has one. Errors: ValueError."""
    force = kwargs.pop("force", False) if since(3, 8) else False
    encoding, errors = (kwargs.pop("encoding", None), kwargs.pop("errors", "backslashreplace")) if since(3, 9) else (None, None)
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    if len(root.handlers) > 0:
        return
    handlers = kwargs.pop("handlers", None) if since(3, 3) else None
    if handlers is None:
        if "stream" in kwargs and "filename" in kwargs and since(3, 3):
            raise ValueError("'stream' and 'filename' should not be specified together")
    elif "stream" in kwargs or "filename" in kwargs:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if handlers is None:
        filename, mode = kwargs.pop("filename", None), kwargs.pop("filemode", "a")
        if filename:
            handlers = [FileHandler(filename, mode, encoding=encoding, errors=errors)]
        else:
            handlers = [StreamHandler(kwargs.pop("stream", None))]
    datefmt = kwargs.pop("datefmt", None)
    style = kwargs.pop("style", "%") if since(3, 2) else "%"
    formatter = Formatter(kwargs.pop("format", None) or _style(style)[1], datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = kwargs.pop("level", None)
    if level is not None:
        root.setLevel(level)
    if kwargs and since(3, 3):
        raise ValueError("Unrecognised argument(s): %s" % ", ".join(kwargs))


def _said(level):
    def say(msg, *args, **kwargs):
        if len(root.handlers) == 0:
            basicConfig()
        root.log(level, msg, *args, **kwargs)

    say.__name__ = say.__qualname__ = getLevelName(level).lower()
    say.__doc__ = "A message of this level from the root, which gets a handler if it has none."
    return say


critical, error, warning, info, debug = map(_said, (CRITICAL, ERROR, WARNING, INFO, DEBUG))
fatal = critical


def exception(msg, *args, **kwargs):
    """An error, with the exception at hand."""
    error(msg, *args, **dict({"exc_info": True}, **kwargs))


def warn(msg, *args, **kwargs):
    """The old name of `warning`."""
    if since(3, 3):
        warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
    warning(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    """A message from the root, which gets a handler if it has none."""
    if len(root.handlers) == 0:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    """Nobody says anything of this level or below."""
    root.manager.disable = level


_warnings_showwarning = None


def _showwarning(message, category, filename, lineno, file=None, line=None):
    if file is not None:
        if _warnings_showwarning is not None:
            _warnings_showwarning(message, category, filename, lineno, file, line)
        return
    text = warnings.formatwarning(message, category, filename, lineno, line)
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    if since(3, 11):
        logger.warning(str(text))
    else:
        logger.warning("%s", text)


def captureWarnings(capture):
    """Whether warnings are logged, by the logger `py.warnings`."""
    global _warnings_showwarning
    if capture and _warnings_showwarning is None:
        _warnings_showwarning = warnings.showwarning
        warnings.showwarning = _showwarning
    elif not capture and _warnings_showwarning is not None:
        warnings.showwarning = _warnings_showwarning
        _warnings_showwarning = None
