"""Sockets that a reactor watches: ports, connections and attempts at one. Part of this book's re-creation of Twisted.

Source: https://docs.twisted.org/en/stable/api/twisted.internet.interfaces.ITCPTransport.html
"""

import _socket
import socket
from _era import since
from _lanes import call
from errno import EAGAIN, ECONNREFUSED, EINPROGRESS, EISCONN, EWOULDBLOCK

from twisted.internet import error
from twisted.internet.address import IPv4Address
from twisted.python.failure import Failure

_EMPTY = b"" if since(3) else ""
_AT_ONCE = 65536


def _address(pair):
    return IPv4Address("TCP", pair[0], pair[1])


class Port(object):
    """A listening socket: asks its factory for a protocol for each connection."""

    def __init__(self, port, factory, backlog, interface, reactor):
        self.port, self.factory, self.backlog, self.interface, self.reactor = port, factory, backlog, interface, reactor
        self.disconnecting = False

    def startListening(self):
        """Raises CannotListenError."""
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.socket.setblocking(False)
        try:
            self.socket.bind((self.interface, self.port))
        except socket.error as why:
            self.socket.close()
            raise error.CannotListenError(self.interface, self.port, why)
        self.socket.listen(self.backlog)
        self.factory.doStart()
        self.reactor.addReader(self)

    def fileno(self):
        return self.socket.fileno()

    def getHost(self):
        return _address(self.socket.getsockname())

    def doRead(self):
        try:
            connection, pair = self.socket.accept()
        except socket.error as why:
            if why.args[0] in (EAGAIN, EWOULDBLOCK):
                return
            raise
        protocol = self.factory.buildProtocol(_address(pair))
        if protocol is None:
            connection.close()
            return
        Connection(connection, protocol, self.reactor).begin()

    def stopListening(self):
        self.connectionLost(None)

    loseConnection = stopListening

    def connectionLost(self, reason):
        if self.disconnecting:
            return
        self.disconnecting = True
        self.reactor.removeReader(self)
        self.socket.close()
        self.factory.doStop()


class Connection(object):
    """A connected socket: the `transport` of its protocol."""

    def __init__(self, sock, protocol, reactor):
        self.socket, self.protocol, self.reactor = sock, protocol, reactor
        self.disconnecting = False
        self.disconnected = False
        self.connected = 1
        self._unsent = _EMPTY
        self.socket.setblocking(False)
        self._peer = self.socket.getpeername()

    def begin(self):
        self.reactor.addReader(self)
        self.protocol.makeConnection(self)

    def fileno(self):
        return self.socket.fileno()

    # What a protocol asks of its transport.

    def write(self, data):
        """Sends it all, as fast as the network takes it."""
        if since(3) and isinstance(data, str):
            raise TypeError("Data must not be unicode")
        if self.connected and not self.disconnecting and data:
            self._unsent = self._unsent + data
            self.reactor.addWriter(self)

    def writeSequence(self, iovec):
        self.write(_EMPTY.join(iovec))

    def loseConnection(self):
        """Closes when all has been sent."""
        if self.connected and not self.disconnecting:
            self.disconnecting = True
            self.reactor.addWriter(self)

    def abortConnection(self):
        """Closes now."""
        if self.connected:
            self.connectionLost(Failure(error.ConnectionLost("Connection aborted")))

    def getHost(self):
        return _address(self.socket.getsockname())

    def getPeer(self):
        return _address(self._peer)

    # What the reactor calls.

    def doRead(self):
        try:
            data = self.socket.recv(_AT_ONCE)
        except socket.error as why:
            if why.args[0] not in (EAGAIN, EWOULDBLOCK):
                self.connectionLost(Failure(error.ConnectionLost()))
            return
        if data:
            call(None, self.protocol.dataReceived, data)
        else:
            self.connectionLost(Failure(error.ConnectionDone()))

    def doWrite(self):
        try:
            sent = self.socket.send(self._unsent) if self._unsent else 0
        except socket.error as why:
            if why.args[0] not in (EAGAIN, EWOULDBLOCK):
                self.connectionLost(Failure(error.ConnectionLost()))
            return
        self._unsent = self._unsent[sent:]
        if not self._unsent:
            self.reactor.removeWriter(self)
            if self.disconnecting:
                self.connectionLost(Failure(error.ConnectionDone()))

    def connectionLost(self, reason):
        if not self.connected:
            return
        self.connected = 0
        self.disconnected = True
        self.reactor.removeReader(self)
        self.reactor.removeWriter(self)
        self.socket.close()
        call(None, self.protocol.connectionLost, reason)


class _Client(Connection):
    """A connection of ours: its end is its connector's affair too."""

    def __init__(self, sock, protocol, reactor, connector):
        Connection.__init__(self, sock, protocol, reactor)
        self._connector = connector

    def connectionLost(self, reason):
        was = self.connected
        Connection.connectionLost(self, reason)
        if was:
            self._connector.connectionLost(reason)


class Connector(object):
    """An attempt to connect, and another when connect() is called again."""

    state = "disconnected"
    _timer = None
    _started = False

    def __init__(self, host, port, factory, timeout, bindAddress, reactor):
        self.host, self.port, self.factory, self.timeout = host, port, factory, timeout
        self.bindAddress, self.reactor = bindAddress, reactor

    def getDestination(self):
        return IPv4Address("TCP", self.host, self.port)

    def connect(self):
        """Begins. Raises RuntimeError when it has begun already."""
        if self.state != "disconnected":
            raise RuntimeError("can't connect in this state")
        self.state = "connecting"
        if not self._started:
            self._started = True
            self.factory.doStart()
        self.factory.startedConnecting(self)
        if self.state == "connecting":
            # Never at once: whoever called connectTCP may still prepare itself.
            self._timer = self.reactor.callLater(0, self._begin)

    def _begin(self):
        self._timer = None
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.socket.setblocking(False)
        try:
            if self.bindAddress is not None:
                self.socket.bind(self.bindAddress)
            code = self.socket.connect_ex((self.host, self.port))
        except socket.gaierror as why:
            self.connectionFailed(Failure(error.DNSLookupError(str(why))))
            return
        if code in (0, EISCONN):
            self._connected()
        elif code in (EINPROGRESS, EWOULDBLOCK):
            if self.timeout is not None:
                self._timer = self.reactor.callLater(self.timeout, self._too_late)
            self.reactor.addWriter(self)
        else:
            self.connectionFailed(self._why(code))

    def _why(self, code):
        kind = error.ConnectionRefusedError if code == ECONNREFUSED else error.ConnectError
        return Failure(kind(code, _socket.strerror(code)))

    def _too_late(self):
        self._timer = None
        self.connectionFailed(Failure(error.TimeoutError()))

    def fileno(self):
        return self.socket.fileno()

    def doWrite(self):
        """The attempt has come to something."""
        code = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            self.connectionFailed(self._why(code))
        else:
            self._connected()

    def _forget(self):
        self.reactor.removeWriter(self)
        if self._timer is not None and self._timer.active():
            self._timer.cancel()
        self._timer = None

    def _connected(self):
        self._forget()
        self.state = "connected"
        protocol = self.factory.buildProtocol(self.getDestination())
        if protocol is None:
            self.socket.close()
            self.connectionLost(Failure(error.UserError()))
            return
        self.transport = _Client(self.socket, protocol, self.reactor, self)
        self.transport.begin()

    def connectionFailed(self, reason):
        self._forget()
        if hasattr(self, "socket"):
            self.socket.close()
        self.state = "disconnected"
        self.factory.clientConnectionFailed(self, reason)
        self._end()

    def connectionLost(self, reason):
        self.state = "disconnected"
        self.factory.clientConnectionLost(self, reason)
        self._end()

    def _end(self):
        if self.state == "disconnected":
            # Nobody has tried again.
            self._started = False
            self.factory.doStop()

    def stopConnecting(self):
        """Gives up. Raises NotConnectingError."""
        if self.state != "connecting":
            raise error.NotConnectingError("we're not trying to connect")
        self.connectionFailed(Failure(error.UserError()))

    def disconnect(self):
        if self.state == "connecting":
            self.stopConnecting()
        elif self.state == "connected":
            self.transport.loseConnection()
