"""Text in memory, read and written like a file, in Python 1.5.2 to 2.7: any mixture of str and unicode.

Source: https://docs.python.org/2.7/library/stringio.html
"""

from _era import since

__all__ = ["StringIO"]

if since(2):

    def _find(text, piece, start):
        return text.find(piece, start)

else:
    from strop import find as _find


class StringIO:
    """A file in memory; `getvalue()` is all of its text."""

    def __init__(self, buf=""):
        self.buf = buf if hasattr(buf, "join") else str(buf)
        self.pos = 0
        self.closed = False
        self.softspace = 0

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def __iter__(self):
        return self

    def next(self):
        self._check()
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def close(self):
        self.closed = True

    def isatty(self):
        self._check()
        return False

    def seek(self, pos, mode=0):
        self._check()
        self.pos = max(0, pos + (self.pos if mode == 1 else len(self.buf) if mode == 2 else 0))

    def tell(self):
        self._check()
        return self.pos

    def read(self, n=-1):
        self._check()
        end = len(self.buf) if n is None or n < 0 else min(self.pos + n, len(self.buf))
        text = self.buf[self.pos : end]
        self.pos = max(self.pos, end)
        return text

    def readline(self, length=None):
        self._check()
        newline = _find(self.buf, "\n", self.pos)
        end = len(self.buf) if newline < 0 else newline + 1
        if length is not None and length >= 0:
            end = min(end, self.pos + length)
        text = self.buf[self.pos : end]
        self.pos = max(self.pos, end)
        return text

    def readlines(self, sizehint=0):
        lines = []
        total = 0
        line = self.readline()
        while line:
            lines.append(line)
            total += len(line)
            if 0 < sizehint <= total:
                break
            line = self.readline()
        return lines

    def truncate(self, size=None):
        self._check()
        if size is None:
            size = self.pos
        elif size < 0:
            raise IOError(22, "Negative size not allowed")
        elif size < self.pos:
            self.pos = size
        self.buf = self.buf[:size]

    def write(self, s):
        self._check()
        if not s:
            return
        if not hasattr(s, "join"):
            s = str(s)
        if self.pos > len(self.buf):
            self.buf += "\0" * (self.pos - len(self.buf))
        self.buf = self.buf[: self.pos] + s + self.buf[self.pos + len(s) :]
        self.pos += len(s)

    def writelines(self, iterable):
        for line in iterable:
            self.write(line)

    def flush(self):
        self._check()

    def getvalue(self):
        return self.buf
