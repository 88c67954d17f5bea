"""Runs the sources of a session in one namespace, of which only the last is heard.

    python -u driver.py JOB RESULT

JOB is JSON: sources (filename, text, and where given raises and stdin) and the epoch at which the clock starts.
RESULT becomes JSON: the index of the source that ended the session and the class of its exception, or null.
Works in Python 2.7 and in every later one. No time passes but the program's own: sleeping and waiting turn the clock on.
"""
import codecs
import io
import json
import linecache
import os
import sys
import time
import traceback
import types

PY2 = sys.version_info[0] == 2


class Clock(object):
    """Time as the program sees it: seconds since it began, plus the epoch for those who ask for the date."""

    def __init__(self, epoch):
        self.epoch = epoch
        self.now = 0.0

    def time(self):
        return self.epoch + self.now

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        if seconds < 0:
            raise ValueError('sleep length must be non-negative')
        self.now += seconds

    def install(self):
        time.time = self.time
        time.sleep = self.sleep
        for name in ('monotonic', 'perf_counter'):
            if hasattr(time, name):
                setattr(time, name, self.monotonic)
            if hasattr(time, name + '_ns'):
                setattr(time, name + '_ns', lambda: int(self.now * 10 ** 9))
        if hasattr(time, 'time_ns'):
            time.time_ns = lambda: int(self.time() * 10 ** 9)
        for name in ('localtime', 'gmtime', 'ctime'):
            setattr(time, name, self.dated(getattr(time, name)))
        strftime = time.strftime
        time.strftime = lambda format, moment=None: strftime(format, moment or time.localtime())
        self.install_selectors()

    def dated(self, real):
        return lambda seconds=None: real(self.time() if seconds is None else seconds)

    def install_selectors(self):
        """Waiting on sockets looks once; when nothing is ready, the time to wait has passed."""
        import select
        real = select.select

        def poll(readers, writers, others, timeout=None):
            ready = real(readers, writers, others, 0)
            if any(ready):
                return ready
            if timeout is None:
                return real(readers, writers, others)
            self.now += timeout
            return ready

        select.select = poll
        try:
            import selectors
        except ImportError:
            return
        for name in ('SelectSelector', 'PollSelector', 'EpollSelector', 'DevpollSelector', 'KqueueSelector'):
            kind = getattr(selectors, name, None)
            if kind is not None:
                kind.select = self.waiting(kind.select)

    def waiting(self, real):
        def poll(selector, timeout=None):
            ready = real(selector, 0)
            if ready or timeout is not None and timeout <= 0:
                return ready
            if timeout is None:
                return real(selector, None)
            self.now += timeout
            return ready

        return poll


class Streams(object):
    """Standard output and error on one pipe, unbuffered, so that they stand in the order in which they were written."""

    def __init__(self):
        self.pipe = os.dup(1)
        self.nowhere = os.open(os.devnull, os.O_WRONLY)
        if not PY2:
            self.wrap('stdout', 1, 'strict')
            self.wrap('stderr', 2, 'backslashreplace')

    @staticmethod
    def wrap(name, number, errors):
        raw = io.FileIO(number, 'wb', closefd=False)
        stream = io.TextIOWrapper(raw, encoding='utf-8', errors=errors, newline='\n', write_through=True)
        setattr(sys, name, stream)
        setattr(sys, '__%s__' % name, stream)

    def heard(self, heard):
        sys.stdout.flush()
        for number in (1, 2):
            os.dup2(self.pipe if heard else self.nowhere, number)

    @staticmethod
    def given(text):
        sys.stdin = io.BytesIO(text.encode('utf-8')) if PY2 else io.StringIO(text)


# As `ast` names it since 3.8; the module itself would be another import for older Pythons.
PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000
loops = []


def run_in_loop(code, namespace):
    """Runs code that may await, in the session's loop: as `python -m asyncio` does."""
    import asyncio
    if not loops:
        loops.append(asyncio.new_event_loop())
        asyncio.set_event_loop(loops[0])
    namespace['asyncio'] = asyncio
    future = loops[0].create_future()

    def begin():
        try:
            exec('', namespace)  # which gives it the built-ins
            started = types.FunctionType(code, namespace)()
        except BaseException as error:
            future.set_exception(error)
            return
        if not asyncio.iscoroutine(started):
            future.set_result(None)
            return
        task = loops[0].create_task(started)
        task.add_done_callback(lambda task: future.set_exception(task.exception()) if task.exception() else future.set_result(None))

    loops[0].call_soon(begin)
    loops[0].run_until_complete(future)


def run(source, namespace):
    """Runs one source; answers the class of the exception that ended it, or None. Its traceback is written."""
    filename, text = str(source['filename']), source['text']
    # The lines are kept as those of a module with its own loader are: nobody looks for a file.
    lines = [line + '\n' for line in text.split('\n')]
    shown = [line.encode('utf-8') for line in lines] if PY2 else lines
    linecache.cache[filename] = (len(text), None, shown, filename)
    # CPython itself shows lines of files only: here is one, and the folder is not kept.
    with io.open(filename, 'w', encoding='utf-8') as file:
        file.write(text)
    # Where warnings say that they come from, before 3.8.
    namespace['__file__'] = filename
    if PY2:
        text = codecs.BOM_UTF8 + text.encode('utf-8')
    try:
        if source.get('await'):
            run_in_loop(compile(text, filename, 'exec', PyCF_ALLOW_TOP_LEVEL_AWAIT, True), namespace)
        else:
            exec(compile(text, filename, 'exec', 0, True), namespace)
    except SystemExit as end:
        if end.code is not None and not isinstance(end.code, int):
            sys.stderr.write('%s\n' % (end.code,))
        return 'SystemExit'
    except BaseException:
        kind, value, where = sys.exc_info()
    else:
        return None
    # The first frames are this module's, and the loop's.
    inner = where.tb_next
    while inner is not None and inner.tb_frame.f_code.co_filename != filename:
        inner = inner.tb_next
    where = inner or where.tb_next
    if not PY2:
        value = value.with_traceback(where)
    if (3, 11) <= sys.version_info < (3, 13) and sys.excepthook is sys.__excepthook__:
        # These two show no lines of a file whose name is in angle brackets, unless Python's own module formats them; the last line,
        # with its suggestion, is the interpreter's.
        formatted = ''.join(traceback.format_exception(kind, value, where)).splitlines(True)
        stderr, sys.stderr = sys.stderr, io.StringIO()
        try:
            sys.__excepthook__(kind, value, where)
            last = sys.stderr.getvalue().splitlines(True)[-1:]
        finally:
            sys.stderr = stderr
        sys.stderr.write(''.join(formatted[:-1] + last))
    else:
        sys.excepthook(kind, value, where)
    return kind.__name__


def main(job_path, result_path):
    with io.open(job_path, encoding='utf-8') as file:
        job = json.load(file)
    streams = Streams()
    Clock(job['epoch']).install()
    module = types.ModuleType('__main__')
    sys.modules['__main__'] = module
    sys.argv = ['']
    last = len(job['sources']) - 1
    result = {'source': last, 'exception': None}
    for index, source in enumerate(job['sources']):
        streams.heard(index == last)
        streams.given(source.get('stdin') or u'')
        exception = run(source, module.__dict__)
        if exception is not None and (index == last or exception != source.get('raises')):
            result = {'source': index, 'exception': exception}
            break
    with open(result_path, 'w') as file:
        json.dump(result, file)


main(*sys.argv[1:])
