"""Signals and their handlers: in every Python; the names are enumerations since 3.5.

One signal comes from outside: SIGINT, when the reader presses Stop. It raises KeyboardInterrupt where the program is,
unless the program has set a handler. A program may send itself any with `raise_signal` (since 3.8).
Source: https://docs.python.org/3/library/signal.html; POSIX <signal.h>, with Linux's numbers
"""

import _signal
from _era import since
from _signal import *

# From 1 on, with what a shell says when one ends a program.
_WORDS = {
    "SIGHUP": "Hangup",
    "SIGINT": "Interrupt",
    "SIGQUIT": "Quit",
    "SIGILL": "Illegal instruction",
    "SIGTRAP": "Trace/breakpoint trap",
    "SIGABRT": "Aborted",
    "SIGBUS": "Bus error",
    "SIGFPE": "Floating point exception",
    "SIGKILL": "Killed",
    "SIGUSR1": "User defined signal 1",
    "SIGSEGV": "Segmentation fault",
    "SIGUSR2": "User defined signal 2",
    "SIGPIPE": "Broken pipe",
    "SIGALRM": "Alarm clock",
    "SIGTERM": "Terminated",
    "SIGSTKFLT": "Stack fault",
    "SIGCHLD": "Child exited",
    "SIGCONT": "Continued",
    "SIGSTOP": "Stopped (signal)",
    "SIGTSTP": "Stopped",
    "SIGTTIN": "Stopped (tty input)",
    "SIGTTOU": "Stopped (tty output)",
    "SIGURG": "Urgent I/O condition",
    "SIGXCPU": "CPU time limit exceeded",
    "SIGXFSZ": "File size limit exceeded",
    "SIGVTALRM": "Virtual timer expired",
    "SIGPROF": "Profiling timer expired",
    "SIGWINCH": "Window changed",
    "SIGIO": "I/O possible",
    "SIGPWR": "Power failure",
    "SIGSYS": "Bad system call",
}
_numbers = {name: number for number, name in enumerate(_WORDS, 1) if name != "SIGSTKFLT" or since(3, 11)}
_numbers.update(SIGCLD=17, SIGPOLL=29, SIGRTMIN=34, SIGRTMAX=64)
globals().update(_numbers)


def _left_out(name):
    def refuse(*args):
        raise NotImplementedError(f"signal.{name}() is not available: the only signal from outside is Stop")

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


for _name in ("alarm", "pause", "setitimer", "getitimer"):
    globals()[_name] = _left_out(_name)

if since(3, 8):

    def strsignal(signalnum):
        """What a shell says when it ends a program; None for a signal without words."""
        if not 0 < signalnum < NSIG:
            raise ValueError("signal number out of range")
        names = list(_WORDS)
        return _WORDS[names[signalnum - 1]] if signalnum <= len(names) else None

    def valid_signals():
        """Every signal that there is."""
        return {_named(number, Signals) for number in range(1, NSIG) if number not in (32, 33)}


if since(3, 5):
    from enum import IntEnum

    Signals = IntEnum("Signals", _numbers, module=__name__)
    Handlers = IntEnum("Handlers", {"SIG_DFL": SIG_DFL, "SIG_IGN": SIG_IGN}, module=__name__)
    globals().update(Signals.__members__)
    globals().update(Handlers.__members__)

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
