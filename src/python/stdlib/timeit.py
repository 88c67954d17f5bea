"""How long a statement takes, by running it many times.

Since 2.3; the functions `timeit` and `repeat` since 2.6, `globals` since 3.5, `autorange` since 3.6.
Here time does not pass while a program computes, so that only what waits (`time.sleep`) takes any.
Source: https://docs.python.org/3/library/timeit.html

Times a statement: python -m timeit [-n N] [-r N] [-s S] [-u U] [-p] [-v] [-h] [--] [statement ...]

  -n/--number N   how many times to run the statement (default: as many as take 0.2 s)
  -r/--repeat N   how many times to measure (default 5)
  -s/--setup S    to be run once before each measurement (default pass)
  -u/--unit U     nsec, usec, msec or sec
  -p/--process    measure the time of the process, not of the clock on the wall
  -v/--verbose    print raw times; more often, more digits
  -h/--help       print this
  --              what follows begins with a dash and is a statement
"""

import gc
import itertools
import sys
import time

from _era import since

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = time.perf_counter if since(3, 3) else time.time
default_number = 1000000
default_repeat = 5 if since(3, 7) else 3

_source = "<timeit-src>"
_frame = """\
def inner(_it, _timer{parameters}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    """The text with every line but the first moved to the right."""
    return src.replace("\n", "\n" + " " * indent)


class Timer(object):
    """Measures a statement after a set-up: both texts, or functions without arguments."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        namespace = {} if globals is None else globals
        parameters = ""
        if isinstance(setup, str):
            compile(setup, _source, "exec")
            before, first = setup + "\n", reindent(setup, 4)
        elif callable(setup):
            namespace["_setup"] = setup
            parameters += ", _setup=_setup"
            before, first = "", "_setup()"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            compile(before + stmt, _source, "exec")
            inside = reindent(stmt, 8)
        elif callable(stmt):
            namespace["_stmt"] = stmt
            parameters += ", _stmt=_stmt"
            inside = "_stmt()"
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = _frame.format(parameters=parameters, setup=first, stmt=inside)
        made = {}
        exec(compile(self.src, _source, "exec"), namespace, made)
        self.inner = made["inner"]

    def print_exc(self, file=None):
        """Prints the exception under way, with the lines of the timed code."""
        import linecache
        import traceback

        linecache.cache[_source] = (len(self.src), None, self.src.split("\n"), _source)
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """Seconds for so many runs of the statement, without the set-up. The garbage collector is off meanwhile."""
        collecting = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if collecting:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """A list of so many results of `timeit`."""
        return [self.timeit(number) for _ in range(repeat)]

    if since(3, 6):

        def autorange(self, callback=None):
            """`(number, seconds)` for the first of 1, 2, 5, 10, 20, 50… runs that take 0.2 s together."""
            for tens in itertools.count():
                for digit in 1, 2, 5:
                    number = digit * 10**tens
                    seconds = self.timeit(number)
                    if callback:
                        callback(number, seconds)
                    if seconds >= 0.2:
                        return number, seconds
                    if seconds == 0 and tens >= 3 and self.timer is default_timer:
                        raise NotImplementedError("timeit: time does not pass here while a program computes; give a number of runs, or a timer")


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


def main(args=None, *, _wrap_timer=None):
    """The command line `python -m timeit [-n N] [-r N] [-s S] [-p] [-v] [-u U] [statement…]`; returns the exit code."""
    import getopt

    if args is None:
        args = sys.argv[1:]
    longs = ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"]
    try:
        options, args = getopt.getopt(args, "n:u:s:r:pvh", longs)
    except getopt.error as problem:
        print(problem)
        print("use -h/--help for command line help")
        return 2
    timer, number, setup, repeat = default_timer, 0, [], default_repeat
    verbosity, unit, precision = 0, None, 3
    for option, value in options:
        if option in ("-n", "--number"):
            number = int(value)
        elif option in ("-s", "--setup"):
            setup.append(value)
        elif option in ("-u", "--unit"):
            if value not in _units:
                print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
                return 2
            unit = value
        elif option in ("-r", "--repeat"):
            repeat = max(1, int(value))
        elif option in ("-p", "--process"):
            timer = time.process_time
        elif option in ("-v", "--verbose"):
            precision += bool(verbosity)
            verbosity += 1
        elif option in ("-h", "--help"):
            print(__doc__, end=" ")
            return 0
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    clock = Timer("\n".join(args) or "pass", "\n".join(setup) or "pass", timer)
    plural = lambda count: "%d loop%s" % (count, "" if count == 1 else "s")
    try:
        if number == 0:

            def progress(count, seconds):
                if verbosity:
                    print("%s -> %.*g secs" % (plural(count), precision, seconds))

            number, _ = clock.autorange(progress)
            if verbosity:
                print()
        times = clock.repeat(repeat, number)
    except Exception:
        clock.print_exc()
        return 1

    def shown(seconds):
        name = unit
        if name is None:
            name = next((each for each, size in sorted(_units.items(), key=lambda pair: -pair[1]) if seconds >= size), "nsec")
        return "%.*g %s" % (precision, seconds / _units[name], name)

    if verbosity:
        print("raw times: %s\n" % ", ".join(map(shown, times)))
    each = [seconds / number for seconds in times]
    best, worst = min(each), max(each)
    print("%s, best of %d: %s per loop" % (plural(number), repeat, shown(best)))
    if worst >= best * 4:
        import warnings

        warnings.warn_explicit(
            "The test results are likely unreliable. The worst time (%s) was more than four times slower than the best time (%s)."
            % (shown(worst), shown(best)),
            UserWarning,
            "",
            0,
        )
    return None


_units = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}
