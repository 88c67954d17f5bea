"""Sockets on this book's network, which lies in memory and in virtual time.

In every Python; bytes since 3.0, `OSError` for all errors since 3.3 (PEP 3151). A call that waits lets the program's clock go on.
Other hosts: echo.example, slow.example, names.example, drop.example and silent.example.
Source: https://docs.python.org/3/library/socket.html
"""

import _socket
from _era import since
from _socket import *


class _Constant(int):
    """A number that says what it is called, as an `IntEnum` of these modules does (3.4)."""

    def __new__(cls, number, name):
        self = int.__new__(cls, number)
        self._name_ = self.name = name
        self._value_ = self.value = number
        return self

    def __repr__(self):
        return "<%s.%s: %d>" % (type(self).__name__, self.name, int(self))

    def __str__(self):
        return int.__repr__(self) if since(3, 11) else "%s.%s" % (type(self).__name__, self.name)

    def __format__(self, spec):
        return format(int(self), spec)

    def __reduce__(self):
        return (int, (int(self),))


def _named(kind, prefix):
    """Replaces this module's numbers that begin with `prefix` by named ones; answers how to find them by number."""
    cls = type(kind, (_Constant,), {"__module__": "socket"})
    members = {}
    for name, number in list(globals().items()):
        if name.startswith(prefix) and type(number) is int:
            constant = cls(number, name)
            setattr(cls, name, constant)
            members.setdefault(number, constant)
            globals()[name] = constant
    globals()[kind] = cls
    return lambda number: members.get(number, number)


if since(3, 4):
    _family = _named("AddressFamily", "AF_")
    _type = _named("SocketKind", "SOCK_")
    _named("MsgFlag", "MSG_")
    _named("AddressInfo", "AI_")
else:
    _family = _type = lambda number: number

_EMPTY, _NEWLINE = (b"", b"\n") if since(3) else ("", "\n")


class socket(_socket.socket):
    """One end of a connection, a listener, or a place for datagrams. Raises `error` (`OSError` since 3.3), `timeout`."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _socket.socket.__init__(self, family, type, proto, fileno)
        self._io_refs = 0
        self._closed = False

    family = property(lambda self: _family(_socket.socket.family.__get__(self)))
    type = property(lambda self: _type(_socket.socket.type.__get__(self)))

    def accept(self):
        """Waits for a connection: (its socket, the other end's address)."""
        fd, address = self._accept()
        sock = socket(self.family, self.type, self.proto, fd)
        if since(3) and getdefaulttimeout() is None and self.gettimeout():
            sock.setblocking(True)
        return sock, address

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        """The socket as a file. It stays open until file and socket are both closed."""
        self._io_refs += 1
        return _SocketFile(self, mode, encoding, errors, newline)

    def _drop(self):
        self._io_refs -= 1
        if self._closed and self._io_refs <= 0:
            self._close()

    def close(self):
        self._closed = True
        if self._io_refs <= 0:
            self._close()

    def detach(self):
        self._closed = True
        return _socket.socket.detach(self)

    def dup(self):
        raise NotImplementedError("socket.dup: a socket of this network has one number only; pass the socket itself on")

    def sendfile(self, file, offset=0, count=None):
        """Sends what is left in a binary file; answers how many bytes that was."""
        if offset:
            file.seek(offset)
        data = file.read() if count is None else file.read(count)
        self.sendall(data)
        return len(data)

    def get_inheritable(self):
        return False

    def set_inheritable(self, inheritable):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def __repr__(self):
        if not since(2, 2):
            return "<socket object, fd=%d, family=%d, type=%d, protocol=%d>" % (
                self.fileno(), self.family, self.type, self.proto)
        if not since(3):
            return "<socket._socketobject object at 0x%x>" % id(self)
        closed = self._closed or self.fileno() < 0
        form = "<%s.%s%s fd=%i, family=%s, type=%s, proto=%i"
        text = form % (self.__class__.__module__, self.__class__.__qualname__, " [closed]" if closed else "",
                       self.fileno(), self.family, self.type, self.proto)
        if not closed:
            for name, method in [("laddr", self.getsockname), ("raddr", self.getpeername)]:
                try:
                    address = method()
                    if address:
                        text += ", %s=%s" % (name, address)
                except error:
                    pass
        return text + ">"


if not since(3):
    socket.__name__ = "_socketobject" if since(2, 2) else "socket"
    SocketType = socket
else:
    SocketType = _socket.socket


class _SocketFile(object):
    """What makefile() gives: reads and writes through buffers, in bytes, or with a text mode in characters."""

    def __init__(self, sock, mode="r", encoding=None, errors=None, newline=None):
        self._sock = sock
        self.mode = mode
        self.closed = False
        self._text = since(3) and "b" not in mode
        self.encoding = encoding or "utf-8"
        self.errors = errors or "strict"
        self._newline = newline
        self._in = _EMPTY
        self._out = []
        self._waiting = 0

    def _fill(self):
        data = self._sock.recv(8192)
        self._in += data
        return data

    def _take(self, size):
        data, self._in = self._in[:size], self._in[size:]
        if not self._text:
            return data
        text = data.decode(self.encoding, self.errors)
        return text.replace("\r\n", "\n").replace("\r", "\n") if self._newline is None else text

    def readable(self):
        return "r" in self.mode or "+" in self.mode

    def writable(self):
        return "w" in self.mode or "+" in self.mode

    def seekable(self):
        return False

    def fileno(self):
        return self._sock.fileno()

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def read(self, size=-1):
        self._check()
        if size is None or size < 0:
            while self._fill():
                pass
            return self._take(len(self._in))
        while len(self._in) < size and self._fill():
            pass
        return self._take(size)

    def read1(self, size=-1):
        self._check()
        if not self._in:
            self._fill()
        return self._take(size if size >= 0 else len(self._in))

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        self._check()
        while True:
            end = self._in.find(_NEWLINE) + 1
            if size is not None and 0 <= size < (end or len(self._in)):
                return self._take(size)
            if end:
                return self._take(end)
            if not self._fill():
                return self._take(len(self._in))

    def readlines(self, hint=None):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    next = __next__

    def write(self, data):
        self._check()
        size = len(data)
        if self._text:
            data = data.encode(self.encoding, self.errors)
        self._out.append(data)
        self._waiting += len(data)
        if self._waiting >= 8192:
            self.flush()
        return size

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        data, self._out, self._waiting = _EMPTY.join(self._out), [], 0
        if data:
            self._sock.sendall(data)

    def close(self):
        if not self.closed:
            try:
                self.flush()
            finally:
                self.closed = True
                self._sock._drop()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


def fromfd(fd, family, type, proto=0):
    """A socket object for a number that is open already."""
    return socket(family, type, proto, fd)


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets, connected with each other."""
    family = AF_UNIX if family is None else family
    a, b = _socket._pair(family, type, proto)
    return socket(family, type, proto, a), socket(family, type, proto, b)


_DEFAULT = object()


def create_connection(address, timeout=_DEFAULT, source_address=None, *, all_errors=False):
    """Connects to (host, port) at the first of the host's addresses that answers."""
    host, port = address
    errors = []
    for family, kind, proto, _, where in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _DEFAULT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(where)
            return sock
        except error as e:
            errors.append(e)
            if sock is not None:
                sock.close()
    try:
        if all_errors and since(3, 11):
            raise ExceptionGroup("create_connection failed", errors)
        raise errors[0]
    finally:
        del errors


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that listens at (host, port)."""
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        sock.bind(address)
        sock.listen() if backlog is None else sock.listen(backlog)
        return sock
    except error:
        sock.close()
        raise


def has_dualstack_ipv6():
    return False


def getfqdn(name=""):
    """The full name of a host."""
    return name or gethostname()


if since(3, 4):

    def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
        """What to give to socket() and connect() to reach a host: [(family, type, proto, canonical name, address)]."""
        return [
            (_family(f), _type(t), p, name, where)
            for f, t, p, name, where in _socket.getaddrinfo(host, port, family, type, proto, flags)
        ]


for _name, _first in [
    ("socketpair", (2, 4)), ("create_connection", (2, 6)), ("create_server", (3, 8)), ("has_dualstack_ipv6", (3, 8)),
    ("getfqdn", (2, 0)),
]:
    if not since(*_first):
        del globals()[_name]
del _name, _first
