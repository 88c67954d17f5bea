"""StringIO for str alone, which C made fast, in Python 1.5.2 to 2.7.

Source: https://docs.python.org/2.7/library/stringio.html#module-cStringIO
"""

import StringIO as _StringIO

__all__ = ["StringIO", "InputType", "OutputType"]


class OutputType(_StringIO.StringIO):
    """What StringIO() makes: to be written and read."""

    def reset(self):
        self.seek(0)


class InputType(OutputType):
    """What StringIO(text) makes: to be read."""

    write = writelines = None


def StringIO(s=None):
    """A file in memory: with text, one that can be read only. unicode must be ASCII."""
    return OutputType() if s is None else InputType(str(s))
