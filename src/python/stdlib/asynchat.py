"""Conversations over asyncore: what comes in is cut at a terminator, what goes out is queued.

From 1.5.2 to 3.11, where it warns; removed in 3.12 (PEP 594).
Source: https://docs.python.org/3.11/library/asynchat.html
"""

import asyncore
from _era import since
from errno import EAGAIN, EALREADY, EINPROGRESS, EWOULDBLOCK

if since(3, 10):
    import warnings

    warnings.warn(
        "The asynchat module is deprecated and will be removed in Python 3.12. The recommended replacement is asyncio",
        DeprecationWarning, 2)

if since(2):

    def _find(text, piece):
        return text.find(piece)

else:
    from strop import find as _find

_BLOCKING = (EAGAIN, EALREADY, EINPROGRESS, EWOULDBLOCK)
_EMPTY = b"" if since(3) else ""
_INTEGERS = int if since(3) else (int, type(2 ** 80))
if since(3):
    _BYTES = (bytes, bytearray, memoryview)


class async_chat(asyncore.dispatcher):
    """Derive from it; say in collect_incoming_data() what to keep, in found_terminator() what to do with it."""

    ac_in_buffer_size = 65536 if since(3) else 4096
    ac_out_buffer_size = 65536 if since(3) else 4096
    if since(3):
        use_encoding = 0
        encoding = "latin-1"

    def __init__(self, sock=None, map=None):
        self.ac_in_buffer = _EMPTY
        # What collect has gathered, and what is still to be sent: data, producers, and None for "close then".
        self.incoming = []
        self.producer_fifo = []
        asyncore.dispatcher.__init__(self, sock, map)

    def collect_incoming_data(self, data):
        raise NotImplementedError("must be implemented in subclass")

    def _collect_incoming_data(self, data):
        self.incoming.append(data)

    def _get_data(self):
        data = _EMPTY
        for piece in self.incoming:
            data = data + piece
        del self.incoming[:]
        return data

    def found_terminator(self):
        raise NotImplementedError("must be implemented in subclass")

    def _encoded(self, data):
        return data.encode(self.encoding) if since(3) and isinstance(data, str) and self.use_encoding else data

    def set_terminator(self, term):
        """What ends a piece: bytes, a number of bytes, or None for nothing. Raises ValueError for a negative number."""
        if since(3) and isinstance(term, int) and term < 0:
            raise ValueError("the number of received bytes must be positive")
        self.terminator = self._encoded(term)

    def get_terminator(self):
        return self.terminator

    def handle_read(self):
        try:
            data = self.recv(self.ac_in_buffer_size)
        except asyncore._error as why:
            if asyncore._code(why) not in _BLOCKING:
                self.handle_error()
            return
        self.ac_in_buffer = self.ac_in_buffer + self._encoded(data)
        # What came may hold several terminators, or a part of one; and each may be followed by another kind.
        while self.ac_in_buffer:
            size = len(self.ac_in_buffer)
            terminator = self.get_terminator()
            if not terminator:
                self._pass_on(size)
            elif isinstance(terminator, _INTEGERS):
                if size < terminator:
                    self._pass_on(size)
                    self.terminator = terminator - size
                else:
                    self._pass_on(terminator)
                    self.terminator = 0
                    self.found_terminator()
            else:
                index = _find(self.ac_in_buffer, terminator)
                if index != -1:
                    if index > 0:
                        self.collect_incoming_data(self.ac_in_buffer[:index])
                    self.ac_in_buffer = self.ac_in_buffer[index + len(terminator):]
                    self.found_terminator()
                    continue
                part = find_prefix_at_end(self.ac_in_buffer, terminator)
                if part != size:
                    self._pass_on(size - part)
                if part:
                    # The rest may be the beginning of a terminator: wait for more.
                    break

    def _pass_on(self, size):
        self.collect_incoming_data(self.ac_in_buffer[:size])
        self.ac_in_buffer = self.ac_in_buffer[size:]

    def handle_write(self):
        self.initiate_send()

    def handle_close(self):
        self.close()

    def push(self, data):
        """Queues data, and sends what can be sent."""
        if since(3) and not isinstance(data, _BYTES):
            raise TypeError("data argument must be byte-ish (%r)", type(data))
        step = self.ac_out_buffer_size
        for start in range(0, len(data), step) if len(data) > step else [0]:
            self.producer_fifo.append(data[start:start + step] if len(data) > step else data)
        self.initiate_send()

    def push_with_producer(self, producer):
        """Queues an object whose more() gives the data, piece by piece, and at last nothing."""
        self.producer_fifo.append(producer)
        self.initiate_send()

    def readable(self):
        return 1

    def writable(self):
        return self.producer_fifo or (not self.connected)

    def close_when_done(self):
        """Closes once everything is sent."""
        self.producer_fifo.append(None)

    def initiate_send(self):
        while self.producer_fifo and self.connected:
            first = self.producer_fifo[0]
            if not first:
                del self.producer_fifo[0]
                if first is None:
                    self.handle_close()
                    return
            try:
                data = first[:self.ac_out_buffer_size]
            except (TypeError, AttributeError):
                data = first.more()
                if data:
                    self.producer_fifo.insert(0, data)
                else:
                    del self.producer_fifo[0]
                continue
            data = self._encoded(data)
            try:
                sent = self.send(data)
            except asyncore._error:
                self.handle_error()
                return
            if sent:
                if sent < len(data) or self.ac_out_buffer_size < len(first):
                    self.producer_fifo[0] = first[sent:]
                else:
                    del self.producer_fifo[0]
            return

    def discard_buffers(self):
        """Forgets what has come in and what is to go out."""
        self.ac_in_buffer = _EMPTY
        del self.incoming[:]
        del self.producer_fifo[:]


class simple_producer:
    """Gives data in pieces."""

    def __init__(self, data, buffer_size=512):
        self.data = data
        self.buffer_size = buffer_size

    def more(self):
        result, self.data = self.data[:self.buffer_size], self.data[self.buffer_size:]
        return result


if not since(3, 6):

    class fifo:
        """First in, first out."""

        def __init__(self, list=None):
            self.list = [*list] if list else []

        def __len__(self):
            return len(self.list)

        def is_empty(self):
            return not self.list

        def first(self):
            return self.list[0]

        def push(self, data):
            self.list.append(data)

        def pop(self):
            if self.list:
                return (1, self.list.pop(0))
            return (0, None)


def find_prefix_at_end(haystack, needle):
    """How many bytes at the end of `haystack` are the beginning of `needle`."""
    size = len(needle) - 1
    while size and haystack[-size:] != needle[:size]:
        size = size - 1
    return size
