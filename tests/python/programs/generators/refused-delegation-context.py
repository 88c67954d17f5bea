# era: 3.6 3.8 3.13
# What a delegation refuses has what is being handled as its context.
import asyncio


def report(error):
    names = []
    while error is not None:
        names.append(type(error).__name__)
        error = error.__context__
    print(' <- '.join(names))


def in_finally():
    try:
        missing
    finally:
        yield from 0


def in_except():
    try:
        missing
    except NameError:
        yield from 0


def in_both():
    try:
        try:
            missing
        except NameError:
            1 / 0
    finally:
        yield from 5


async def awaits():
    try:
        missing
    except NameError:
        await 5


async def loops():
    try:
        missing
    finally:
        async for x in 5:
            pass


async def enters():
    try:
        missing
    except NameError:
        async with 5:
            pass


def suspended():
    try:
        missing
    except NameError:
        yield 1
        yield from 0


for make in in_finally, in_except, in_both, suspended:
    try:
        try:
            raise KeyError
        except KeyError:
            list(make())
    except Exception as error:
        report(error)
for make in awaits, loops, enters:
    try:
        make().send(None)
    except Exception as error:
        report(error)
