import contextlib, sys
@contextlib.contextmanager
def cm(x):
    print('in')
    try: yield x
    except KeyError as e: print('caught', e)
    finally: print('out')
with cm(3) as v: print(v)
with cm(3) as v: raise KeyError('k')
try:
    with cm(3): raise ValueError('v')
except ValueError as e: print('ve', e)
try:
    with cm(3): raise StopIteration('s')
except StopIteration as e: print('si', e)
@contextlib.contextmanager
def bad():
    if 0: yield
try:
    with bad(): pass
except RuntimeError as e: print(e)
if sys.version_info>(3,7):
    exec('''
with contextlib.ExitStack() as st:
    st.callback(print,'cb'); print(st.enter_context(cm(5)))
    @st.push
    def _(t,v,tb): print('exit', t, v); return True
    raise ValueError('boom')
with contextlib.suppress(KeyError): raise KeyError
@contextlib.asynccontextmanager
async def acm():
    print('ain')
    try: yield 7
    finally: print('aout')
async def main():
    async with acm() as x: print(x)
    try:
        async with acm() as x: raise ValueError(x)
    except ValueError as e: print('got',e)
    async with contextlib.AsyncExitStack() as s:
        print(await s.enter_async_context(acm()))
        s.callback(print, 'sync')
        async def f(*a): print('async cb', a)
        s.push_async_callback(f, 1)
try: main().send(None)
except StopIteration: print('done')
@cm(1)
def foo(): print('foo')
foo()
foo()
try:
    with contextlib.ExitStack() as st:
        st.callback(lambda: 1/0)
        raise ValueError('first')
except ZeroDivisionError as e: print(repr(e.__context__))
''')
