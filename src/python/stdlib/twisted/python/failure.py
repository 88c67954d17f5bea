"""A Failure: an exception that has been caught, as an object that can be handed on. Part of this book's re-creation of Twisted.

Its traceback leaves out the framework's own lines.
Source: https://docs.twisted.org/en/stable/api/twisted.python.failure.Failure.html
"""

import linecache
import sys

from _era import since


class NoCurrentExceptionError(Exception):
    """Failure() was made where no exception was being handled."""


def _frames(tb):
    """(function, file, line) from the outermost to where it was raised."""
    frames = []
    while tb is not None:
        code = tb.tb_frame.f_code
        if not tb.tb_frame.f_globals.get("__name__", "").startswith("twisted."):
            frames.append((code.co_name, code.co_filename, tb.tb_lineno))
        tb = tb.tb_next
    return frames


def _name(cls):
    """A class as a traceback of Twisted's names it: with its module, always."""
    return "%s.%s" % (cls.__module__, cls.__name__)


class Failure(object):
    """The exception being handled, or the one that is given. `value` is it, `type` its class, `frames` where it came from."""

    def __init__(self, exc_value=None, exc_type=None, exc_tb=None):
        if exc_value is None:
            exc_type, exc_value, exc_tb = sys.exc_info()
            if exc_type is None:
                raise NoCurrentExceptionError()
        elif exc_tb is None:
            exc_tb = getattr(exc_value, "__traceback__", None)
        self.value = exc_value
        self.type = exc_type or exc_value.__class__
        self.frames = _frames(exc_tb)

    def check(self, *errorTypes):
        """The first of these classes (or of their full names) that the exception is one of, else None."""
        names = [_name(cls) for cls in self.type.__mro__]
        for error in errorTypes:
            if isinstance(error, str) and error in names or not isinstance(error, str) and issubclass(self.type, error):
                return error
        return None

    def trap(self, *errorTypes):
        """Like `except`: answers which class it was; raises the exception again when it was none of them."""
        error = self.check(*errorTypes)
        if error is None:
            self.raiseException()
        return error

    def raiseException(self):
        raise self.value

    def throwExceptionIntoGenerator(self, g):
        """Has it come out of the `yield` where a generator stands still."""
        return g.throw(self.value)

    def getErrorMessage(self):
        return str(self.value)

    def getBriefTraceback(self):
        return self.getTraceback(detail="brief")

    def getTraceback(self, elideFrameworkCode=0, detail="default"):
        """As text: like Python's own, or `brief`: a line for each frame."""
        if detail == "brief":
            note = "" if self.frames else " (failure with no frames)"
            lines = ["Traceback%s: %s: %s" % (note, self.type, self.value)]
            lines.extend(["%s:%s:%s" % (filename, line, function) for function, filename, line in self.frames])
        else:
            lines = ["Traceback (most recent call last):"]
            for function, filename, line in self.frames:
                lines.append('  File "%s", line %s, in %s' % (filename, line, function))
                lines.append("    " + linecache.getline(filename, line).strip())
            lines.append("%s%s: %s" % ("" if self.frames else "Failure: ", _name(self.type), self.value))
        return "\n".join(lines) + "\n"

    def printTraceback(self, file=None, elideFrameworkCode=False, detail="default"):
        from twisted.python import log

        (file or log.logerr).write(self.getTraceback(elideFrameworkCode, detail))

    def printBriefTraceback(self, file=None):
        self.printTraceback(file, detail="brief")

    def cleanFailure(self):
        """Lets go of the frames that the exception came through."""
        if since(3):
            self.value.__traceback__ = None

    def __str__(self):
        return "[Failure instance: %s]" % self.getBriefTraceback()

    def __repr__(self):
        if since(3):
            return "<%s %s: %s>" % (_name(type(self)), _name(self.type), self.value)
        return "<%s %s>" % (_name(type(self)), self.type)
