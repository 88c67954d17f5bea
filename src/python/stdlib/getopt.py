"""The options of a command line: `-x`, `-ofile`, `--long`, `--long=value`.

In every Python; `gnu_getopt` since 2.3.
Source: https://docs.python.org/3/library/getopt.html
"""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """An option that is unknown, lacks its value or has one that it does not take; `opt` is its name."""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """`([(option, value), …], other arguments)`: options end at the first argument that is none. Raises GetoptError."""
    return _parse(args, shortopts, longopts, stop=True)


def gnu_getopt(args, shortopts, longopts=[]):
    """Like getopt, but options and other arguments may be mixed, unless the short options begin with `+`."""
    stop = shortopts.startswith("+")
    return _parse(args, shortopts[1:] if stop else shortopts, longopts, stop)


def _parse(args, shortopts, longopts, stop):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    args, options, others = list(args), [], []
    while args:
        arg = args.pop(0)
        if arg == "--":
            return options, others + args
        if arg.startswith("--"):
            options.append(_long(arg[2:], longopts, args))
        elif arg.startswith("-") and arg != "-":
            _short(arg[1:], shortopts, args, options)
        elif stop:
            return options, [arg] + args
        else:
            others.append(arg)
    return options, others


def _long(text, longopts, args):
    name, equals, value = text.partition("=")
    fitting = [option for option in longopts if option.startswith(name)]
    if not fitting:
        raise GetoptError("option --%s not recognized" % name, name)
    exact = [option for option in fitting if option in (name, name + "=")]
    if not exact and len(fitting) > 1:
        raise GetoptError("option --%s not a unique prefix" % name, name)
    option = (exact or fitting)[0]
    if not option.endswith("="):
        if equals:
            raise GetoptError("option --%s must not have an argument" % option, option)
        return "--" + option, ""
    name = option[:-1]
    if not equals:
        if not args:
            raise GetoptError("option --%s requires argument" % name, name)
        value = args.pop(0)
    return "--" + name, value


def _short(letters, shortopts, args, options):
    while letters:
        letter, letters = letters[0], letters[1:]
        at = shortopts.find(letter)
        if at < 0 or letter == ":":
            raise GetoptError("option -%s not recognized" % letter, letter)
        value = ""
        if shortopts[at + 1 : at + 2] == ":":
            if not letters:
                if not args:
                    raise GetoptError("option -%s requires argument" % letter, letter)
                letters = args.pop(0)
            value, letters = letters, ""
        options.append(("-" + letter, value))
