"""Protocols, one for each connection, and the factories that make them. Part of this book's re-creation of Twisted.

Source: https://docs.twisted.org/en/stable/core/howto/servers.html and clients.html
"""

from _lanes import call

from twisted.internet import error
from twisted.python import failure

connectionDone = failure.Failure(error.ConnectionDone())


class Factory(object):
    """Makes a protocol for each connection; what connections share can live here."""

    protocol = None
    numPorts = 0
    noisy = True

    @classmethod
    def forProtocol(cls, protocol, *args, **kwargs):
        """A factory for this class of protocol."""
        factory = cls(*args, **kwargs)
        factory.protocol = protocol
        return factory

    def doStart(self):
        if self.numPorts == 0:
            self.startFactory()
        self.numPorts += 1

    def doStop(self):
        self.numPorts -= 1
        if self.numPorts == 0:
            self.stopFactory()

    def startFactory(self):
        """Called before the first port or connector uses it."""

    def stopFactory(self):
        """Called when none does any more."""

    def buildProtocol(self, addr):
        """The protocol for a connection with `addr`, or None to refuse it."""
        protocol = self.protocol()
        protocol.factory = self
        return protocol


class ServerFactory(Factory):
    """For listenTCP."""


class ClientFactory(Factory):
    """For connectTCP."""

    def startedConnecting(self, connector):
        """Called when an attempt begins."""

    def clientConnectionFailed(self, connector, reason):
        """Called when there was no connection; `reason` is a Failure."""

    def clientConnectionLost(self, connector, reason):
        """Called when there was one."""


class BaseProtocol(object):
    """What a connection is told."""

    connected = 0
    transport = None

    def makeConnection(self, transport):
        self.connected = 1
        self.transport = transport
        call(None, self.connectionMade)

    def connectionMade(self):
        """Called when the connection is there."""


class Protocol(BaseProtocol):
    """What a stream of bytes is told."""

    factory = None

    def dataReceived(self, data):
        """Called with what has arrived: in pieces of any size."""

    def connectionLost(self, reason=connectionDone):
        """Called when the connection is gone; `reason` is a Failure."""
