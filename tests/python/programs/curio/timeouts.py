# oracle: off, curio is not part of CPython
# Time limits: around a call, around a block, within one another.
import curio

async def at(*words):
    print('%.1f' % await curio.clock(), *words)

async def slow(seconds, value):
    await curio.sleep(seconds)
    return value

async def main():
    await at(await curio.timeout_after(2, slow, 1, 'in time'))
    try:
        await curio.timeout_after(2, slow(9, 'too late'))
    except curio.TaskTimeout as error:
        await at(repr(error))
    await at(await curio.ignore_after(1, slow, 9, None), await curio.ignore_after(1, slow, 9, None, timeout_result='instead'))
    async with curio.ignore_after(1) as limit:
        await curio.sleep(5)
    await at(limit.expired, limit.result)
    async with curio.ignore_after(2) as limit:
        await curio.sleep(1)
    await at(limit.expired)
    await curio.sleep(5)

    # The outer block is over first: the inner one must not take it for its own.
    try:
        async with curio.timeout_after(1):
            try:
                async with curio.ignore_after(5):
                    await curio.sleep(9)
            except curio.TimeoutCancellationError:
                await at('inner: not mine')
                raise
    except curio.TaskTimeout:
        await at('outer: mine')

    # The inner one is over first, and is caught where it should be.
    async with curio.timeout_after(5):
        try:
            async with curio.timeout_after(1):
                await curio.sleep(9)
        except curio.TaskTimeout:
            await at('inner: mine')
        await curio.sleep(1)
    await at('outer: in time')

    # Nobody has caught it.
    try:
        async with curio.timeout_after(5):
            async with curio.timeout_after(1):
                await curio.sleep(9)
    except curio.UncaughtTimeoutError as error:
        await at(type(error).__name__)

    # A block that ends at the very moment.
    async with curio.ignore_after(1) as limit:
        for _ in range(3):
            await curio.sleep(0.25)
    await at(limit.expired)

    async with curio.timeout_at(await curio.clock() + 2):
        await at(await curio.wake_at(await curio.clock() + 1) > 0)
    async with curio.ignore_at(await curio.clock() + 2) as limit:
        await curio.Event().wait()
    await at('event', limit.expired)
    try:
        async with curio.timeout_after(5):
            raise KeyError('passes')
    except KeyError as error:
        await at(repr(error))

curio.run(main)
