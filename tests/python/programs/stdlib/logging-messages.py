# era: 2.7 3.6 3.8 3.11 3.13
# Loggers, levels, handlers, formats.
import logging, sys
try:
    import logging.handlers
    H = True
except ImportError: H = False
class Lines:
    def __init__(self): self.lines = []
    def write(self, s): self.lines.append(s)
    def flush(self): pass
out = Lines()
lone = logging.getLogger('lone.child')
lone.error('nobody hears')
lone.error('still nobody')
logging.basicConfig(stream=out, level='INFO' if sys.version_info >= (2, 7) else 20)
log = logging.getLogger('a.b.c')
log.info('one %s', 1); log.debug('no')
logging.info('root')
logging.warning('old')
try: [][1]
except IndexError: logging.exception('oops %s', 'x'); log.error('with', exc_info=1); log.error('tuple', exc_info=sys.exc_info())
print(''.join(out.lines).replace(__file__, 'F'))
a = logging.getLogger('a'); b = logging.getLogger('a.b')
print(log.parent is b, b.parent is a, a.parent.name, log.getChild('d').name)
class My(logging.Logger): pass
logging.setLoggerClass(My); print(type(logging.getLogger('mine')).__name__); logging.setLoggerClass(logging.Logger)
try: logging.setLoggerClass(int)
except TypeError as e: print(e)
try: logging.getLogger(3)
except TypeError as e: print(e)
try: log.log('x', 'y')
except TypeError as e: print(e)
try: log.setLevel(3.5)
except TypeError as e: print(e)
logging.addLevelName(5, 'TRACE'); log.setLevel('TRACE'); log.log(5, 'traced')
h = logging.NullHandler(); print(h.name, h.level, logging.getLevelName(h.level)); h.name = 'nil'; print(h.get_name())
r = logging.makeLogRecord({'name': 'q', 'msg': 'hi %s', 'args': ('you',), 'levelno': 10})
print(r.getMessage(), r.levelno, r.name)
f = logging.Formatter('%(asctime)s|%(message)s', '%Y'); print(len(f.format(r).split('|')[0]), f.usesTime())
print(logging.BufferingFormatter().format([r, r]))
try: logging.Handler().emit(r)
except NotImplementedError as e: print(e)
if H:
    mem = logging.handlers.MemoryHandler(10, target=logging.StreamHandler(sys.stdout))
    log.addHandler(mem); log.info('kept'); print('before'); log.error('flush'); log.removeHandler(mem)
print(log.isEnabledFor(5), log.isEnabledFor(4), logging.root.manager.disable)
filt = logging.Filter("a.b"); print(bool(filt.filter(r)), bool(filt.filter(logging.makeLogRecord({'name': 'a.b.x'}))), bool(filt.filter(logging.makeLogRecord({'name': 'a.bx'}))))
class Up(logging.LoggerAdapter):
    def process(self, msg, kw): return '[%s] %s' % (self.extra['id'], msg), kw
Up(log, {'id': 7}).warning('adapted %d', 3)
print(''.join(out.lines)[-60:])
print(sorted(k for k in r.__dict__ if k not in ('thread', 'process')))
print([n for n in ('shutdown', 'lastResort', 'getLogRecordFactory', 'getHandlerByName', 'getLevelNamesMapping') if n in logging.__all__])
