"""What of the operating system has a meaning here: the names of its things, `os.path`, an environment that is the program's own.

In every Python; `fspath` and `PathLike` since 3.6. Files, processes and users are refused by name: there are none.
Source: https://docs.python.org/3/library/os.html
"""

import abc
import errno
import sys
import time

import posixpath as path
from _era import since
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
error = OSError
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024

#: Empty at the start, and seen by this program alone.
environ = {}


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value):
    environ[name] = value


def unsetenv(name):
    environ.pop(name, None)


def strerror(code):
    """The text of an error's number."""
    return OSError(code, _messages.get(code, "Unknown error %d" % code)).strerror


_messages = {
    errno.EPERM: "Operation not permitted",
    errno.ENOENT: "No such file or directory",
    errno.EINTR: "Interrupted system call",
    errno.EBADF: "Bad file descriptor",
    errno.EAGAIN: "Resource temporarily unavailable",
    errno.EACCES: "Permission denied",
    errno.EEXIST: "File exists",
    errno.EINVAL: "Invalid argument",
    errno.EPIPE: "Broken pipe",
    errno.EADDRINUSE: "Address already in use",
    errno.ECONNABORTED: "Software caused connection abort",
    errno.ECONNRESET: "Connection reset by peer",
    errno.ENOTCONN: "Transport endpoint is not connected",
    errno.ETIMEDOUT: "Connection timed out",
    errno.ECONNREFUSED: "Connection refused",
    errno.EALREADY: "Operation already in progress",
    errno.EINPROGRESS: "Operation now in progress",
}


def cpu_count():
    """One program, one thread, one processor."""
    return 1


def times():
    """Five times in seconds; only the last, of the clock on the wall, ever moves."""
    return (0.0, 0.0, 0.0, 0.0, time.time())


if since(3, 6):

    class PathLike(abc.ABC):
        """An object that stands for a path."""

        @abc.abstractmethod
        def __fspath__(self):
            raise NotImplementedError

        @classmethod
        def __subclasshook__(cls, subclass):
            if cls is PathLike:
                return any("__fspath__" in each.__dict__ for each in subclass.__mro__) or NotImplemented
            return NotImplemented

        if since(3, 9):
            from types import GenericAlias

            __class_getitem__ = classmethod(GenericAlias)
            del GenericAlias

    def fspath(path):
        """The str or bytes of a path. Raises TypeError."""
        if isinstance(path, (str, bytes)):
            return path
        cls = type(path)
        if not hasattr(cls, "__fspath__"):
            raise TypeError("expected str, bytes or os.PathLike object, not " + cls.__name__)
        text = cls.__fspath__(path)
        if not isinstance(text, (str, bytes)):
            raise TypeError("expected %s.__fspath__() to return str or bytes, not %s" % (cls.__name__, type(text).__name__))
        return text


if since(3, 2):

    def fsencode(filename):
        text = fspath(filename) if since(3, 6) else filename
        return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text

    def fsdecode(filename):
        text = fspath(filename) if since(3, 6) else filename
        return text.decode("utf-8", "surrogateescape") if isinstance(text, bytes) else text


def _refuse(name, lacking):
    def refused(*args, **kwargs):
        raise NotImplementedError("os.%s: there %s here" % (name, lacking))

    refused.__name__ = name
    globals()[name] = refused


for _lacking, _names in {
    "is no file system": (
        "access", "chdir", "chmod", "chown", "close", "dup", "dup2", "fdopen", "fstat", "fsync", "ftruncate", "getcwd", "isatty", "link",
        "listdir", "lseek", "lstat", "makedirs", "mkdir", "mkfifo", "open", "pipe", "read", "readlink", "remove", "removedirs", "rename",
        "renames", "rmdir", "stat", "symlink", "truncate", "umask", "unlink", "utime", "walk", "write",
    ),
    "are no processes": (
        "_exit", "abort", "execl", "execv", "execvp", "fork", "forkpty", "getpgid", "getpid", "getppid", "kill", "killpg", "nice",
        "popen", "setsid", "spawnl", "spawnv", "system", "wait", "waitpid",
    ),
    "are no users": (
        "getegid", "geteuid", "getgid", "getlogin", "getuid", "setgid", "setuid", "uname",
    ),
    "is no source of randomness outside of the program; see random": (
        "urandom",
    ),
}.items():
    for _name in _names:
        _refuse(_name, _lacking)
if since(3, 3):
    for _name, _lacking in (("scandir", "is no file system"), ("replace", "is no file system"), ("get_terminal_size", "is no terminal")):
        _refuse(_name, _lacking)
del _name, _names, _lacking
