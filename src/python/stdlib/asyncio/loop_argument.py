"""The argument `loop=`, which most functions took until 3.9, and none since 3.10."""

from _era import since

given = object()


def checked_loop(loop, function):
    """The loop that a caller gave, or None. TypeError when the function does not take one any more."""
    if loop is given:
        return None
    if since(3, 10):
        raise TypeError(f"{function}() got an unexpected keyword argument 'loop'")
    if since(3, 8) and loop is not None:
        _warn()
    return loop


def _warn():
    import warnings

    warnings.warn(
        "The loop argument is deprecated since Python 3.8, and scheduled for removal in Python 3.10.", DeprecationWarning, stacklevel=4
    )


class Inner:
    """Given as `loop=` by asyncio itself, for a lock inside of a queue or a condition: no warning."""

    def __init__(self, loop):
        self.loop = loop


class LoopBound:
    """Belongs to a loop: the one that it was given, until 3.9; since 3.10, the one that runs when it first has to wait."""

    _loop = None

    def _bind(self, loop):
        if isinstance(loop, Inner):
            self._loop = loop.loop
        elif loop is given or loop is None and not since(3, 10):
            if not since(3, 10):
                from . import events

                self._loop = events.get_event_loop()
        elif since(3, 10):
            name = type(self).__name__
            if since(3, 11):
                raise TypeError(f"{name}.__init__() got an unexpected keyword argument 'loop'")
            raise TypeError(f"As of 3.10, the *loop* parameter was removed from {name}() since it is no longer necessary")
        else:
            if since(3, 8):
                _warn()
            self._loop = loop

    def _get_loop(self):
        from . import events

        if not since(3, 10):
            return self._loop
        loop = events.get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return loop
