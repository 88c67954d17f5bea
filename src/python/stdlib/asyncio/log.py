"""Where asyncio says what nobody else will hear: standard error, as the logging module does when nothing is configured."""

import sys
import traceback


class _Logger:
    name = 'asyncio'

    def _write(self, text, arguments, exc_info):
        if arguments:
            text = text % arguments
        stderr = sys.stderr
        if stderr is None:
            return
        stderr.write(str(text) + '\n')
        if exc_info:
            if exc_info is True:
                exc_info = sys.exc_info()
            elif isinstance(exc_info, BaseException):
                exc_info = type(exc_info), exc_info, exc_info.__traceback__
            traceback.print_exception(*exc_info)

    def debug(self, text, *arguments, exc_info=None):
        """Below what is shown."""

    info = debug

    def warning(self, text, *arguments, exc_info=None):
        self._write(text, arguments, exc_info)

    error = critical = warning

    def exception(self, text, *arguments, exc_info=True):
        self._write(text, arguments, exc_info)

    def log(self, level, text, *arguments, exc_info=None):
        if level >= 30:
            self._write(text, arguments, exc_info)

    def isEnabledFor(self, level):
        return level >= 30


logger = _Logger()
