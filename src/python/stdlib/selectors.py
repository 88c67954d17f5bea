"""Which of these sockets is ready? One interface for select, poll and epoll, with a note for each socket.

Since 3.4. `DefaultSelector` is epoll, whose order of readiness is kept.
Source: https://docs.python.org/3/library/selectors.html
"""

import math
import select
from _collections import _tuplegetter
from _quick import quickened

EVENT_READ = 1
EVENT_WRITE = 2


class SelectorKey(tuple):
    """(fileobj, fd, events, data): what was registered."""

    __slots__ = ()
    _fields = ("fileobj", "fd", "events", "data")

    def __new__(cls, fileobj, fd, events, data):
        return tuple.__new__(cls, (fileobj, fd, events, data))

    fileobj = _tuplegetter(0, "What was registered")
    fd = _tuplegetter(1, "Its file number")
    events = _tuplegetter(2, "What it is watched for")
    data = _tuplegetter(3, "The note that came with it")

    def _replace(self, **changes):
        return SelectorKey(*[changes.get(name, value) for name, value in zip(self._fields, self)])

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __repr__(self):
        return "SelectorKey(%s)" % ", ".join("%s=%r" % pair for pair in zip(self._fields, self))


@quickened
def _number(fileobj):
    """The file number of an int or of an object with fileno(). Raises ValueError."""
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError("Invalid file object: {!r}".format(fileobj)) from None
    if fd < 0:
        raise ValueError("Invalid file descriptor: {}".format(fd))
    return fd


@quickened
class _SelectorMapping(object):
    """What get_map() gives: keys by file object."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._fd_to_key)

    def __getitem__(self, fileobj):
        fd = self._selector._lookup(fileobj)
        try:
            return self._selector._fd_to_key[fd]
        except KeyError:
            raise KeyError("{!r} is not registered".format(fileobj)) from None

    def __contains__(self, fileobj):
        return self._selector._lookup(fileobj) in self._selector._fd_to_key

    def get(self, fileobj, default=None):
        try:
            return self[fileobj]
        except KeyError:
            return default

    def __iter__(self):
        return iter(self._selector._fd_to_key)

    def keys(self):
        return list(self)

    def values(self):
        return list(self._selector._fd_to_key.values())

    def items(self):
        return list(self._selector._fd_to_key.items())


class BaseSelector(object):
    """What every selector can do."""

    def register(self, fileobj, events, data=None):
        raise NotImplementedError

    def unregister(self, fileobj):
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def select(self, timeout=None):
        raise NotImplementedError

    def close(self):
        pass

    def get_map(self):
        raise NotImplementedError

    def get_key(self, fileobj):
        """The key of a registered file object. Raises KeyError, RuntimeError once closed."""
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError("Selector is closed")
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError("{!r} is not registered".format(fileobj)) from None

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


@quickened
class _BaseSelectorImpl(BaseSelector):
    """Keys by file number."""

    def __init__(self):
        self._fd_to_key = {}
        self._map = _SelectorMapping(self)

    def _lookup(self, fileobj):
        try:
            return _number(fileobj)
        except ValueError:
            # A file that was closed before it was unregistered.
            for key in self._fd_to_key.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError("Invalid events: {!r}".format(events))
        key = SelectorKey(fileobj, self._lookup(fileobj), events, data)
        if key.fd in self._fd_to_key:
            raise KeyError("{!r} (FD {}) is already registered".format(fileobj, key.fd))
        self._fd_to_key[key.fd] = key
        return key

    def unregister(self, fileobj):
        try:
            return self._fd_to_key.pop(self._lookup(fileobj))
        except KeyError:
            raise KeyError("{!r} is not registered".format(fileobj)) from None

    def modify(self, fileobj, events, data=None):
        try:
            key = self._fd_to_key[self._lookup(fileobj)]
        except KeyError:
            raise KeyError("{!r} is not registered".format(fileobj)) from None
        if events != key.events:
            self.unregister(fileobj)
            key = self.register(fileobj, events, data)
        elif data != key.data:
            key = key._replace(data=data)
            self._fd_to_key[key.fd] = key
        return key

    def close(self):
        self._fd_to_key.clear()
        self._map = None

    def get_map(self):
        return self._map

    def _found(self, pairs):
        ready = []
        for fd, events in pairs:
            key = self._fd_to_key.get(fd)
            if key and events & key.events:
                ready.append((key, events & key.events))
        return ready


class SelectSelector(_BaseSelectorImpl):
    """By select.select."""

    def select(self, timeout=None):
        timeout = None if timeout is None else max(timeout, 0)
        keys = list(self._fd_to_key.values())
        readers = [key.fd for key in keys if key.events & EVENT_READ]
        writers = [key.fd for key in keys if key.events & EVENT_WRITE]
        r, w, _ = select.select(readers, writers, [], timeout)
        r, w = set(r), set(w)
        return self._found((fd, (EVENT_READ if fd in r else 0) | (EVENT_WRITE if fd in w else 0)) for fd in r | w)


class _PollLikeSelector(_BaseSelectorImpl):
    """By an object with register, unregister and poll."""

    def __init__(self):
        super().__init__()
        self._selector = self._make()

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        try:
            self._selector.register(key.fd, self._mask(events))
        except BaseException:
            super().unregister(fileobj)
            raise
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        try:
            self._selector.unregister(key.fd)
        except OSError:
            # It was closed, and so has left by itself.
            pass
        return key

    def modify(self, fileobj, events, data=None):
        key = self.get_key(fileobj)
        if events != key.events:
            self._selector.modify(key.fd, self._mask(events))
        if events != key.events or data != key.data:
            key = key._replace(events=events, data=data)
            self._fd_to_key[key.fd] = key
        return key

    def _mask(self, events):
        return (select.POLLIN if events & EVENT_READ else 0) | (select.POLLOUT if events & EVENT_WRITE else 0)

    def _events(self, pairs):
        for fd, mask in pairs:
            yield fd, (EVENT_WRITE if mask & ~select.POLLIN else 0) | (EVENT_READ if mask & ~select.POLLOUT else 0)


class PollSelector(_PollLikeSelector):
    """By select.poll."""

    _make = staticmethod(select.poll)

    def select(self, timeout=None):
        if timeout is not None:
            timeout = 0 if timeout <= 0 else math.ceil(timeout * 1e3)
        return self._found(self._events(self._selector.poll(timeout)))


class EpollSelector(_PollLikeSelector):
    """By select.epoll."""

    _make = staticmethod(select.epoll)

    def fileno(self):
        return self._selector.fileno()

    def select(self, timeout=None):
        # epoll counts milliseconds, and a wait is rounded up so as not to end too early.
        return self.select_exactly(None if timeout is None else math.ceil(timeout * 1e3 - 1e-6) * 1e-3)

    def select_exactly(self, timeout=None):
        """The same, for event loops: it ends exactly in time, for this book's clock has no grain."""
        timeout = -1 if timeout is None else max(timeout, 0)
        return self._found(self._events(self._selector.poll(timeout, max(len(self._fd_to_key), 1))))

    def close(self):
        self._selector.close()
        super().close()


DefaultSelector = EpollSelector
