"""The loop that programs get: it waits with a selector, on the virtual clock, for sockets and for time.

Source: https://docs.python.org/3/library/asyncio-eventloop.html#watching-file-descriptors
"""

import time
from _era import since
from _quick import quickened

from . import base_events, constants, coroutines, events, tasks
from .connections import _ipaddr_info
from .log import logger
from .sockets import shown

_EVENT_READ, _EVENT_WRITE = 1, 2


class Deadlock(RuntimeError):
    """Nothing can ever happen again: no callback is ready, no timer is set, and nobody outside will do anything."""


@quickened
class _ClockSelector:
    """Waits by letting the virtual clock jump; once there are sockets, by a selector of theirs."""

    def __init__(self, loop):
        self._loop = loop
        self._sockets = None

    def _selector(self):
        if self._sockets is None:
            import selectors

            self._sockets = selectors.DefaultSelector()
        return self._sockets

    def register(self, fileobj, events, data=None):
        return self._selector().register(fileobj, events, data)

    def unregister(self, fileobj):
        return self._selector().unregister(fileobj)

    def modify(self, fileobj, events, data=None):
        return self._selector().modify(fileobj, events, data)

    def get_key(self, fileobj):
        return self._selector().get_key(fileobj)

    def get_map(self):
        return self._selector().get_map()

    def select(self, timeout=None):
        """Who is ready. Deadlock when the wait would last for ever."""
        sockets = self._sockets
        if sockets is not None and sockets.get_map():
            try:
                return sockets.select_exactly(timeout)
            except RuntimeError:
                raise Deadlock(_what_everyone_waits_for(self._loop, sockets)) from None
        if timeout is None:
            raise Deadlock(_what_everyone_waits_for(self._loop))
        if timeout > 0:
            time.sleep(timeout)
        return ()

    def close(self):
        if self._sockets is not None:
            self._sockets.close()
            self._sockets = None


def _what_everyone_waits_for(loop, sockets=None):
    lines = ["the event loop has nothing left to do: no callback is ready and no timer is set"]
    if sockets is not None:
        lines[0] += ", and nobody is left who could send something to its sockets"
        for key in sockets.get_map().values():
            reader, writer = key.data
            for handle, what in ((reader, "be readable"), (writer, "be writable")):
                if handle is not None:
                    lines.append(f"{_described(key.fileobj)} is to {what}")
    for task in sorted(tasks._alive(loop), key=lambda task: task._number):
        lines.append(f"{task.get_name()}, {coroutines._format_coroutine(task._coro)}, waits for {task._fut_waiter!r}")
    return "; ".join(lines)


def _described(fd):
    from _socket import _describe

    return _describe(fd)


def _file_number(fd):
    if isinstance(fd, int):
        return fd
    try:
        return int(fd.fileno())
    except (AttributeError, TypeError, ValueError):
        raise ValueError(f"Invalid file object: {fd!r}") from None


class BaseSelectorEventLoop(base_events.BaseEventLoop):
    """A loop that waits with a selector."""

    def __init__(self, selector=None):
        super().__init__()
        # On Linux, a program that gives none has this one.
        logger.debug("Using selector: %s", "EpollSelector" if selector is None else type(selector).__name__)
        self._selector = _ClockSelector(self) if selector is None else selector
        # By file number: its transport's sockets are not for the program to watch.
        self._transports = {}

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if not self._closed:
            super().close()
            self._selector.close()

    def _process_events(self, event_list):
        for key, mask in event_list:
            fileobj = key.fileobj
            reader, writer = key.data
            if mask & _EVENT_READ and reader is not None:
                if reader._cancelled:
                    self._remove_reader(fileobj)
                else:
                    self._add_callback(reader)
            if mask & _EVENT_WRITE and writer is not None:
                if writer._cancelled:
                    self._remove_writer(fileobj)
                else:
                    self._add_callback(writer)

    # Who is watched

    def _watched(self, fd):
        """For what a socket is watched: the sum of 1, to be readable, and 2, to be writable."""
        try:
            return self._selector.get_key(fd).events
        except KeyError:
            return 0

    def _watch(self, fd, event, callback, args):
        self._check_closed()
        handle = events.Handle(callback, args, self, None)
        mapping = self._selector.get_map()
        key = mapping.get(fd)
        if key is None:
            self._selector.register(fd, event, (handle, None) if event == _EVENT_READ else (None, handle))
            return handle
        reader, writer = key.data
        previous = reader if event == _EVENT_READ else writer
        self._selector.modify(fd, key.events | event, (handle, writer) if event == _EVENT_READ else (reader, handle))
        if previous is not None:
            previous.cancel()
        return handle

    def _unwatch(self, fd, event):
        if self.is_closed():
            return False
        key = self._selector.get_map().get(fd)
        if key is None:
            return False
        reader, writer = key.data
        left = key.events & ~event
        if not left:
            self._selector.unregister(fd)
        else:
            self._selector.modify(fd, left, (None, writer) if event == _EVENT_READ else (reader, None))
        handle = reader if event == _EVENT_READ else writer
        if handle is None:
            return False
        handle.cancel()
        return True

    def _add_reader(self, fd, callback, *args):
        return self._watch(fd, _EVENT_READ, callback, args)

    def _remove_reader(self, fd):
        return self._unwatch(fd, _EVENT_READ)

    def _add_writer(self, fd, callback, *args):
        return self._watch(fd, _EVENT_WRITE, callback, args)

    def _remove_writer(self, fd):
        return self._unwatch(fd, _EVENT_WRITE)

    def _ensure_fd_no_transport(self, fd):
        transport = self._transports.get(_file_number(fd))
        if transport is not None and not transport.is_closing() and since(3, 5):
            raise RuntimeError(f"File descriptor {fd!r} is used by transport {transport!r}")

    def add_reader(self, fd, callback, *args):
        """Calls `callback(*args)` whenever the socket can be read from, until `remove_reader`."""
        self._ensure_fd_no_transport(fd)
        self._add_reader(fd, callback, *args)

    def remove_reader(self, fd):
        """Whether there was a callback to be taken back."""
        self._ensure_fd_no_transport(fd)
        return self._remove_reader(fd)

    def add_writer(self, fd, callback, *args):
        """Calls `callback(*args)` whenever the socket takes bytes, until `remove_writer`."""
        self._ensure_fd_no_transport(fd)
        self._add_writer(fd, callback, *args)

    def remove_writer(self, fd):
        """Whether there was a callback to be taken back."""
        self._ensure_fd_no_transport(fd)
        return self._remove_writer(fd)

    # Transports

    def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
        self._ensure_fd_no_transport(sock)
        from .selector_transports import _SelectorSocketTransport

        return _SelectorSocketTransport(self, sock, protocol, waiter, extra, server)

    def _make_datagram_transport(self, sock, protocol, address=None, waiter=None, extra=None):
        self._ensure_fd_no_transport(sock)
        from .selector_transports import _SelectorDatagramTransport

        return _SelectorDatagramTransport(self, sock, protocol, address, waiter, extra)

    # Servers

    def _start_serving(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100, *timeouts):
        self._add_reader(sock.fileno(), self._accept_connection, protocol_factory, sock, sslcontext, server, backlog)

    def _stop_serving(self, sock):
        self._remove_reader(sock.fileno())
        sock.close()

    def _accept_connection(self, protocol_factory, sock, sslcontext=None, server=None, backlog=100, *timeouts):
        # As many as there are, but not so many that nothing else happens; one at a time until 3.5.
        for _ in range(backlog if since(3, 6) else 1):
            try:
                connection, address = sock.accept()
                connection.setblocking(False)
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                if not _out_of_sockets(error):
                    raise
                self.call_exception_handler(
                    {"message": "socket.accept() out of system resource", "exception": error, "socket": shown(sock)}
                )
                self._remove_reader(sock.fileno())
                self.call_later(constants.ACCEPT_RETRY_DELAY, self._start_serving, protocol_factory, sock, sslcontext, server, backlog)
                return
            self.create_task(self._accept_connection2(protocol_factory, connection, {"peername": address}, sslcontext, server))

    async def _accept_connection2(self, protocol_factory, connection, extra, sslcontext=None, server=None, *timeouts):
        protocol = transport = None
        try:
            protocol = protocol_factory()
            waiter = self.create_future()
            transport = self._make_socket_transport(connection, protocol, waiter=waiter, extra=extra, server=server)
            try:
                await waiter
            except BaseException:
                transport.close()
                raise
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if self._debug:
                context = {"message": "Error on transport creation for incoming connection", "exception": error}
                if protocol is not None:
                    context["protocol"] = protocol
                if transport is not None:
                    context["transport"] = transport
                self.call_exception_handler(context)

    # Sockets, without transports

    def _attempted(self, sock, write, attempt):
        """A future for what `attempt` answers. It is tried at once, and again whenever the socket is ready, until it need not wait."""
        if self._debug and sock.gettimeout() != 0:
            raise ValueError("the socket must be non-blocking")
        future = self.create_future()

        def again():
            # Done already: it was cancelled while the socket became ready.
            if not future.done():
                try:
                    future.set_result(attempt())
                except (BlockingIOError, InterruptedError):
                    return False
                except (SystemExit, KeyboardInterrupt):
                    raise
                except BaseException as error:
                    future.set_exception(error)
            return True

        if not again():
            self._when_ready(sock, write, future, again)
        return future

    def _when_ready(self, sock, write, future, callback):
        fd = sock.fileno()
        self._ensure_fd_no_transport(fd)
        handle = (self._add_writer if write else self._add_reader)(fd, callback)

        def done(future):
            # Somebody else may watch the same number by now.
            if not handle._cancelled:
                (self._remove_writer if write else self._remove_reader)(fd)

        future.add_done_callback(done)

    def _receive(self, sock, size):
        return self._attempted(sock, False, lambda: sock.recv(size))

    def _send_all(self, sock, data):
        left = memoryview(data)

        def attempt():
            nonlocal left
            if len(left):
                left = left[sock.send(left) :]
            if len(left):
                raise BlockingIOError

        return self._attempted(sock, True, attempt)

    def _connect(self, sock, address):
        if self._debug and sock.gettimeout() != 0:
            raise ValueError("the socket must be non-blocking")
        import socket

        future = self.create_future()

        def arrived():
            if future.done():
                return
            try:
                code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                if code:
                    raise OSError(code, f"Connect call failed {address}")
            except OSError as error:
                future.set_exception(error)
            else:
                future.set_result(None)

        try:
            sock.connect(address)
        except (BlockingIOError, InterruptedError):
            self._when_ready(sock, True, future, arrived)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(None)
        return future

    def _accept(self, sock):
        def attempt():
            connection, address = sock.accept()
            connection.setblocking(False)
            return connection, address

        return self._attempted(sock, False, attempt)

    async def _connect_by_name(self, sock, address):
        import socket

        if sock.family in (socket.AF_INET, socket.AF_INET6):
            infos = await self._ensure_resolved(address, family=sock.family, type=sock.type, proto=sock.proto, loop=self)
            address = infos[0][4]
        await self._connect(sock, address)

    if since(3, 7):

        async def sock_recv(self, sock, n):
            """Up to `n` bytes, as soon as there are any."""
            return await self._receive(sock, n)

        async def sock_recv_into(self, sock, buf):
            """Receives into a buffer; how many bytes. Since 3.7."""
            return await self._attempted(sock, False, lambda: sock.recv_into(buf))

        async def sock_sendall(self, sock, data):
            """Sends all of it."""
            return await self._send_all(sock, data)

        async def sock_accept(self, sock):
            """Waits for a connection: (its socket, the other end's address)."""
            return await self._accept(sock)

        async def sock_connect(self, sock, address):
            """Connects to a host and a port."""
            return await self._connect_by_name(sock, address)

    else:
        sock_recv, sock_sendall, sock_accept = _receive, _send_all, _accept

        def sock_connect(self, sock, address):
            """Connects to a host and a port."""
            if isinstance(address, tuple) and _ipaddr_info(*address[:2], sock.family, sock.type, sock.proto) is None:
                return self._connect_by_name(sock, address)
            return self._connect(sock, address)

    if since(3, 11):

        async def sock_recvfrom(self, sock, bufsize):
            """A datagram, and from whom. Since 3.11."""
            return await self._attempted(sock, False, lambda: sock.recvfrom(bufsize))

        async def sock_recvfrom_into(self, sock, buf, nbytes=0):
            """Receives a datagram into a buffer: how many bytes, and from whom. Since 3.11."""
            nbytes = nbytes or len(buf)
            return await self._attempted(sock, False, lambda: sock.recvfrom_into(buf, nbytes))

        async def sock_sendto(self, sock, data, address):
            """Sends a datagram. Since 3.11."""
            return await self._attempted(sock, True, lambda: sock.sendto(data, address))


def _out_of_sockets(error):
    import errno

    return error.errno in (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)


class SelectorEventLoop(BaseSelectorEventLoop):
    """The loop of Unix."""


SelectorEventLoop.__name__ = SelectorEventLoop.__qualname__ = "_UnixSelectorEventLoop"
SelectorEventLoop.__module__ = "asyncio.unix_events"


class DefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    """Makes selector loops."""

    _loop_factory = SelectorEventLoop


DefaultEventLoopPolicy.__name__ = DefaultEventLoopPolicy.__qualname__ = "_UnixDefaultEventLoopPolicy"
DefaultEventLoopPolicy.__module__ = "asyncio.unix_events"
