"""What asyncio reports. Most programs do not set up logging: then nothing of it is loaded, and warnings and what is graver stand on standard error, as they would."""

import sys

_levels = {"debug": 10, "info": 20, "warning": 30, "error": 40, "critical": 50}


def _said(name):
    level = _levels[name]

    def say(self, message, *args, exc_info=None):
        logger = self._logger()
        if logger is not None:
            logger.log(level, message, *args, exc_info=exc_info)
        elif level >= 30:
            self._show(message % args if args else message, exc_info)

    say.__name__ = name
    say.__doc__ = "A message of this level and, with `exc_info`, the traceback of the exception at hand or of the one that is given."
    return say


class Logger:
    """The part of a logger that asyncio uses: `logging.getLogger("asyncio")`, as soon as there is `logging`."""

    name = "asyncio"
    debug, info, warning, error, critical = map(_said, _levels)

    def _logger(self):
        logging = sys.modules.get("logging")
        return logging.getLogger(self.name) if hasattr(logging, "getLogger") else None

    def _show(self, text, exc_info):
        print(text, file=sys.stderr)
        if exc_info is True:
            exc_info = sys.exc_info()
        elif isinstance(exc_info, BaseException):
            exc_info = type(exc_info), exc_info, exc_info.__traceback__
        if exc_info and exc_info[1] is not None:
            sys.__excepthook__(*exc_info)

    def exception(self, message, *args):
        """An error, with the exception at hand."""
        self.error(message, *args, exc_info=True)

    def isEnabledFor(self, level):
        """Whether messages of this level are shown: 30 is a warning."""
        logger = self._logger()
        return level >= 30 if logger is None else logger.isEnabledFor(level)

    def __getattr__(self, name):
        import logging

        return getattr(logging.getLogger(self.name), name)


logger = Logger()
