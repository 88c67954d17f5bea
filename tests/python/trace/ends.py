# The ways in which a lane ends.
def worker(what):
    try:
        yield what
    finally:
        print('cleaning up after', what)
    raise ValueError(what)

fails, closed, dropped, broken = map(worker, ['a', 'b', 'c', 'd'])
for w in fails, closed, dropped, broken:
    next(w)
try:
    next(fails)
except ValueError:
    pass
closed.close()
del dropped
del w
try:
    broken.throw(KeyError('k'))
except KeyError:
    pass
never = worker('e')
try:
    never.throw(OSError)
except OSError:
    pass
