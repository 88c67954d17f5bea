"""What can go wrong on a reactor. Part of this book's re-creation of Twisted.

Source: https://docs.twisted.org/en/stable/api/twisted.internet.error.html
"""


class _Described(Exception):
    """Its text is the first line of its class's docstring, then what it was given."""

    def __str__(self):
        text = self.__doc__.splitlines()[0].rstrip(".")
        if self.args:
            text = "%s: %s" % (text, " ".join([str(part) for part in self.args]))
        return text + "."


class BindError(_Described):
    """An error occurred binding to an interface."""


class CannotListenError(BindError):
    """This port cannot be listened on."""

    def __init__(self, interface, port, socketError):
        BindError.__init__(self, interface, port, socketError)
        self.interface, self.port, self.socketError = interface, port, socketError

    def __str__(self):
        return "Couldn't listen on %s:%s: %s." % (self.interface or "any", self.port, self.socketError)


class ConnectError(_Described):
    """An error occurred while connecting."""

    def __init__(self, osError=None, string=""):
        self.osError = osError
        Exception.__init__(self, string)

    def __str__(self):
        parts = [self.__doc__.splitlines()[0].rstrip("."), self.osError, self.args[0]]
        return "%s." % ": ".join([str(part) for part in parts if part])


class ConnectionRefusedError(ConnectError):
    """Connection was refused by other side."""


class TimeoutError(ConnectError):
    """User timeout caused connection failure."""


class DNSLookupError(IOError):
    """No such host."""


class UserError(ConnectError):
    """User aborted connection."""


class ConnectionClosed(_Described):
    """Connection was closed, whether cleanly or non-cleanly."""


class ConnectionLost(ConnectionClosed):
    """Connection to the other side was lost in a non-clean fashion."""


class ConnectionDone(ConnectionClosed):
    """Connection was closed cleanly."""


class AlreadyCalled(_Described, ValueError):
    """Tried to cancel an already-called event."""


class AlreadyCancelled(_Described, ValueError):
    """Tried to cancel an already-cancelled event."""


class NotConnectingError(RuntimeError):
    """The Connector was not connecting when it was asked to stop connecting."""


class ReactorAlreadyRunning(RuntimeError):
    """A reactor runs once at a time."""


class ReactorNotRunning(RuntimeError):
    """A reactor that does not run cannot be stopped."""


class ReactorNotRestartable(RuntimeError):
    """A reactor runs once."""
