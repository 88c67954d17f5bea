"""What `create_server` returns: listening sockets, and the connections that came from them.

Source: https://docs.python.org/3/library/asyncio-eventloop.html#server-objects
"""

from _era import since

from . import events, exceptions, tasks
from .sockets import shown


class Server(events.AbstractServer):
    """Sockets on which a loop accepts connections. Since 3.7 it can be started later, and served by `async with`."""

    def __init__(
        self, loop, sockets, protocol_factory, ssl_context=None, backlog=100, ssl_handshake_timeout=None, ssl_shutdown_timeout=None
    ):
        self._loop = loop
        self._sockets = sockets
        # Connections that are open: a number until 3.12, the transports since.
        self._clients = set()
        self._active_count = 0
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._ssl_context = ssl_context
        self._ssl_handshake_timeout = ssl_handshake_timeout
        self._ssl_shutdown_timeout = ssl_shutdown_timeout
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f"<{type(self).__name__} sockets={self.sockets!r}>"

    def _attach(self, transport=None):
        if self._sockets is None:
            raise AssertionError("a closed server takes no connection")
        self._active_count += 1
        if transport is not None:
            self._clients.add(transport)

    def _detach(self, transport=None):
        if self._active_count <= 0:
            raise AssertionError("no connection is left")
        self._active_count -= 1
        self._clients.discard(transport)
        if self._active_count == 0 and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done() or not since(3, 12):
                waiter.set_result(None if since(3, 12) else waiter)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop._start_serving(self._protocol_factory, sock, self._ssl_context, self, self._backlog)

    @property
    def sockets(self):
        """The sockets it listens on; none, once it is closed."""
        if not since(3, 7):
            return self._sockets
        if not since(3, 8):
            return [] if self._sockets is None else list(self._sockets)
        return () if self._sockets is None else tuple(shown(sock) for sock in self._sockets)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def close(self):
        """Stops listening. Connections that are open stay open."""
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            self._loop._stop_serving(sock)
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()
            self._serving_forever_fut = None
        if self._active_count == 0:
            self._wakeup()

    def close_clients(self):
        """Closes the connections, each when its buffer is empty. Since 3.13."""
        for transport in list(self._clients):
            transport.close()

    def abort_clients(self):
        """Cuts the connections. Since 3.13."""
        for transport in list(self._clients):
            transport.abort()

    async def start_serving(self):
        """Begins to listen; for servers made with `start_serving=False`."""
        self._start_serving()
        # One round, so that the sockets are being watched.
        await tasks.sleep(0)

    async def serve_forever(self):
        """Serves until it is cancelled; then closes."""
        if self._serving_forever_fut is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except exceptions.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        """Waits until it is closed and, since 3.12, its connections are too. Until 3.11 it did not wait for a server that was closed."""
        if self._waiters is None or self._sockets is None and not since(3, 12):
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


if not since(3, 13):
    del Server.close_clients, Server.abort_clients
if not since(3, 7):
    del Server.get_loop, Server.is_serving, Server.start_serving, Server.serve_forever
