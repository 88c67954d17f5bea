"""Loggers: who says something, in a tree by their dotted names. Source: https://docs.python.org/3/library/logging.html#logger-objects"""

import sys
import traceback
import warnings

import logging
from _era import since

from . import CRITICAL, DEBUG, ERROR, INFO, NOTSET, WARNING, Filterer, _checkLevel, getLevelName

_folder = __file__[: __file__.rindex("/") + 1]


def _caller(level):
    """The frame that logged: the `level`-th that is not of this library, or the outermost."""
    frame = sys._getframe(1)
    while frame is not None:
        if not frame.f_code.co_filename.startswith(_folder):
            level -= 1
            if level < 1 or frame.f_back is None:
                return frame
        frame = frame.f_back
    return None


class PlaceHolder(object):
    """Stands where only loggers below are known yet."""

    __module__ = "logging"

    def __init__(self, alogger):
        self.loggerMap = {alogger: None}

    def append(self, alogger):
        self.loggerMap[alogger] = None


class Manager(object):
    """Knows every logger by name, and who stands above whom."""

    __module__ = "logging"

    def __init__(self, rootnode):
        self.root = rootnode
        self._disable = 0
        self.emittedNoHandlerWarning = False
        self.loggerDict = {}
        self.loggerClass = None
        self.logRecordFactory = None

    @property
    def disable(self):
        """Of this level and below, nothing is said."""
        return self._disable

    @disable.setter
    def disable(self, level):
        self._disable = _checkLevel(level)

    def getLogger(self, name):
        """The logger of that name, made if need be. Errors: TypeError."""
        if not isinstance(name, logging._text):
            raise TypeError("A logger name must be a string" if since(3) else "A logger name must be string or Unicode")
        there = self.loggerDict.get(name)
        if there is not None and not isinstance(there, PlaceHolder):
            return there
        logger = (self.loggerClass or logging._loggerClass)(name)
        logger.manager = self
        self.loggerDict[name] = logger
        if there is not None:
            for child in there.loggerMap:
                if not child.parent.name.startswith(name):
                    logger.parent, child.parent = child.parent, logger
        self._find_parent(logger)
        return logger

    def _find_parent(self, logger):
        above = logger.name
        logger.parent = self.root
        while "." in above:
            above = above[: above.rindex(".")]
            there = self.loggerDict.get(above)
            if there is None:
                self.loggerDict[above] = PlaceHolder(logger)
            elif isinstance(there, PlaceHolder):
                there.append(logger)
            else:
                logger.parent = there
                return

    def setLoggerClass(self, klass):
        """What this manager makes. Errors: TypeError."""
        if klass != Logger and not issubclass(klass, Logger):
            raise TypeError("logger not derived from logging.Logger: " + klass.__name__)
        self.loggerClass = klass

    def setLogRecordFactory(self, factory):
        self.logRecordFactory = factory


class Logger(Filterer):
    """Says things, to its own handlers and those of the loggers above."""

    __module__ = "logging"

    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name = name
        self.level = _checkLevel(level)
        self.parent = None
        self.propagate = True if since(3) else 1
        self.handlers = []
        self.disabled = False if since(3) else 0

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        """The old name of `warning`."""
        if since(3, 3):
            warnings.warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, **kwargs):
        """An error, with the exception at hand."""
        self.error(msg, *args, **dict({"exc_info": True}, **kwargs))

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        """A message of any level. Errors: TypeError."""
        if not isinstance(level, int):
            if logging.raiseExceptions:
                raise TypeError("level must be an integer")
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def findCaller(self, stack_info=False, stacklevel=1):
        """Where something was logged: file, line and function, and the stack if it is asked for."""
        frame = _caller(stacklevel)
        if frame is None:
            return ("(unknown file)", 0, "(unknown function)", None)[: 4 if since(3, 2) else 3]
        found = frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name
        if not since(3, 2):
            return found
        stack = None
        if stack_info:
            stack = "Stack (most recent call last):\n" + "".join(traceback.format_stack(frame))
            stack = stack[:-1] if stack[-1:] == "\n" else stack
        return found + (stack,)

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        """A record, with what the program adds to it. Errors: KeyError, for what a record has by itself."""
        make = logging._logRecordFactory
        record = make(name, level, fn, lno, msg, args, exc_info, func, sinfo) if since(3, 2) else make(name, level, fn, lno, msg, args, exc_info, func)
        for key in extra or ():
            if key in ("message", "asctime") or key in record.__dict__:
                raise KeyError("Attempt to overwrite %r in LogRecord" % key)
            record.__dict__[key] = extra[key]
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        fn, lno, func, sinfo = (self.findCaller(stack_info, stacklevel) + (None,))[:4]
        if exc_info:
            if isinstance(exc_info, BaseException) and since(3, 5):
                exc_info = type(exc_info), exc_info, exc_info.__traceback__
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        self.handle(self.makeRecord(self.name, level, fn, lno, msg, args, exc_info, func, extra, sinfo))

    def handle(self, record):
        """Sends a record to the handlers, if the filters let it pass."""
        if self.disabled:
            return
        passed = self.filter(record)
        if passed:
            self.callHandlers(passed if isinstance(passed, logging.LogRecord) else record)

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        """Whether somebody would hear: this logger or one above."""
        logger = self
        while logger:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def callHandlers(self, record):
        """Sends a record upward; if nobody has a handler, the last resort speaks (before 3.2: one complaint)."""
        found, logger = 0, self
        while logger:
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if found:
            return
        if since(3, 2) and logging.lastResort:
            if record.levelno >= logging.lastResort.level:
                logging.lastResort.handle(record)
        elif logging.raiseExceptions and not self.manager.emittedNoHandlerWarning:
            sys.stderr.write(('No handlers could be found for logger "%s"' + "\n") % self.name)
            self.manager.emittedNoHandlerWarning = True

    def getEffectiveLevel(self):
        """Its own level, or of the next above that has one."""
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        """Whether something of this level would be said."""
        if self.disabled and since(3, 7):
            return False
        return self.manager.disable < level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        """The logger of that name below this one."""
        return self.manager.getLogger(suffix if self.root is self else self.name + "." + suffix)

    def getChildren(self):
        """The loggers right below."""
        depth = 0 if self is self.manager.root else self.name.count(".") + 1
        return set(one for one in self.manager.loggerDict.values() if isinstance(one, Logger) and one.parent is self and one.name.count(".") == depth)

    def __repr__(self):
        if not since(3, 6):
            return object.__repr__(self)
        return "<%s %s (%s)>" % (self.__class__.__name__, self.name, getLevelName(self.getEffectiveLevel()))


class RootLogger(Logger):
    """The logger above all."""

    __module__ = "logging"

    def __init__(self, level):
        Logger.__init__(self, "root", level)


class LoggerAdapter(object):
    """A logger that adds something to each message."""

    __module__ = "logging"

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger, self.extra, self.merge_extra = logger, extra, merge_extra

    def process(self, msg, kwargs):
        """What is logged instead of this; a subclass may say something else."""
        if self.merge_extra and "extra" in kwargs:
            kwargs["extra"] = dict(self.extra or {}, **kwargs["extra"])
        else:
            kwargs["extra"] = self.extra
        return msg, kwargs

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, **kwargs):
        """An error, with the exception at hand."""
        self.log(ERROR, msg, *args, **dict({"exc_info": True}, **kwargs))

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        return self.logger.hasHandlers()

    @property
    def manager(self):
        return self.logger.manager

    @property
    def name(self):
        return self.logger.name

    def __repr__(self):
        if not since(3, 6):
            return object.__repr__(self)
        return "<%s %s (%s)>" % (self.__class__.__name__, self.logger.name, getLevelName(self.logger.getEffectiveLevel()))
