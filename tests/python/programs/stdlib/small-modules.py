import colorsys, fnmatch, getopt, graphlib, os, os.path, queue, sched, timeit, time

print([tuple(round(x, 4) for x in f(0.2, 0.6, 0.4)) for f in (colorsys.rgb_to_yiq, colorsys.yiq_to_rgb, colorsys.rgb_to_hls, colorsys.hls_to_rgb, colorsys.rgb_to_hsv, colorsys.hsv_to_rgb)])
print(colorsys.rgb_to_hls(0.5, 0.5, 0.5), colorsys.hsv_to_rgb(1, 1, 1), colorsys.rgb_to_hsv(1, 0, 0.5))

for pat in '*.py', 'a?c', '[a-c]x', '[!a-c]x', 'a*b*c', '[]-]', '[^x]', '[', '[b-a]z', 'x[!]', '**', 'é*', '[a-', '[!b-a]', '[a&&b]', r'[\d]':
    print(pat, fnmatch.translate(pat), [n for n in ('m.py', 'abc', 'ax', 'dx', 'aXbYc', '-', '^', 'z', '[', 'été', 'x[!]') if fnmatch.fnmatch(n, pat)])
print(fnmatch.filter(['a.c', 'b.h', '.c'], '*.c'), fnmatch.fnmatchcase(b'ab', b'a?'), fnmatch.fnmatchcase('AB', 'a?'))

print(getopt.getopt(['-a', '-bx', '--long=3', '--fl', 'rest', '-c'], 'ab:c', ['long=', 'flag']))
print(getopt.gnu_getopt(['x', '-a', '--', '-b'], 'ab'))
for args in ['-z'], ['-b'], ['--nope'], ['--flag=1'], ['--long']:
    try:
        print(getopt.getopt(args, 'ab:', ['long=', 'flag', 'flow']))
    except getopt.GetoptError as e:
        print(e, repr(e.opt))

ts = graphlib.TopologicalSorter({'d': {'b'}, 'b': {'a'}, 'c': ['a']})
print([*ts.static_order()])
ts = graphlib.TopologicalSorter()
ts.add(1, 2, 3); ts.add(2, 3); ts.prepare()
while ts:
    ready = ts.get_ready()
    print(ready, ts.get_ready())
    ts.done(*ready)
for act in (lambda: ts.done(9), lambda: ts.done(1), lambda: ts.add(5), lambda: ts.prepare(), lambda: graphlib.TopologicalSorter().get_ready(),
            lambda: list(graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1], 4: [1]}).static_order())):
    try:
        act()
    except ValueError as e:
        print(type(e).__name__, e.args)

for p in '/a/b.txt', 'a//b/../c/.', '.x', 'x.', '//a', '///a', 'a/', '', '..', '/..', 'a.tar.gz', '../a/../..':
    print(repr(p), os.path.split(p), os.path.splitext(p), os.path.normpath(p), os.path.isabs(p), os.path.basename(p), os.path.dirname(p), os.path.splitroot(p))
print(os.path.join('a', 'b', '/c', 'd'), os.path.join('a/', 'b', ''), os.path.join(b'x', b'y'), os.path.commonprefix(['abc', 'abd']), os.path.commonpath(['/a/b/c', '/a/b/d/e']), os.path.relpath('/a/b/c', '/a/x'), os.path.relpath('a', 'a'), os.path.abspath('/x/../y'))
for act in (lambda: os.path.join('a', b'b'), lambda: os.path.join(1), lambda: os.path.commonpath(['/a', 'b']), lambda: os.path.commonpath([]), lambda: os.fspath(3)):
    try:
        act()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
class P:
    def __fspath__(self): return '/p/q'
print(os.path.basename(P()), isinstance(P(), os.PathLike), os.fspath(P()), os.fsencode('é'), os.sep, repr(os.linesep), os.getenv('NO_SUCH', 'd'), os.name)
os.environ['X_Y'] = 'v'
print(os.path.expandvars('$X_Y/${X_Y}$NOPE-z'))

q = queue.Queue(2)
q.put(1); q.put_nowait(2)
print(q.full(), q.qsize(), q.get(), q.get(timeout=1), q.empty())
for act in (lambda: q.get(block=False), lambda: q.get(timeout=0.01), lambda: q.get(timeout=-1), lambda: q.get_nowait(), q.task_done, q.task_done, q.task_done, q.join, q.shutdown, q.get, lambda: q.put(1)):
    try:
        print(act())
    except Exception as e:
        print(type(e), e)
p = queue.PriorityQueue(); l = queue.LifoQueue(1); s = queue.SimpleQueue()
for x in 3, 1, 2:
    p.put(x); s.put(x)
l.put('a')
try:
    l.put('b', timeout=0.01)
except queue.Full as e:
    print(repr(e))
print([p.get() for _ in range(3)], l.get(), [s.get() for _ in range(3)], s.empty(), s.qsize(), queue.Queue[int])

class Clock:
    now = 0
    def time(self): return self.now
    def sleep(self, t): self.now += t
c = Clock()
s = sched.scheduler(c.time, c.sleep)
s.enter(5, 1, print, ('five', 1)); s.enter(2, 2, print, ('two later',)); e = s.enter(2, 1, print, ('two',), {'end': '!\n'}); x = s.enterabs(1, 1, print)
s.cancel(x)
print(s.empty(), [ev.time for ev in s.queue], e.priority, s.run(blocking=False))
s.run(); print(c.now, s.empty())
try:
    s.cancel(e)
except ValueError as err:
    print(err)

t = iter(range(100))
print(timeit.timeit('x += 1', 'x = 0', lambda: next(t), 5), timeit.repeat('pass', timer=lambda: next(t), repeat=2, number=1), timeit.Timer(lambda: None, timer=lambda: next(t) * 1.0).autorange())
n = []
timeit.timeit(lambda: n.append(1), number=3); print(len(n), timeit.timeit('y', globals={'y': 1}, number=1) >= 0)
try:
    timeit.Timer(1)
except ValueError as e:
    print(e)
