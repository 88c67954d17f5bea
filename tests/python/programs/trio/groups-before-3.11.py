# era: 3.10
# oracle: off, trio is not part of CPython
# Before Python had exception groups: one exception is itself, several are a MultiError.
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
except trio.MultiError as error:
    print(repr(error), error.exceptions, isinstance(error, Exception))

async def part():
    with trio.move_on_after(1):
        async with trio.open_nursery() as nursery:
            nursery.start_soon(trio.sleep, 9)
            nursery.start_soon(stubborn)

async def stubborn():
    try:
        await trio.sleep(9)
    finally:
        raise OSError('left in the group')

try:
    trio.run(part)
except OSError as error:
    print(repr(error))
