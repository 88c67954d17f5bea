"""Modules that Python has, and this book's library leaves out: an import that fails says so, apart from a name that no Python of that day knew.

It is asked in every era, so it must do without methods of strings, which had none in 1.5.2.

Source: the module indexes of the releases, https://docs.python.org/3/py-modindex.html; PEP 3108 and PEP 594 for what was removed.
"""

from _era import since

_always = (
    "antigravity", "array", "base64", "bdb", "binascii", "bsddb", "cmath", "cmd", "code", "codeop", "compileall", "curses", "dbm", "dis", "encodings",
    "fcntl", "filecmp", "fileinput", "ftplib", "genericpath", "getpass", "gettext", "glob", "grp", "gzip", "idlelib", "imaplib", "locale",
    "logging.config", "mailbox", "marshal", "mimetypes", "mmap", "netrc", "ntpath", "opcode", "pdb", "pickle", "pickletools", "poplib", "posix",
    "profile", "pstats", "pty", "pwd", "py_compile", "pyclbr", "quopri", "readline", "resource", "rlcompleter", "shelve", "shlex", "shutil", "site",
    "smtplib", "stat", "stringprep", "struct", "sunaudio", "syslog", "tabnanny", "tempfile", "termios", "test", "this", "token", "tokenize", "trace",
    "tty", "urllib", "wave", "zlib"
)
_arrived = {
    (2, 0): ("codecs", "pyexpat", "unicodedata", "webbrowser", "xml", "zipfile"),
    (2, 1): ("calendar", "doctest", "pydoc", "symtable"),
    (2, 2): ("email", "hmac"),
    (2, 3): ("bz2", "csv", "modulefinder", "optparse", "pkgutil", "platform", "tarfile", "zipimport"),
    (2, 4): ("decimal", "subprocess"),
    (2, 5): ("cProfile", "ctypes", "hashlib", "runpy", "sqlite3", "uuid", "wsgiref"),
    (2, 6): ("ast", "multiprocessing", "plistlib", "ssl"),
    (2, 7): ("argparse", "importlib", "sysconfig"),
    (3, 0): ("configparser", "html", "http", "socketserver", "tkinter", "turtle", "winreg", "xmlrpc"),
    (3, 3): ("faulthandler", "ipaddress", "lzma", "venv"),
    (3, 4): ("ensurepip", "pathlib", "tracemalloc"),
    (3, 5): ("zipapp",),
    (3, 6): ("secrets",),
    (3, 9): ("zoneinfo",),
    (3, 11): ("tomllib",),
}
_left = {
    (3, 0): (
        "BaseHTTPServer", "Bastion", "CGIHTTPServer", "ConfigParser", "Cookie", "DocXMLRPCServer", "HTMLParser", "MimeWriter", "SimpleHTTPServer",
        "SimpleXMLRPCServer", "SocketServer", "Tkinter", "anydbm", "audiodev", "cPickle", "commands", "compiler", "cookielib", "dbhash", "dircache",
        "dumbdbm", "dummy_thread", "exceptions", "fpformat", "future_builtins", "gdbm", "hotshot", "htmlentitydefs", "htmllib", "httplib", "ihooks",
        "imputil", "linuxaudiodev", "markupbase", "md5", "mhlib", "mimetools", "mimify", "multifile", "mutex", "new", "nturl2path", "os2emxpath", "popen2",
        "posixfile", "rexec", "rfc822", "robotparser", "sgmllib", "sha", "sre", "statvfs", "stringold", "strop", "toaiff", "urllib2", "urlparse", "user",
        "whichdb", "xmllib", "xmlrpclib"
    ),
    (3, 8): ("macpath", "macurl2path"),
    (3, 9): ("dummy_threading",),
    (3, 10): ("formatter", "parser", "symbol"),
    (3, 11): ("binhex",),
    (3, 12): ("distutils", "imp", "smtpd"),
    (3, 13): (
        "aifc", "audioop", "cgi", "cgitb", "chunk", "crypt", "imghdr", "lib2to3", "mailcap", "msilib", "nis", "nntplib", "ossaudiodev", "pipes", "sndhdr",
        "spwd", "sre_compile", "sre_constants", "sunau", "telnetlib", "uu", "xdrlib"
    ),
}


def _package(name):
    """What stands before the first dot."""
    at = 0
    while at < len(name) and name[at] != ".":
        at += 1
    return name[:at]


def _has(name):
    if name in _always:
        return True
    for release, arrived in _arrived.items():
        if name in arrived:
            return since(*release)
    for release, left in _left.items():
        if name in left:
            return not since(*release)
    return False


def is_left_out(name):
    """Whether the Python of this era has the module, or the package that it is in."""
    return _has(name) or _has(_package(name))
