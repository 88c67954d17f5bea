# era: 3.11
# oracle: off, trio is not part of CPython
# trio 0.22: one exception is itself, several are an ExceptionGroup.
import trio

async def fails(error):
    raise error

async def both(*errors):
    async with trio.open_nursery() as nursery:
        for error in errors:
            nursery.start_soon(fails, error)

try:
    trio.run(both, ValueError('alone'))
except ValueError as error:
    print(repr(error))
try:
    trio.run(both, ValueError('v'), KeyError('k'))
except ExceptionGroup as error:
    print(repr(error))
print(hasattr(trio, 'MultiError'), hasattr(trio, 'hazmat'))
