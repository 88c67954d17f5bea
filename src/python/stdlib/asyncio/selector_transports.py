"""The transports of the selector loop: what reads from a socket when it is readable, and writes to it as it takes bytes.

Source: PEP 3156, "Transports"; https://docs.python.org/3/library/asyncio-protocol.html
"""

from _collections import deque
from _era import since
from _lanes import call

from . import constants, futures, protocols, transports
from .log import logger
from .sockets import shown

_protects_from_protocol = since(3, 7)


def _not_bytes(data):
    if since(3, 6):
        return TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
    return TypeError("data argument must be byte-ish (%r)", type(data))


class _SelectorTransport(transports._FlowControlMixin, transports.Transport):
    """What the transport of a stream and that of datagrams have in common: a socket, a protocol, and how they part."""

    max_size = 256 * 1024
    _buffer_factory = bytearray
    # Before __init__ has come so far.
    _sock = None
    _paused = False

    def __init__(self, loop, sock, protocol, extra=None, server=None):
        super().__init__(extra, loop)
        self._extra["socket"] = shown(sock)
        for name, ask in (("sockname", sock.getsockname), ("peername", sock.getpeername)):
            if name not in self._extra:
                try:
                    self._extra[name] = ask()
                except OSError:
                    self._extra[name] = None
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._protocol_connected = False
        self.set_protocol(protocol)
        self._server = server
        self._buffer = self._buffer_factory()
        # How often a write came too late.
        self._conn_lost = 0
        self._closing = False
        if server is not None:
            server._attach(self)
        loop._transports[self._sock_fd] = self

    def __repr__(self):
        info = [type(self).__name__]
        if self._sock is None:
            info.append("closed")
        elif self._closing:
            info.append("closing")
        info.append(f"fd={self._sock_fd}")
        if self._loop is not None and not self._loop.is_closed():
            watched = self._loop._watched(self._sock_fd)
            info.append("read=polling" if watched & 1 else "read=idle")
            state = "polling" if watched & 2 else "idle"
            info.append(f"write=<{state}, bufsize={self.get_write_buffer_size()}>")
        return f"<{' '.join(info)}>"

    def abort(self):
        """Closes at once; what is still in the buffer is lost."""
        self._force_close(None)

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._protocol_connected = True

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self.is_closing() and not self._paused

    def pause_reading(self):
        """`data_received` is not called until `resume_reading`."""
        if not since(3, 6):
            if self._closing:
                raise RuntimeError("Cannot pause_reading() when closing")
            if self._paused:
                raise RuntimeError("Already paused")
        elif self._closing or self._paused:
            return
        self._paused = True
        self._loop._remove_reader(self._sock_fd)

    def resume_reading(self):
        if not self._paused:
            if since(3, 6):
                return
            raise RuntimeError("Not paused")
        self._paused = False
        if not self._closing:
            self._add_reader(self._sock_fd, self._read_ready)

    def close(self):
        """Closes when the buffer has been sent; `connection_lost` is called then."""
        if self._closing:
            return
        self._closing = True
        self._loop._remove_reader(self._sock_fd)
        if not self._buffer:
            self._conn_lost += 1
            self._loop._remove_writer(self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def __del__(self):
        if self._sock is not None:
            import warnings

            warnings.warn(f"unclosed transport {self!r}", ResourceWarning, source=self)
            self._sock.close()
            if self._server is not None:
                self._server._detach(self)

    def _fatal_error(self, exc, message="Fatal error on transport"):
        expected = OSError if since(3, 8) else (BrokenPipeError, ConnectionResetError, ConnectionAbortedError)
        if isinstance(exc, expected):
            if self._loop.get_debug():
                logger.debug("%r: %s", self, message, exc_info=True)
        else:
            self._loop.call_exception_handler({"message": message, "exception": exc, "transport": self, "protocol": self._protocol})
        self._force_close(exc)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            self._loop._remove_writer(self._sock_fd)
        if not self._closing:
            self._closing = True
            self._loop._remove_reader(self._sock_fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            if self._protocol_connected:
                self._protocol.connection_lost(exc)
        finally:
            self._loop._transports.pop(self._sock_fd, None)
            self._sock.close()
            self._sock = None
            self._protocol = None
            self._loop = None
            server, self._server = self._server, None
            if server is not None:
                server._detach(self)

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _add_reader(self, fd, callback, *args):
        if not self._closing and not (self._paused and since(3, 7)):
            self._loop._add_reader(fd, callback, *args)

    def _written_too_late(self):
        """Whether the connection is gone; from the fifth write on, it says so."""
        if not self._conn_lost:
            return False
        if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
            logger.warning("socket.send() raised exception.")
        self._conn_lost += 1
        return True


class _SelectorSocketTransport(_SelectorTransport):
    """For a stream of bytes."""

    _start_tls_compatible = True

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._read_ready_cb = None
        super().__init__(loop, sock, protocol, extra, server)
        self._eof = False
        self._empty_waiter = None
        import socket

        if since(3, 6) and sock.family in (socket.AF_INET, socket.AF_INET6):
            # Small writes are sent at once, rather than gathered (Nagle's algorithm).
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        loop.call_soon(protocol.connection_made, self)
        # Only then, so that no byte is received before the protocol knows its transport.
        loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def set_protocol(self, protocol):
        if since(3, 7) and isinstance(protocol, protocols.BufferedProtocol):
            self._read_ready_cb = self._read_ready__get_buffer
        else:
            self._read_ready_cb = self._read_ready__data_received
        super().set_protocol(protocol)

    def _read_ready(self):
        self._read_ready_cb()

    def _protected(self, method, *args):
        """What the protocol answers; False first, when it raised: since 3.7 that ends the connection."""
        if not _protects_from_protocol:
            return True, call(None, getattr(self._protocol, method), *args)
        try:
            return True, call(None, getattr(self._protocol, method), *args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, f"Fatal error: protocol.{method}() call failed.")
            return False, None

    def _read_ready__get_buffer(self):
        if self._conn_lost:
            return
        try:
            buffer = self._protocol.get_buffer(-1)
            if not len(buffer):
                raise RuntimeError("get_buffer() returned an empty buffer")
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal error: protocol.get_buffer() call failed.")
            return
        try:
            count = self._sock.recv_into(buffer)
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal read error on socket transport")
            return
        if count:
            self._protected("buffer_updated", count)
        else:
            self._read_ready__on_eof()

    def _read_ready__data_received(self):
        if self._conn_lost:
            return
        try:
            data = self._sock.recv(self.max_size)
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal read error on socket transport")
            return
        if data:
            self._protected("data_received", data)
        else:
            self._read_ready__on_eof()

    def _read_ready__on_eof(self):
        if self._loop.get_debug():
            logger.debug("%r received EOF", self)
        answered, keep_open = self._protected("eof_received")
        if not answered:
            return
        if keep_open:
            # The other side sends nothing more, but may still be listening.
            self._loop._remove_reader(self._sock_fd)
        else:
            self.close()

    def write(self, data):
        """Sends the bytes, now or as soon as the socket takes them. Never waits."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise _not_bytes(data)
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if self._empty_waiter is not None:
            raise RuntimeError("unable to write; sendfile is in progress")
        if not data or self._written_too_late():
            return
        if not self._buffer:
            try:
                count = self._sock.send(data)
            except (BlockingIOError, InterruptedError):
                pass
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                self._fatal_error(error, "Fatal write error on socket transport")
                return
            else:
                data = data[count:]
                if not data:
                    return
            self._loop._add_writer(self._sock_fd, self._write_ready)
        self._buffer.extend(data)
        self._maybe_pause_protocol()

    def _write_ready(self):
        if self._conn_lost:
            return
        try:
            count = self._sock.send(self._buffer)
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop._remove_writer(self._sock_fd)
            self._buffer.clear()
            self._fatal_error(error, "Fatal write error on socket transport")
            return
        del self._buffer[:count]
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._shut_for_writing()

    def writelines(self, list_of_data):
        """Sends the pieces as one."""
        if self._eof and since(3, 12):
            raise RuntimeError("Cannot call writelines() after write_eof()")
        self.write(b"".join(list_of_data))

    def write_eof(self):
        """Says that nothing more will be sent, when the buffer is empty. The other direction stays open."""
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._shut_for_writing()

    def _shut_for_writing(self):
        import socket

        self._sock.shutdown(socket.SHUT_WR)

    def can_write_eof(self):
        return True

    def _call_connection_lost(self, exc):
        super()._call_connection_lost(exc)
        if self._empty_waiter is not None:
            self._empty_waiter.set_exception(ConnectionError("Connection is closed by peer"))


class _SelectorDatagramTransport(_SelectorTransport):
    """For datagrams."""

    _buffer_factory = deque
    # What a datagram counts in the buffer beyond its bytes. Since 3.13.
    _header_size = 8 if since(3, 13) else 0

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(loop, sock, protocol, extra)
        self._address = address
        self._buffer_size = 0
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._add_reader, self._sock_fd, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def get_write_buffer_size(self):
        return self._buffer_size

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, address = self._sock.recvfrom(self.max_size)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal read error on datagram transport")
        else:
            self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        """Sends a datagram, to the address that the transport was made with if it was."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise _not_bytes(data)
        if not data and not since(3, 13):
            return
        if self._address and addr not in (None, self._address):
            raise ValueError(f"Invalid address: must be None or {self._address}")
        if self._conn_lost and self._address:
            self._written_too_late()
            return
        if not self._buffer:
            if self._sent(data, addr) is not False:
                return
            self._loop._add_writer(self._sock_fd, self._sendto_ready)
        self._buffer.append((bytes(data), addr))
        self._buffer_size += len(data) + self._header_size
        self._maybe_pause_protocol()

    def _sent(self, data, addr):
        """True when the datagram has gone, False when there was no room, None when it failed and the protocol knows."""
        try:
            if self._extra["peername"]:
                self._sock.send(data)
            else:
                self._sock.sendto(data, addr)
            return True
        except (BlockingIOError, InterruptedError):
            return False
        except OSError as error:
            self._protocol.error_received(error)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal_error(error, "Fatal write error on datagram transport")
        return None

    def _sendto_ready(self):
        while self._buffer:
            data, addr = self._buffer.popleft()
            self._buffer_size -= len(data) + self._header_size
            outcome = self._sent(data, addr)
            if outcome is None:
                return
            if not outcome:
                self._buffer.appendleft((data, addr))
                self._buffer_size += len(data) + self._header_size
                break
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._remove_writer(self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)


if not since(3, 7):
    del _SelectorTransport.is_reading, _SelectorSocketTransport._call_connection_lost
