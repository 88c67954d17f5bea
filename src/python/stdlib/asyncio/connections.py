"""How a loop makes connections: names to addresses, addresses to sockets, sockets to transports.

The network is the one of `socket`: this host, and the peers outside that it knows by name.
Source: https://docs.python.org/3/library/asyncio-eventloop.html#opening-network-connections
"""

from _era import since

from . import tasks
from .servers import Server


def _refuse(name, why):
    raise NotImplementedError(f"{name}: {why}")


def _refuse_ssl(name, ssl):
    if ssl:
        _refuse(f"{name}(ssl=…)", "this network has no encryption; leave ssl out")


_unset = object()


def _refuse_shared_address(reuse_address):
    """What became of a datagram endpoint's `reuse_address` in the 3.6.10, 3.7.6 and 3.8.1 of December 2019; 3.11 does without it."""
    if since(3, 11):
        raise TypeError("BaseEventLoop.create_datagram_endpoint() got an unexpected keyword argument 'reuse_address'")
    if reuse_address:
        raise ValueError(
            "Passing `reuse_address=True` is no longer supported, as the usage of SO_REUSEPORT in UDP poses a significant security concern."
        )
    import warnings

    release = "3.5.10" if since(3, 8) else "3.7.6" if since(3, 7) else "3.6.10"
    warnings.warn(
        f"The *reuse_address* parameter has been deprecated as of {release} and is scheduled for removal in 3.11.",
        DeprecationWarning,
        stacklevel=3,
    )


def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """What getaddrinfo would answer for a host that is an address already, or None when it has to be asked."""
    import socket

    if proto not in (0, socket.IPPROTO_TCP, socket.IPPROTO_UDP) or host is None:
        return None
    if type == socket.SOCK_STREAM:
        proto = socket.IPPROTO_TCP
    elif type == socket.SOCK_DGRAM:
        proto = socket.IPPROTO_UDP
    else:
        return None
    if port is None or port in (b"", ""):
        port = 0
    else:
        try:
            port = int(port)
        except (TypeError, ValueError):
            return None
    if isinstance(host, bytes):
        host = host.decode("idna" if not host.isascii() else "ascii") if since(3, 7) else host.decode("ascii")
    if "%" in host:
        return None
    families = [family] if family else [socket.AF_INET, socket.AF_INET6]
    for each in families:
        try:
            socket.inet_pton(each, host)
        except OSError:
            continue
        if each == socket.AF_INET6:
            return each, type, proto, "", (host, port, flowinfo, scopeid)
        return each, type, proto, "", (host, port)
    return None


def _interleave(infos, first_count=1):
    """Addresses of each family in turn, after `first_count` of the first one."""
    by_family = {}
    for info in infos:
        by_family.setdefault(info[0], []).append(info)
    lists = list(by_family.values())
    ordered = []
    if first_count > 1:
        ordered, lists[0] = lists[0][: first_count - 1], lists[0][first_count - 1 :]
    for at in range(max(map(len, lists), default=0)):
        ordered += [infos[at] for infos in lists if at < len(infos)]
    return ordered


_interleave_addrinfos = _interleave


def _joint_error(errors):
    """One error for several attempts: theirs, if they all say the same."""
    if len(errors) == 1 or len({str(error) for error in errors}) == 1:
        return errors[0]
    return OSError("Multiple exceptions: {}".format(", ".join(str(error) for error in errors)))


def _why(error):
    return str(error).lower() if since(3, 13) else error.strerror.lower()


class Connecting:
    """The part of a loop that makes connections and servers."""

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        """What to give to `sock_connect` to reach a host, as `socket.getaddrinfo` says it, in the time that it takes."""
        import socket

        return await self.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        """The name and the service of an address."""
        import socket

        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)

    async def _ensure_resolved(self, address, *, family=0, type=None, proto=0, flags=0, loop=None):
        import socket

        type = socket.SOCK_STREAM if type is None else type
        host, port = address[:2]
        info = _ipaddr_info(host, port, family, type, proto, *address[2:])
        if info is not None:
            return [info]
        return await self.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)

    async def _connect_sock(self, exceptions, addr_info, local_addr_infos=None):
        """A socket that is connected to one address. OSError when that fails; it is added to `exceptions` too."""
        import socket

        mine = []
        exceptions.append(mine)
        family, type_, proto, _, address = addr_info
        sock = None
        try:
            sock = socket.socket(family=family, type=type_, proto=proto)
            sock.setblocking(False)
            if local_addr_infos is not None:
                for local_family, _, _, _, local in local_addr_infos:
                    if local_family != family:
                        continue
                    try:
                        sock.bind(local)
                        break
                    except OSError as error:
                        mine.append(OSError(error.errno, f"error while attempting to bind on address {local!r}: {_why(error)}"))
                else:
                    raise mine.pop() if mine else OSError(f"no matching local address with family={family!r} found")
            await self.sock_connect(sock, address)
            return sock
        except OSError as error:
            mine.append(error)
            if sock is not None:
                sock.close()
            raise
        except BaseException:
            if sock is not None:
                sock.close()
            raise

    async def create_connection(
        self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0, sock=None, local_addr=None,
        server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None,
        all_errors=False
    ):
        """Connects to a host and a port, or takes a socket that is connected; returns (transport, protocol). OSError."""
        import socket

        if server_hostname is not None and not ssl:
            raise ValueError("server_hostname is only meaningful with ssl")
        if ssl_handshake_timeout is not None and not ssl:
            raise ValueError("ssl_handshake_timeout is only meaningful with ssl")
        _refuse_ssl("create_connection", ssl)
        if happy_eyeballs_delay is not None and interleave is None:
            interleave = 1
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError("host/port and sock can not be specified at the same time")
            infos = await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags, loop=self)
            if not infos:
                raise OSError("getaddrinfo() returned empty list")
            local_infos = None
            if local_addr is not None:
                local_infos = await self._ensure_resolved(
                    local_addr, family=family, type=socket.SOCK_STREAM, proto=proto, flags=flags, loop=self
                )
                if not local_infos:
                    raise OSError("getaddrinfo() returned empty list")
            sock = await self._first_connected(_interleave(infos, interleave) if interleave else infos, local_infos, happy_eyeballs_delay, all_errors)
        elif sock is None:
            raise ValueError("host and port was not specified and no sock specified")
        elif since(3, 6) and sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        return await self._connected(sock, protocol_factory)

    async def _first_connected(self, infos, local_infos, delay, all_errors):
        errors = []
        sock = None
        if delay is None:
            for info in infos:
                try:
                    sock = await self._connect_sock(errors, info, local_infos)
                    break
                except OSError:
                    continue
        else:
            from . import staggered

            attempts = [(lambda info=info: self._connect_sock(errors, info, local_infos)) for info in infos]
            sock = (await staggered.staggered_race(attempts, delay, loop=self))[0]
        if sock is not None:
            return sock
        errors = [error for each in errors for error in each]
        try:
            if all_errors:
                raise ExceptionGroup("create_connection failed", errors)
            if not errors:
                raise TimeoutError("create_connection failed")
            raise _joint_error(errors)
        finally:
            errors = None

    async def _connected(self, sock, protocol_factory):
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_socket_transport(sock, protocol, waiter)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
        if self._debug:
            from .log import logger

            logger.debug("%r connected: (%r, %r)", transport.get_extra_info("socket"), transport, protocol)
        return transport, protocol

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        """A transport and a protocol for a connection that was accepted elsewhere. Since 3.5."""
        import socket

        _refuse_ssl("connect_accepted_socket", ssl)
        if since(3, 6) and sock.type != socket.SOCK_STREAM:
            raise ValueError(f"A Stream Socket was expected, got {sock!r}")
        return await self._connected(sock, protocol_factory)

    async def _addresses_to_bind(self, host, port, family, flags):
        import socket

        infos = await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, flags=flags, loop=self)
        if not infos:
            raise OSError(f"getaddrinfo({host!r}) returned empty list")
        return infos

    async def create_server(
        self, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100, ssl=None, reuse_address=None,
        reuse_port=None, keep_alive=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True
    ):
        """Listens; each connection gets a protocol from the factory. `host` may be several; '' or None is all of this host's addresses."""
        import socket

        if isinstance(ssl, bool):
            raise TypeError("ssl argument must be an SSLContext or None")
        if ssl_handshake_timeout is not None and ssl is None:
            raise ValueError("ssl_handshake_timeout is only meaningful with ssl")
        _refuse_ssl("create_server", ssl)
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError("host/port and sock can not be specified at the same time")
            if host == "":
                hosts = [None]
            elif isinstance(host, str) or not hasattr(host, "__iter__"):
                hosts = [host]
            else:
                hosts = host
            found = await tasks.gather(*[self._addresses_to_bind(each, port, family, flags) for each in hosts])
            # Each address once, in their order.
            infos = list(dict.fromkeys(info for infos in found for info in infos))
            sockets = self._bound(infos, reuse_address is None or reuse_address, reuse_port)
        else:
            if sock is None:
                raise ValueError("Neither host/port nor sock were specified")
            if since(3, 6) and sock.type != socket.SOCK_STREAM:
                raise ValueError(f"A Stream Socket was expected, got {sock!r}")
            sockets = [sock]
        for each in sockets:
            each.setblocking(False)
        server = Server(self, sockets, protocol_factory, None, backlog)
        if start_serving:
            server._start_serving()
            if since(3, 7):
                # One round, so that the sockets are being watched.
                await tasks.sleep(0)
        if self._debug:
            from .log import logger

            logger.info("%r is serving", server)
        return server

    def _bound(self, infos, reuse_address, reuse_port):
        import socket

        sockets = []
        completed = False
        try:
            for family, type_, proto, _, address in infos:
                sock = socket.socket(family, type_, proto)
                sockets.append(sock)
                if reuse_address:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if reuse_port:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                try:
                    sock.bind(address)
                except OSError as error:
                    raise OSError(error.errno, f"error while attempting to bind on address {address!r}: {_why(error)}") from None
            completed = True
        finally:
            if not completed:
                for sock in sockets:
                    sock.close()
        return sockets

    async def create_datagram_endpoint(
        self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_address=_unset, reuse_port=None,
        allow_broadcast=None, sock=None
    ):
        """A place for datagrams: bound to `local_addr`, or sending to `remote_addr`, or both; returns (transport, protocol)."""
        import socket

        if sock is not None:
            if since(3, 6) and sock.type != socket.SOCK_DGRAM:
                kind = "A UDP Socket was expected" if not since(3, 8) else "A datagram socket was expected"
                raise ValueError(f"{kind}, got {sock!r}")
            given = {
                "local_addr": local_addr, "remote_addr": remote_addr, "family": family, "proto": proto, "flags": flags,
                "reuse_port": reuse_port, "allow_broadcast": allow_broadcast,
            }
            problems = ", ".join(f"{name}={value}" for name, value in given.items() if value)
            if problems:
                raise ValueError(f"socket modifier keyword arguments can not be used when sock is specified. ({problems})")
            sock.setblocking(False)
            peer = None
        else:
            if not (local_addr or remote_addr) and family == 0:
                raise ValueError("unexpected address family")
            if reuse_address is not _unset and since(3, 6):
                _refuse_shared_address(reuse_address)
            sock, peer = await self._datagram_socket(local_addr, remote_addr, family, proto, flags, reuse_port, allow_broadcast)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_datagram_transport(sock, protocol, peer, waiter)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
        return transport, protocol

    async def _datagram_socket(self, local_addr, remote_addr, family, proto, flags, reuse_port, allow_broadcast):
        import socket

        # For each address that fits: the place to bind, and the one to send to.
        pairs = {}
        for at, address in enumerate((local_addr, remote_addr)):
            if address is None:
                continue
            if not (isinstance(address, tuple) and len(address) == 2):
                raise TypeError("2-tuple is expected")
            infos = await self._ensure_resolved(address, family=family, type=socket.SOCK_DGRAM, proto=proto, flags=flags, loop=self)
            if not infos:
                raise OSError("getaddrinfo() returned empty list")
            for fam, _, pro, _, where in infos:
                pairs.setdefault((fam, pro), [None, None])[at] = where
        if not pairs:
            pairs[family, proto] = [None, None]
        fitting = [
            (key, pair)
            for key, pair in pairs.items()
            if not (local_addr and pair[0] is None or remote_addr and pair[1] is None)
        ]
        if not fitting:
            raise ValueError("can not get address information")
        errors = []
        for (fam, pro), (local, remote) in fitting:
            sock = None
            try:
                sock = socket.socket(family=fam, type=socket.SOCK_DGRAM, proto=pro)
                if reuse_port:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                if allow_broadcast:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                sock.setblocking(False)
                if local_addr:
                    sock.bind(local)
                if remote_addr and not allow_broadcast:
                    await self.sock_connect(sock, remote)
                return sock, remote
            except OSError as error:
                if sock is not None:
                    sock.close()
                errors.append(error)
            except BaseException:
                if sock is not None:
                    sock.close()
                raise
        raise errors[0]

    # What this world does not have.

    async def start_tls(self, transport, protocol, sslcontext, **kwargs):
        _refuse("loop.start_tls", "this network has no encryption")

    async def create_unix_connection(self, protocol_factory, path=None, **kwargs):
        _refuse("loop.create_unix_connection", "sockets with a path are not served here; use create_connection with a host and a port")

    async def create_unix_server(self, protocol_factory, path=None, **kwargs):
        _refuse("loop.create_unix_server", "sockets with a path are not served here; use create_server with a host and a port")

    async def connect_read_pipe(self, protocol_factory, pipe):
        _refuse("loop.connect_read_pipe", "there are no pipes here")

    async def connect_write_pipe(self, protocol_factory, pipe):
        _refuse("loop.connect_write_pipe", "there are no pipes here")

    async def subprocess_shell(self, protocol_factory, cmd, **kwargs):
        _refuse("loop.subprocess_shell", "there are no processes here")

    async def subprocess_exec(self, protocol_factory, *args, **kwargs):
        _refuse("loop.subprocess_exec", "there are no processes here")

    async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
        _refuse("loop.sendfile", "there are no files here; read the bytes, and write them to the transport")

    async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=None):
        _refuse("loop.sock_sendfile", "there are no files here; read the bytes, and give them to sock_sendall")

    def add_signal_handler(self, sig, callback, *args):
        _refuse("loop.add_signal_handler", "there are no signals here")

    def remove_signal_handler(self, sig):
        _refuse("loop.remove_signal_handler", "there are no signals here")


if not since(3, 7):
    del Connecting.start_tls, Connecting.sendfile, Connecting.sock_sendfile
if not since(3, 5):
    del Connecting.connect_accepted_socket
