import types
@types.coroutine
def wait():
    yield
class CM:
    def __init__(self, name): self.name = name
    async def __aenter__(self): return self
    async def __aexit__(self, t, v, tb):
        if v is not None:
            raise KeyError(self.name) from v
async def main():
    try:
        async with CM('outer'):
            try:
                await wait()
            finally:
                try:
                    async with CM('inner'):
                        await wait()
                except KeyError as e2:
                    print('e2', repr(e2), repr(e2.__cause__), repr(e2.__context__), repr(e2.__context__.__context__))
    except KeyError as e1:
        print('e1', repr(e1), repr(e1.__cause__), repr(e1.__context__), repr(e1.__context__.__context__))
c = main()
c.send(None)
c.throw(ValueError('first'))
try: c.throw(ValueError('second'))
except StopIteration: pass
