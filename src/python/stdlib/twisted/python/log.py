"""Where errors go that nobody handles: to standard error, until a program observes them itself. Part of this book's re-creation of Twisted.

Source: https://docs.twisted.org/en/stable/core/howto/logging-old.html
"""

import sys
import time

from twisted.python import failure


class _Stream(object):
    """Standard error, whatever it is at the time."""

    def write(self, text):
        sys.stderr.write(text)

    def flush(self):
        sys.stderr.flush()


logerr = _Stream()
_observers = []


def addObserver(observer):
    """`observer` is called with a dict for each event."""
    _observers.append(observer)


def removeObserver(observer):
    _observers.remove(observer)


def textFromEventDict(event):
    """What an event says, or None."""
    if event["isError"] and "failure" in event:
        return "%s\n%s" % (event.get("why") or "Unhandled Error", event["failure"].getTraceback())
    if event["message"]:
        return " ".join([str(part) for part in event["message"]])
    return None


def msg(*message, **keywords):
    """One event. Without an observer only errors are written."""
    event = {"message": message, "isError": 0, "system": "-", "time": time.time()}
    event.update(keywords)
    if _observers:
        for observer in list(_observers):
            observer(event)
    elif event["isError"]:
        logerr.write(textFromEventDict(event) + "\n")


def err(_stuff=None, _why=None, **keywords):
    """An error that nobody will handle: a Failure, an exception, or by default the one being handled."""
    if _stuff is None or isinstance(_stuff, Exception):
        _stuff = failure.Failure(_stuff)
    if isinstance(_stuff, failure.Failure):
        msg(failure=_stuff, why=_why, isError=1, **keywords)
    else:
        msg(repr(_stuff), why=_why, isError=1, **keywords)


def startLogging(file, setStdout=1):
    """Writes every event to a file, with its date."""

    def write(event):
        text = textFromEventDict(event)
        if text is not None:
            when = time.strftime("%Y-%m-%d %H:%M:%S+0000", time.gmtime(event["time"]))
            file.write("%s [%s] %s\n" % (when, event["system"], text.replace("\n", "\n\t")))

    addObserver(write)
    msg("Log opened.")
