"""Signals and their handlers: in every Python; the names are enumerations since 3.5.

One signal comes from outside: SIGINT, when the reader presses Stop. It raises KeyboardInterrupt where the program is,
unless the program has set a handler. A program may send itself any with `raise_signal` (since 3.8).
Source: https://docs.python.org/3/library/signal.html
"""

import _signal
from _era import since
from _signal import *

if since(3, 5):
    from enum import IntEnum

    def _enumerated(name, wanted):
        """The module's constants that begin so, as an enumeration; they replace the plain numbers."""
        members = {key: value for key, value in vars(_signal).items() if wanted(key)}
        made = IntEnum(name, members, module=__name__)
        globals().update(made.__members__)
        return made

    Signals = _enumerated("Signals", lambda key: key.startswith("SIG") and not key.startswith("SIG_"))
    Handlers = _enumerated("Handlers", lambda key: key in ("SIG_DFL", "SIG_IGN"))

    def _named(value, names):
        try:
            return names(value)
        except (ValueError, TypeError):
            return value

    def _plain(value):
        return int(value) if isinstance(value, IntEnum) else value

    def signal(signalnum, handler):
        """Sets what a signal does; returns what it did before."""
        return _named(_signal.signal(_plain(signalnum), _plain(handler)), Handlers)

    def getsignal(signalnum):
        """What a signal does: a function, or one of Handlers."""
        return _named(_signal.getsignal(_plain(signalnum)), Handlers)

    if since(3, 8):

        def valid_signals():
            """Every signal that there is."""
            return {_named(number, Signals) for number in range(1, NSIG) if number not in (32, 33)}
