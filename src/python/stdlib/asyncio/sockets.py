"""The socket that a transport shows of itself: one can ask it, and not read from it or write to it. Since 3.8; before, it was the socket.

Source: https://docs.python.org/3/library/asyncio-protocol.html#transports
"""

from _era import since


class TransportSocket:
    """A socket that belongs to a transport or a server."""

    __slots__ = ("_sock",)

    def __init__(self, sock):
        self._sock = sock

    @property
    def family(self):
        return self._sock.family

    @property
    def type(self):
        return self._sock.type

    @property
    def proto(self):
        return self._sock.proto

    def __repr__(self):
        fd = self.fileno()
        text = f"<asyncio.TransportSocket fd={fd}, family={self.family!s}, type={self.type!s}, proto={self.proto}"
        if fd != -1:
            for name, address in (("laddr", self.getsockname), ("raddr", self.getpeername)):
                try:
                    found = address()
                except OSError:
                    continue
                if found:
                    text += f", {name}={found}"
        return text + ">"

    def __getstate__(self):
        raise TypeError("Cannot serialize asyncio.TransportSocket object")

    def fileno(self):
        return self._sock.fileno()

    def getsockopt(self, *args, **kwargs):
        return self._sock.getsockopt(*args, **kwargs)

    def setsockopt(self, *args, **kwargs):
        self._sock.setsockopt(*args, **kwargs)

    def getpeername(self):
        return self._sock.getpeername()

    def getsockname(self):
        return self._sock.getsockname()

    def settimeout(self, value):
        """It waits already: nothing but 0 is allowed."""
        if value != 0:
            raise ValueError("settimeout(): only 0 timeout is allowed on transport sockets")

    def gettimeout(self):
        return 0

    def setblocking(self, flag):
        if flag:
            raise ValueError("setblocking(): transport sockets cannot be blocking")


def shown(sock):
    """What a transport or a server tells of its socket."""
    return TransportSocket(sock) if since(3, 8) else sock
