"""Protocols: what a transport calls when something happens to its connection.

Source: PEP 3156, "Transports and Protocols"; https://docs.python.org/3/library/asyncio-protocol.html
"""

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol")


class BaseProtocol:
    """What all protocols are told."""

    __slots__ = ()

    def connection_made(self, transport):
        """There is a connection."""

    def connection_lost(self, exc):
        """There is none any more: closed, when `exc` is None, or broken."""

    def pause_writing(self):
        """The transport's buffer is over its high-water mark."""

    def resume_writing(self):
        """The transport's buffer is below its low-water mark again."""


class Protocol(BaseProtocol):
    """For a stream of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Some bytes came."""

    def eof_received(self):
        """The other side sends nothing more. A true answer keeps the transport open."""


class BufferedProtocol(BaseProtocol):
    """For a stream of bytes that are received into a buffer of the protocol's own. Since 3.7."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """The buffer to receive into."""

    def buffer_updated(self, nbytes):
        """So many bytes came."""

    def eof_received(self):
        """The other side sends nothing more."""


class DatagramProtocol(BaseProtocol):
    """For datagrams."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A datagram came."""

    def error_received(self, exc):
        """Sending or receiving failed."""


class SubprocessProtocol(BaseProtocol):
    """For processes, of which there are none here."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """The process wrote."""

    def pipe_connection_lost(self, fd, exc):
        """A pipe was closed."""

    def process_exited(self):
        """The process ended."""
