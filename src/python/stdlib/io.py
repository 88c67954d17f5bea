"""Streams in memory: text in StringIO, bytes in BytesIO, and the classes that say what a stream is. There are no files here.

Since 2.6. Source: https://docs.python.org/3/library/io.html and PEP 3116.
"""

import abc
from _era import since

__all__ = ["BlockingIOError", "IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase", "BytesIO", "StringIO", "UnsupportedOperation",
           "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "open"]
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192 if not since(3, 14) else 131072
open = open
if since(3, 3):
    BlockingIOError = BlockingIOError
else:

    class BlockingIOError(IOError):
        """A stream that would have to wait."""


_bytes = bytes
_text = str if since(3) else type("".decode("ascii"))
_empty_text = "" if since(3) else "".decode("ascii")


class UnsupportedOperation(OSError if since(3, 3) else IOError, ValueError):
    """The stream is not of that kind."""


class _Stream(object):
    """What all streams have: a state, open or closed, lines, and a place in a `with` statement."""

    _is_closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation("%s.%s() not supported" % (type(self).__name__, name) if not since(3, 12) else name)

    def seek(self, offset, whence=0):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None):
        self._unsupported("truncate")

    def flush(self):
        self._checkClosed()

    def close(self):
        """Flushes, then closes. Closing again does nothing."""
        if not self._is_closed:
            try:
                self.flush()
            finally:
                self._is_closed = True

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    @property
    def closed(self):
        return self._is_closed

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def isatty(self):
        self._checkClosed()
        return False

    def readline(self, size=-1):
        """One line with its end, at most `size` long."""
        if size is None:
            size = -1
        line = []
        length = 0
        while size < 0 or length < size:
            piece = self.read(1)
            if not piece:
                break
            line.append(piece)
            length += len(piece)
            if piece == b"\n":
                break
        return b"".join(line)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    next = __next__

    def readlines(self, hint=None):
        """The lines that are left; with `hint`, no more once they are that long together."""
        lines = []
        length = 0
        for line in self:
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint <= length:
                break
        return lines

    def writelines(self, lines):
        self._checkClosed()
        for line in lines:
            self.write(line)


if since(3):
    del _Stream.next

IOBase = abc.ABCMeta("IOBase", (_Stream,), {"__doc__": "A stream.", "__module__": "io"})


class RawIOBase(IOBase):
    """Bytes without a buffer: `readinto` and `write` are what a subclass gives."""

    def read(self, size=-1):
        """Up to `size` bytes, with one call of readinto; None when there are none yet."""
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        if count is None:
            return None
        if count < 0 or count > size:
            raise ValueError("readinto returned %s outside buffer size %s" % (count, size))
        return _bytes(buffer[:count])

    def readall(self):
        pieces = []
        while True:
            piece = self.read(DEFAULT_BUFFER_SIZE)
            if not piece:
                break
            pieces.append(piece)
        return b"".join(pieces) if pieces else piece

    def readinto(self, buffer):
        self._unsupported("readinto")

    def write(self, data):
        self._unsupported("write")


class BufferedIOBase(IOBase):
    """Bytes with a buffer."""

    def read(self, size=-1):
        self._unsupported("read")

    def read1(self, size=-1):
        self._unsupported("read1")

    def _fill(self, buffer, data):
        count = len(data)
        buffer[:count] = data
        return count

    def readinto(self, buffer):
        return self._fill(buffer, self.read(len(buffer)))

    def readinto1(self, buffer):
        return self._fill(buffer, self.read1(len(buffer)))

    def write(self, data):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


class TextIOBase(IOBase):
    """Text."""

    encoding = None
    newlines = None
    errors = None

    def read(self, size=-1):
        self._unsupported("read")

    def write(self, text):
        self._unsupported("write")

    def readline(self, size=-1):
        self._unsupported("readline")

    def detach(self):
        self._unsupported("detach")


def _place(position, offset, whence, end):
    """Where seek leads, for a stream that is `end` long."""
    if whence == 0:
        if offset < 0:
            raise ValueError("negative seek value %r" % (offset,))
        return offset
    if whence == 1:
        return max(0, position + offset)
    if whence == 2:
        return max(0, end + offset)
    raise ValueError("invalid whence (%i, should be 0, 1 or 2)" % whence if since(3) else "unsupported whence value")


class BytesIO(BufferedIOBase):
    """Bytes in memory, read and written like a file."""

    def __init__(self, initial_bytes=b""):
        self._data = bytearray(initial_bytes if initial_bytes is not None else b"")
        self._at = 0

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def getvalue(self):
        """All of its bytes, wherever the position is."""
        self._checkClosed()
        return _bytes(self._data)

    def getbuffer(self):
        self._checkClosed()
        return memoryview(self._data)

    def close(self):
        self._is_closed = True

    def read(self, size=-1):
        self._checkClosed()
        end = len(self._data) if size is None or size < 0 else min(len(self._data), self._at + size)
        data = _bytes(self._data[self._at : end])
        self._at = max(self._at, end)
        return data

    read1 = read

    def readline(self, size=-1):
        self._checkClosed()
        newline = self._data.find(b"\n", self._at)
        end = len(self._data) if newline < 0 else newline + 1
        length = max(0, end - self._at)
        return self.read(length if size is None or size < 0 else min(size, length))

    def write(self, data):
        self._checkClosed()
        if isinstance(data, _text):
            raise TypeError("a bytes-like object is required, not 'str'" if since(3) else "'unicode' does not have the buffer interface")
        data = _bytes(data)
        if data:
            if self._at > len(self._data):
                self._data.extend(b"\0" * (self._at - len(self._data)))
            self._data[self._at : self._at + len(data)] = data
            self._at += len(data)
        return len(data)

    def seek(self, offset, whence=0):
        self._checkClosed()
        self._at = _place(self._at, offset, whence, len(self._data))
        return self._at

    def tell(self):
        self._checkClosed()
        return self._at

    def truncate(self, size=None):
        self._checkClosed()
        if size is None:
            size = self._at
        elif size < 0:
            raise ValueError("negative size value %r" % (size,))
        del self._data[size:]
        return size

    def readable(self):
        self._checkClosed()
        return True

    writable = seekable = readable


class StringIO(TextIOBase):
    """Text in memory, read and written like a file. `newline` says how ends of lines are translated, as for files."""

    def __init__(self, initial_value=_empty_text, newline="\n"):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            if not isinstance(newline, str):
                raise TypeError("newline must be str or None, not %s" % type(newline).__name__)
            raise ValueError("illegal newline value: %r" % (newline,))
        if initial_value is not None and not isinstance(initial_value, _text):
            raise TypeError("initial_value must be str or None, not %s" % type(initial_value).__name__)
        self._newline = newline
        self._value = _empty_text
        self._at = 0
        if initial_value:
            self.write(initial_value)
        self._at = 0

    @property
    def line_buffering(self):
        self._checkClosed()
        return False

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _translate(self, text):
        if self._newline is None:
            return text.replace("\r\n", "\n").replace("\r", "\n")
        if self._newline in ("\r", "\r\n"):
            return text.replace("\n", self._newline)
        return text

    def getvalue(self):
        """All of its text, wherever the position is."""
        self._checkClosed()
        return self._value

    def close(self):
        self._is_closed = True

    def read(self, size=-1):
        self._checkClosed()
        end = len(self._value) if size is None or size < 0 else self._at + size
        text = self._value[self._at : end]
        self._at += len(text)
        return text

    def readline(self, size=-1):
        self._checkClosed()
        end = self._line_end()
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        line = self._value[self._at : end]
        self._at += len(line)
        return line

    def _line_end(self):
        value = self._value
        if self._newline == "":
            ends = [value.find("\n", self._at), value.find("\r", self._at)]
            found = [end for end in ends if end >= 0]
            if not found:
                return len(value)
            first = min(found)
            return first + 2 if value[first : first + 2] == "\r\n" else first + 1
        newline = self._newline or "\n"
        found = value.find(newline, self._at)
        return len(value) if found < 0 else found + len(newline)

    def write(self, text):
        self._checkClosed()
        if not isinstance(text, _text):
            raise TypeError(("string argument expected, got '%s'" if since(3) else "unicode argument expected, got '%s'") % type(text).__name__)
        count = len(text)
        new = self._translate(text)
        if not new:
            return count
        value = self._value
        if self._at > len(value):
            value += "\0" * (self._at - len(value))
        self._value = value[: self._at] + new + value[self._at + len(new) :]
        self._at += len(new)
        return count

    def seek(self, offset, whence=0):
        self._checkClosed()
        if whence not in (0, 1, 2):
            raise ValueError("Invalid whence (%i, should be 0, 1 or 2)" % whence)
        if whence == 0 and offset < 0:
            raise ValueError("Negative seek position %i" % offset)
        if whence and offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence != 1:
            self._at = offset if whence == 0 else len(self._value)
        return self._at

    def tell(self):
        self._checkClosed()
        return self._at

    def truncate(self, size=None):
        self._checkClosed()
        if size is None:
            size = self._at
        elif size < 0:
            raise ValueError("Negative size value %d" % size)
        self._value = self._value[:size]
        return size

    def readable(self):
        self._checkClosed()
        return True

    writable = seekable = readable
