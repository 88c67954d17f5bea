"""How a lock finds its loop: where it was made until 3.9, where it is first waited at since."""

from _era import since

from . import events

_missing = object()


class _LoopBoundMixin:
    _loop = None

    def _bind(self, loop):
        if since(3, 10):
            if loop is not _missing:
                name = type(self).__name__
                if since(3, 10):
                    raise TypeError('As of 3.10, the *loop* parameter was removed from %s() since it is no longer necessary' % name)
            return
        if loop is _missing or loop is None:
            loop = events.get_event_loop()
        elif since(3, 8):
            import warnings

            warnings.warn('The loop argument is deprecated since Python 3.8, and scheduled for removal in Python 3.10.',
                          DeprecationWarning, stacklevel=3)
        self._loop = loop

    def _get_loop(self):
        if not since(3, 10):
            return self._loop
        loop = events._get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError('%r is bound to a different event loop' % (self,))
        return loop
