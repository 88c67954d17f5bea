"""Streams: coroutines for reading from a connection and writing to it.

Source: https://docs.python.org/3/library/asyncio-stream.html
"""

from _era import since
from _lanes import delivered, parcels, traced

from . import coroutines, events, exceptions, protocols
from .loop_argument import checked_loop, given
from .tasks import sleep

_DEFAULT_LIMIT = 2**16
if not since(3, 8):
    IncompleteReadError, LimitOverrunError = exceptions.IncompleteReadError, exceptions.LimitOverrunError


class StreamReader:
    """Bytes that come, and will come: `feed_data` and `feed_eof` put them in, the coroutines take them out."""

    _source_traceback = None

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit = limit
        self._loop = events._loop_for_future() if loop is None else loop
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._exception = None
        self._transport = None
        self._paused = False
        # For the trace: who takes the bytes out is who the packets are for.
        self._parcels = []

    def __repr__(self):
        info = ["StreamReader"]
        if self._buffer:
            info.append(f"{len(self._buffer)} bytes")
        if self._eof:
            info.append("eof")
        if self._limit != _DEFAULT_LIMIT:
            info.append(f"limit={self._limit}" if since(3, 7) else f"l={self._limit}")
        if self._waiter:
            info.append(f"waiter={self._waiter!r}" if since(3, 7) else f"w={self._waiter!r}")
        if self._exception:
            info.append(f"exception={self._exception!r}" if since(3, 7) else f"e={self._exception!r}")
        if self._transport:
            info.append(f"transport={self._transport!r}" if since(3, 7) else f"t={self._transport!r}")
        if self._paused:
            info.append("paused")
        return f"<{' '.join(info)}>"

    def exception(self):
        return self._exception

    def set_exception(self, exc):
        """Whoever reads from now on gets the exception."""
        self._exception = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_exception(exc)

    def _wakeup_waiter(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_result(None)

    def set_transport(self, transport):
        if self._transport is not None:
            raise AssertionError("Transport already set")
        self._transport = transport

    def _maybe_resume_transport(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()
        if traced:
            while self._parcels:
                delivered(self._parcels.pop(0))

    def feed_eof(self):
        """Nothing more will come."""
        self._eof = True
        self._wakeup_waiter()

    def at_eof(self):
        """Whether nothing is left and nothing will come."""
        return self._eof and not self._buffer

    def feed_data(self, data):
        """Some bytes came. With more than twice the limit, the transport is paused."""
        if self._eof:
            raise AssertionError("feed_data after feed_eof")
        if not data:
            return
        self._buffer.extend(data)
        if traced:
            self._parcels.append(parcels())
        self._wakeup_waiter()
        if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
            try:
                self._transport.pause_reading()
            except NotImplementedError:
                # It cannot be paused, so nothing resumes it either.
                self._transport = None
            else:
                self._paused = True

    async def _wait_for_data(self, func_name):
        if self._waiter is not None:
            raise RuntimeError(f"{func_name}() called while another coroutine is already waiting for incoming data")
        if self._eof:
            raise AssertionError("_wait_for_data after EOF")
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _take(self, count):
        data = bytes(self._buffer[:count])
        del self._buffer[:count]
        self._maybe_resume_transport()
        return data

    async def readline(self):
        """The bytes up to and with the next newline; fewer at the end. ValueError when the line is over the limit."""
        try:
            return await self.readuntil(b"\n")
        except exceptions.IncompleteReadError as error:
            return error.partial
        except exceptions.LimitOverrunError as error:
            if self._buffer.startswith(b"\n", error.consumed):
                del self._buffer[: error.consumed + 1]
            else:
                self._buffer.clear()
            self._maybe_resume_transport()
            raise ValueError(error.args[0])

    async def readuntil(self, separator=b"\n"):
        """The bytes up to and with the separator, or since 3.13 the first of several. IncompleteReadError, LimitOverrunError."""
        if isinstance(separator, tuple) and since(3, 13):
            separators = sorted(separator, key=len)
        else:
            separators = [separator]
        if not separators:
            raise ValueError("Separator should contain at least one element")
        shortest, longest = len(separators[0]), len(separators[-1])
        if shortest == 0:
            raise ValueError("Separator should be at least one-byte string")
        if self._exception is not None:
            raise self._exception
        offset = 0
        while True:
            length = len(self._buffer)
            if length - offset >= shortest:
                found = None
                for candidate in separators:
                    at = self._buffer.find(candidate, offset)
                    if at != -1 and (found is None or at + len(candidate) < found[1]):
                        found = at, at + len(candidate)
                if found is not None:
                    break
                offset = max(0, length + 1 - longest)
                if offset > self._limit:
                    raise exceptions.LimitOverrunError("Separator is not found, and chunk exceed the limit", offset)
            if self._eof:
                chunk = bytes(self._buffer)
                self._buffer.clear()
                raise exceptions.IncompleteReadError(chunk, None)
            await self._wait_for_data("readuntil")
        if found[0] > self._limit:
            raise exceptions.LimitOverrunError("Separator is found, but chunk is longer than limit", found[0])
        return self._take(found[1])

    async def read(self, n=-1):
        """Up to `n` bytes, as soon as there are any; with -1 all up to the end."""
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        if n < 0:
            blocks = []
            while True:
                block = await self.read(self._limit)
                if not block:
                    return b"".join(blocks)
                blocks.append(block)
        if not self._buffer and not self._eof:
            await self._wait_for_data("read")
        return self._take(n)

    async def readexactly(self, n):
        """Exactly `n` bytes. IncompleteReadError when there are fewer."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        while len(self._buffer) < n:
            if self._eof:
                partial = bytes(self._buffer)
                self._buffer.clear()
                raise exceptions.IncompleteReadError(partial, n)
            await self._wait_for_data("readexactly")
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b"":
            raise StopAsyncIteration
        return line


class FlowControlMixin(protocols.Protocol):
    """Lets `drain` wait while the transport's buffer is full."""

    def __init__(self, loop=None):
        self._loop = events._loop_for_future() if loop is None else loop
        self._paused = False
        self._drain_waiters = []
        self._connection_lost = False

    def pause_writing(self):
        self._paused = True

    def resume_writing(self):
        self._paused = False
        for waiter in self._drain_waiters:
            if not waiter.done():
                waiter.set_result(None)

    def connection_lost(self, exc):
        self._connection_lost = True
        if self._paused:
            for waiter in self._drain_waiters:
                if not waiter.done():
                    waiter.set_result(None) if exc is None else waiter.set_exception(exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError("Connection lost")
        if not self._paused:
            return
        waiter = self._loop.create_future()
        self._drain_waiters.append(waiter)
        try:
            await waiter
        finally:
            self._drain_waiters.remove(waiter)

    def _get_close_waiter(self, stream):
        raise NotImplementedError


class StreamReaderProtocol(FlowControlMixin):
    """Feeds a StreamReader with what a transport receives; for servers, calls back with a reader and a writer."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop=loop)
        self._stream_reader = stream_reader
        self._client_connected_cb = client_connected_cb
        self._stream_writer = None
        self._task = None
        self._transport = None
        self._closed = self._loop.create_future()

    def connection_made(self, transport):
        self._transport = transport
        self._stream_reader.set_transport(transport)
        if self._client_connected_cb is None:
            return
        reader = self._stream_reader
        self._stream_writer = StreamWriter(transport, self, reader, self._loop)
        result = self._client_connected_cb(reader, self._stream_writer)
        if coroutines.iscoroutine(result):
            self._task = self._loop.create_task(result)
            if since(3, 12):
                # Before, a handler's exception was that of a task which nobody waited for, and the connection stayed open.
                self._task.add_done_callback(self._handled)

    def _handled(self, task):
        transport = self._transport
        if task.cancelled():
            if transport is not None:
                transport.close()
        elif task.exception() is not None:
            self._loop.call_exception_handler(
                {"message": "Unhandled exception in client_connected_cb", "exception": task.exception(), "transport": transport}
            )
            if transport is not None:
                transport.close()

    def connection_lost(self, exc):
        reader = self._stream_reader
        if reader is not None:
            reader.feed_eof() if exc is None else reader.set_exception(exc)
        if not self._closed.done():
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
                # Nobody need ask.
                self._closed.exception()
        super().connection_lost(exc)
        self._stream_reader = self._stream_writer = self._task = self._transport = None

    def data_received(self, data):
        if self._stream_reader is not None:
            self._stream_reader.feed_data(data)

    def eof_received(self):
        if self._stream_reader is not None:
            self._stream_reader.feed_eof()
        return True

    def _get_close_waiter(self, stream):
        return self._closed


class StreamWriter:
    """Writes to a transport, and can wait while it has too much to send."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        self._reader = reader
        self._loop = loop

    def __repr__(self):
        info = ["StreamWriter", f"transport={self._transport!r}"]
        if self._reader is not None:
            info.append(f"reader={self._reader!r}")
        return f"<{' '.join(info)}>"

    @property
    def transport(self):
        return self._transport

    def write(self, data):
        self._transport.write(data)

    def writelines(self, data):
        self._transport.writelines(data)

    def write_eof(self):
        return self._transport.write_eof()

    def can_write_eof(self):
        return self._transport.can_write_eof()

    def close(self):
        return self._transport.close()

    def is_closing(self):
        return self._transport.is_closing()

    async def wait_closed(self):
        """Waits until the connection is closed. Since 3.7."""
        await self._protocol._get_close_waiter(self)

    def get_extra_info(self, name, default=None):
        return self._transport.get_extra_info(name, default)

    async def drain(self):
        """Waits while the transport's buffer is full: `writer.write(data); await writer.drain()`."""
        if self._reader is not None:
            error = self._reader.exception()
            if error is not None:
                raise error
        if self._transport.is_closing():
            # Lets `connection_lost` be called before we ask.
            await sleep(0)
        await self._protocol._drain_helper()

    async def start_tls(self, sslcontext, **kwargs):
        """There is no encryption: NotImplementedError."""
        await self._loop.start_tls(self._transport, self._protocol, sslcontext)

    def __del__(self):
        if not self._transport.is_closing():
            import warnings

            if self._loop.is_closed():
                warnings.warn("loop is closed", ResourceWarning)
            else:
                self.close()
                warnings.warn(f"unclosed {self!r}", ResourceWarning)


async def open_connection(host=None, port=None, *, loop=given, limit=_DEFAULT_LIMIT, **kwds):
    """Connects; returns a reader and a writer."""
    loop = checked_loop(loop, "open_connection") or events.get_event_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await loop.create_connection(lambda: protocol, host, port, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, loop=given, limit=_DEFAULT_LIMIT, **kwds):
    """Serves; calls back with a reader and a writer for each client."""
    loop = checked_loop(loop, "start_server") or events.get_event_loop()

    def factory():
        return StreamReaderProtocol(StreamReader(limit=limit, loop=loop), client_connected_cb, loop=loop)

    return await loop.create_server(factory, host, port, **kwds)


async def open_unix_connection(path=None, **kwds):
    """There are no sockets with a path: NotImplementedError."""
    await events.get_event_loop().create_unix_connection(None, path)


async def start_unix_server(client_connected_cb, path=None, **kwds):
    """There are no sockets with a path: NotImplementedError."""
    await events.get_event_loop().create_unix_server(None, path)


if not since(3, 7):
    del StreamWriter.is_closing, StreamWriter.wait_closed
if not since(3, 11):
    del StreamWriter.start_tls
if not since(3, 12):
    del StreamWriter.__del__
