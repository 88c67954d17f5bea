import contextvars
def t(f):
    try: f()
    except TypeError as e: print(e)
c=contextvars.copy_context()
t(lambda: c.run())
t(lambda: contextvars.ContextVar())
t(lambda: contextvars.ContextVar('a','b'))
t(lambda: contextvars.ContextVar('a',x=1))
t(lambda: contextvars.ContextVar(1))
t(lambda: contextvars.ContextVar('a','b','c'))
t(lambda: contextvars.ContextVar(name='a',default=1))
