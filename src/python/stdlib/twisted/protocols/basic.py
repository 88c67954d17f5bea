"""Protocols of lines. Part of this book's re-creation of Twisted.

Source: https://docs.twisted.org/en/stable/api/twisted.protocols.basic.html
"""

from _era import since

from twisted.internet import protocol

_EMPTY = b"" if since(3) else ""
_END = b"\r\n" if since(3) else "\r\n"


class LineOnlyReceiver(protocol.Protocol):
    """Calls lineReceived for each line, without its end."""

    _buffer = _EMPTY
    delimiter = _END
    MAX_LENGTH = 16384

    def dataReceived(self, data):
        lines = (self._buffer + data).split(self.delimiter)
        self._buffer = lines.pop()
        for line in lines:
            if self.transport.disconnecting:
                return
            if len(line) > self.MAX_LENGTH:
                return self.lineLengthExceeded(line)
            self.lineReceived(line)
        if len(self._buffer) > self.MAX_LENGTH:
            return self.lineLengthExceeded(self._buffer)

    def lineReceived(self, line):
        raise NotImplementedError

    def sendLine(self, line):
        self.transport.write(line + self.delimiter)

    def lineLengthExceeded(self, line):
        """A line that is too long ends the connection."""
        return self.transport.loseConnection()


class LineReceiver(LineOnlyReceiver):
    """Lines, and between them raw data, as its two modes have it."""

    line_mode = 1

    def dataReceived(self, data):
        self._buffer = self._buffer + data
        while self._buffer and not self.transport.disconnecting:
            if not self.line_mode:
                data, self._buffer = self._buffer, _EMPTY
                self.rawDataReceived(data)
                continue
            if self.delimiter not in self._buffer:
                if len(self._buffer) > self.MAX_LENGTH:
                    line, self._buffer = self._buffer, _EMPTY
                    self.lineLengthExceeded(line)
                return
            line, self._buffer = self._buffer.split(self.delimiter, 1)
            if len(line) > self.MAX_LENGTH:
                self.lineLengthExceeded(line + self.delimiter + self._buffer)
                self._buffer = _EMPTY
                return
            self.lineReceived(line)

    def setLineMode(self, extra=_EMPTY):
        """What follows is lines; `extra` is what came already."""
        self.line_mode = 1
        if extra:
            return self.dataReceived(extra)

    def setRawMode(self):
        """What follows goes to rawDataReceived as it comes."""
        self.line_mode = 0

    def rawDataReceived(self, data):
        raise NotImplementedError

    def clearLineBuffer(self):
        data, self._buffer = self._buffer, _EMPTY
        return data
