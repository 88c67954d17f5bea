# Coroutines that are driven by hand: they stand where the innermost of them stands, and outer frames are named.
import types

@types.coroutine
def trap(*request):
    return (yield request)

async def sleep(seconds):
    await trap('sleep', seconds)

async def rocket(name, *, pace):
    await sleep(pace)
    return name

r = rocket('Vega', pace=1.5)
print(r.send(None))
try:
    r.send(None)
except StopIteration as end:
    print(end.value)
