"""One loop that asks which sockets are ready, and an object for each socket that says what to do then.

From 1.5.2 to 3.11, where it warns; removed in 3.12 (PEP 594). Files as channels (`file_dispatcher`) are not part of this book's library.
Source: https://docs.python.org/3.11/library/asyncore.html
"""

import _socket
import select
import socket
import sys
import time
from _asyncore import polled, wanting
from _era import since
from _lanes import begin, end, traced
from errno import (EAGAIN, EALREADY, EBADF, ECONNABORTED, ECONNRESET, EINPROGRESS, EINVAL, EISCONN, ENOTCONN, EPIPE,
                   ESHUTDOWN, EWOULDBLOCK, errorcode)

if since(3, 10):
    import warnings

    warnings.warn(
        "The asyncore module is deprecated and will be removed in Python 3.12. The recommended replacement is asyncio",
        DeprecationWarning, 2)

_DISCONNECTED = [ECONNRESET, ENOTCONN, ESHUTDOWN, ECONNABORTED, EPIPE, EBADF]
_EMPTY = b"" if since(3) else ""
_error = socket.error

# The sockets that loop() watches, by file number, unless it is given another map.
try:
    socket_map
except NameError:
    socket_map = {}


class ExitNow(Exception):
    """Raised by a handler, it ends the loop."""


_reraised_exceptions = (ExitNow, KeyboardInterrupt, SystemExit)


def _code(error):
    return error.args[0] if error.args else None


def _strerror(code):
    return _socket.strerror(code) or errorcode.get(code) or "Unknown error %s" % code


def read(obj):
    """Tells an object that it may read. What it raises, but for ExitNow and the like, goes to its handle_error."""
    try:
        obj.handle_read_event()
    except _reraised_exceptions:
        raise
    except:
        obj.handle_error()


def write(obj):
    """Tells an object that it may write."""
    try:
        obj.handle_write_event()
    except _reraised_exceptions:
        raise
    except:
        obj.handle_error()


def _exception(obj):
    try:
        obj.handle_expt_event()
    except _reraised_exceptions:
        raise
    except:
        obj.handle_error()


def readwrite(obj, flags):
    """Tells an object what poll() has found out about it."""
    try:
        if flags & select.POLLIN:
            obj.handle_read_event()
        if flags & select.POLLOUT:
            obj.handle_write_event()
        if flags & select.POLLPRI:
            obj.handle_expt_event()
        if flags & (select.POLLHUP | select.POLLERR | select.POLLNVAL):
            obj.handle_close()
    except _error as e:
        if _code(e) not in _DISCONNECTED:
            obj.handle_error()
        else:
            obj.handle_close()
    except _reraised_exceptions:
        raise
    except:
        obj.handle_error()


if traced:

    def _in_its_lane(tell, why):
        def told(obj, *flags):
            begin(obj, why)
            try:
                tell(obj, *flags)
            finally:
                end()

        return told

    read, write = _in_its_lane(read, "can read"), _in_its_lane(write, "can write")
    _exception, readwrite = _in_its_lane(_exception, "out of band"), _in_its_lane(readwrite, "is ready")


# Seconds of rounds in which nobody was ready, after which the loop asks whether anything can happen at all.
_PATIENCE = 86400
_last_moved = 0


def _moved():
    global _last_moved
    _last_moved = time.time()


def _ask_whether_anything_can_happen(map):
    """RuntimeError when all wait for each other, and nobody outside will do anything: the loop would turn for ever."""
    if _socket._underway():
        _moved()
        return
    waiting = [_socket._describe(fd) for fd in map.keys()]
    raise RuntimeError(
        "nothing can ever happen again: for a day, asyncore.loop found nothing to do, and nobody is left who could send anything to %s"
        % ", ".join(waiting)
    )


def poll(timeout=0.0, map=None):
    """One round by select(): asks everybody, waits, and tells those that are ready."""
    if map is None:
        map = socket_map
    if not map:
        return
    # Asks everybody readable(), then writable().
    r, w, e = wanting(map, _known)
    if not r and not w and not e:
        time.sleep(timeout)
        return
    r, w, e = select.select(r, w, e, timeout)
    if r or w or e:
        _moved()
    for ready, tell in [(r, read), (w, write), (e, _exception)]:
        for fd in ready:
            obj = map.get(fd)
            if obj is not None:
                tell(obj)


def poll2(timeout=0.0, map=None):
    """One round by poll()."""
    if map is None:
        map = socket_map
    if timeout is not None:
        timeout = int(timeout * 1000)
    if not map:
        return
    for fd, flags in polled(map, _known, timeout):
        _moved()
        obj = map.get(fd)
        if obj is not None:
            readwrite(obj, flags)


poll3 = poll2


def loop(timeout=30.0, use_poll=False, map=None, count=None):
    """Rounds until nobody is left in the map, or `count` of them. `timeout` is how many seconds one round waits at most."""
    if map is None:
        map = socket_map
    turn = poll2 if use_poll and hasattr(select, "poll") else poll
    _moved()
    if count is None:
        while map:
            turn(timeout, map)
            if time.time() - _last_moved > _PATIENCE:
                _ask_whether_anything_can_happen(map)
    else:
        while map and count > 0:
            turn(timeout, map)
            count = count - 1


class dispatcher:
    """A socket with handlers. Derive from it, and say in the handle_… methods what is to happen."""

    debug = False
    connected = False
    accepting = False
    connecting = False
    closing = False
    addr = None
    ignore_log_types = frozenset(["warning"]) if since(2, 4) else ("warning",)

    def __init__(self, sock=None, map=None):
        self._map = socket_map if map is None else map
        self._fileno = None
        if not sock:
            self.socket = None
            return
        sock.setblocking(False)
        self.set_socket(sock, map)
        # A socket that is given may be connected already.
        self.connected = True
        try:
            self.addr = sock.getpeername()
        except _error as err:
            if _code(err) in (ENOTCONN, EINVAL):
                self.connected = False
            else:
                # It was cut off in the meantime: it does not go into the map.
                self.del_channel(map)
                raise

    def __repr__(self):
        cls = self.__class__
        status = ["%s.%s" % (cls.__module__, cls.__qualname__ if since(3, 3) else cls.__name__)]
        if self.accepting and self.addr:
            status.append("listening")
        elif self.connected:
            status.append("connected")
        if self.addr is not None:
            try:
                status.append("%s:%d" % self.addr)
            except TypeError:
                status.append(repr(self.addr))
        return "<%s at %#x>" % (" ".join(status), id(self))

    if not since(3, 7):
        __str__ = __repr__

    def add_channel(self, map=None):
        if map is None:
            map = self._map
        map[self._fileno] = self

    def del_channel(self, map=None):
        fd = self._fileno
        if map is None:
            map = self._map
        if fd in map:
            del map[fd]
        self._fileno = None

    if since(3, 3):

        def create_socket(self, family=socket.AF_INET, type=socket.SOCK_STREAM):
            """Makes a socket that never waits."""
            self.family_and_type = family, type
            sock = socket.socket(family, type)
            sock.setblocking(False)
            self.set_socket(sock)

    else:

        def create_socket(self, family, type):
            """Makes a socket that never waits."""
            self.family_and_type = family, type
            sock = socket.socket(family, type)
            sock.setblocking(False)
            self.set_socket(sock)

    def set_socket(self, sock, map=None):
        self.socket = sock
        self._fileno = sock.fileno()
        self.add_channel(map)

    def set_reuse_addr(self):
        try:
            before = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR)
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, before | 1)
        except _error:
            pass

    # What the loop asks before each round.

    def readable(self):
        return True

    def writable(self):
        return True

    # The socket's own methods.

    def listen(self, num):
        self.accepting = True
        return self.socket.listen(num)

    def bind(self, addr):
        self.addr = addr
        return self.socket.bind(addr)

    def connect(self, address):
        self.connected = False
        self.connecting = True
        err = self.socket.connect_ex(address)
        if err in (EINPROGRESS, EALREADY, EWOULDBLOCK):
            self.addr = address
            return
        if err in (0, EISCONN):
            self.addr = address
            self.handle_connect_event()
        else:
            raise _error(err, errorcode[err])

    def accept(self):
        """(socket, address), or None when nobody is there after all."""
        try:
            conn, addr = self.socket.accept()
        except TypeError:
            return None
        except _error as why:
            if _code(why) in (EWOULDBLOCK, ECONNABORTED, EAGAIN):
                return None
            raise
        return conn, addr

    def send(self, data):
        try:
            return self.socket.send(data)
        except _error as why:
            if _code(why) == EWOULDBLOCK:
                return 0
            if _code(why) in _DISCONNECTED:
                self.handle_close()
                return 0
            raise

    def recv(self, buffer_size):
        try:
            data = self.socket.recv(buffer_size)
            if not data:
                # A socket is ready for reading too when the other side has closed.
                self.handle_close()
                return _EMPTY
            return data
        except _error as why:
            if _code(why) in _DISCONNECTED:
                self.handle_close()
                return _EMPTY
            raise

    def close(self):
        self.connected = False
        self.accepting = False
        self.connecting = False
        self.del_channel()
        if self.socket is not None:
            try:
                self.socket.close()
            except _error as why:
                if _code(why) not in (ENOTCONN, EBADF):
                    raise

    if not since(3):

        def __getattr__(self, name):
            try:
                value = getattr(self.__dict__["socket"], name)
            except (AttributeError, KeyError):
                raise AttributeError("%s instance has no attribute '%s'" % (self.__class__.__name__, name))
            if since(2, 7):
                import warnings

                me = self.__class__.__name__
                warnings.warn("%s.%s is deprecated. Use %s.socket.%s instead." % (me, name, me, name), DeprecationWarning, 2)
            return value

    # What it has to say.

    def log(self, message):
        sys.stderr.write("log: %s\n" % str(message))

    def log_info(self, message, type="info"):
        if type not in self.ignore_log_types:
            sys.stdout.write("%s: %s\n" % (type, message))

    # What the loop calls; it calls the handlers below.

    def handle_read_event(self):
        if self.accepting:
            # Whoever accepts is never connected.
            self.handle_accept()
        elif not self.connected:
            if self.connecting:
                self.handle_connect_event()
            self.handle_read()
        else:
            self.handle_read()

    def handle_connect_event(self):
        err = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if err != 0:
            raise _error(err, _strerror(err))
        self.handle_connect()
        self.connected = True
        self.connecting = False

    def handle_write_event(self):
        if self.accepting:
            return
        if not self.connected and self.connecting:
            self.handle_connect_event()
        self.handle_write()

    def handle_expt_event(self):
        # Of urgent data and errors, an error counts.
        err = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if err != 0:
            self.handle_close()
        else:
            self.handle_expt()

    def handle_error(self):
        """Called in the handler of an exception: says what it was, and closes."""
        nil, t, v, tbinfo = compact_traceback()
        try:
            self_repr = repr(self)
        except:
            self_repr = "<__repr__(self) failed for object at %0x>" % id(self)
        self.log_info("uncaptured python exception, closing channel %s (%s:%s %s)" % (self_repr, t, v, tbinfo), "error")
        self.handle_close()

    # What a derived class says.

    def handle_expt(self):
        self.log_info("unhandled incoming priority event", "warning")

    def handle_read(self):
        self.log_info("unhandled read event", "warning")

    def handle_write(self):
        self.log_info("unhandled write event", "warning")

    def handle_connect(self):
        self.log_info("unhandled connect event", "warning")

    if since(3, 2):

        def handle_accept(self):
            pair = self.accept()
            if pair is not None:
                self.handle_accepted(*pair)

        def handle_accepted(self, sock, addr):
            sock.close()
            self.log_info("unhandled accepted event", "warning")

    else:

        def handle_accept(self):
            self.log_info("unhandled accept event", "warning")

    def handle_close(self):
        self.log_info("unhandled close event", "warning")
        self.close()


class dispatcher_with_send(dispatcher):
    """A dispatcher that keeps what could not be sent yet."""

    def __init__(self, sock=None, map=None):
        dispatcher.__init__(self, sock, map)
        self.out_buffer = _EMPTY

    def initiate_send(self):
        sent = dispatcher.send(self, self.out_buffer[:65536 if since(3) else 512])
        self.out_buffer = self.out_buffer[sent:]

    def handle_write(self):
        self.initiate_send()

    def writable(self):
        return (not self.connected) or len(self.out_buffer)

    def send(self, data):
        if self.debug:
            self.log_info("sending %s" % repr(data))
        self.out_buffer = self.out_buffer + data
        self.initiate_send()


# Methods whose answers the loop knows, which saves it a million calls.
_known = (dispatcher.__dict__["readable"], dispatcher.__dict__["writable"], dispatcher_with_send.__dict__["writable"])


def compact_traceback():
    """The exception being handled, in little room: ((file, function, line), type, value, '[file|function|line] …')."""
    t, v, tb = sys.exc_info()
    if not tb:
        raise AssertionError("traceback does not exist")
    places = []
    while tb:
        code = tb.tb_frame.f_code
        places.append((code.co_filename, code.co_name, str(tb.tb_lineno)))
        tb = tb.tb_next
    return places[-1], t, v, " ".join(["[%s|%s|%s]" % place for place in places])


def close_all(map=None, ignore_all=False):
    """Closes everybody in the map, and empties it."""
    if map is None:
        map = socket_map
    for obj in list(map.values()):
        try:
            obj.close()
        except _error as e:
            if _code(e) != EBADF and not ignore_all:
                raise
        except _reraised_exceptions:
            raise
        except:
            if not ignore_all:
                raise
    map.clear()
