"""What asyncio reports, on standard error: as it looks when a program has not set up logging."""

import sys


class Logger:
    """The part of a logger that asyncio uses. Only warnings and what is graver are shown."""

    name = "asyncio"

    def debug(self, message, *args, exc_info=None):
        """Not shown."""

    info = debug

    def warning(self, message, *args, exc_info=None):
        """Shows a message and, with `exc_info`, the traceback of the exception at hand or of the one that is given."""
        print(message % args if args else message, file=sys.stderr)
        if exc_info is True:
            exc_info = sys.exc_info()
        elif isinstance(exc_info, BaseException):
            exc_info = type(exc_info), exc_info, exc_info.__traceback__
        if exc_info and exc_info[1] is not None:
            sys.__excepthook__(*exc_info)

    error = critical = warning

    def exception(self, message, *args):
        """An error, with the exception at hand."""
        self.error(message, *args, exc_info=True)

    def isEnabledFor(self, level):
        """Whether messages of this level are shown: 30 is a warning."""
        return level >= 30


logger = Logger()
