# oracle: off, curio is not part of CPython
# spawn, join, cancel, crashes, what is left at the end.
import sys
import curio
sys.stderr = sys.stdout

async def child(name, seconds):
    print(name, 'begins')
    try:
        await curio.sleep(seconds)
        print(name, 'ends')
    except curio.CancelledError as error:
        print(name, 'leaves:', type(error).__name__)
        raise
    finally:
        print(name, 'cleans up')
    return name.upper()

async def broken():
    await curio.sleep(0.5)
    raise ValueError('broken')

async def stubborn():
    try:
        await curio.sleep(100)
    except curio.CancelledError:
        print('stubborn takes three seconds to leave')
        await curio.sleep(3)
        return 'left at last'

async def main():
    a = await curio.spawn(child, 'a', 2)
    b = await curio.spawn(child('b', 1))
    print('spawned', a.state, b.state, a.terminated)
    print(await a.join(), await b.join(), a.state, a.cycles)
    print('again', await a.join(), await a.cancel())
    print(await curio.current_task())

    print('-- cancel')
    a = await curio.spawn(child, 'a', 100)
    await curio.sleep(1)
    print(a)
    print(await a.cancel(), a.cancelled, a.terminated, await a.cancel())
    try:
        await a.join()
    except curio.TaskError as error:
        print(repr(error), '<-', repr(error.__cause__))
    a = await curio.spawn(child, 'never begun', 100)
    await a.cancel()
    start = await curio.clock()
    a = await curio.spawn(stubborn)
    await curio.sleep(0)
    await a.cancel()
    print(await a.join(), await curio.clock() - start)

    print('-- a crash that is joined, and one that is not')
    a = await curio.spawn(broken)
    try:
        await a.join()
    except curio.TaskError as error:
        print(repr(error.__cause__))
    a = await curio.spawn(broken)
    await curio.sleep(1)
    print(a.exception)
    silent = await curio.spawn(broken, report_crash=False)
    await silent.wait()

    print('-- cancellation that has to wait')
    async def careful():
        async with curio.disable_cancellation():
            await curio.sleep(1)
            print('not interrupted')
        try:
            await curio.check_cancellation()
        except curio.TaskCancelled:
            print('but then')
            raise
    a = await curio.spawn(careful)
    await curio.sleep(0.1)
    await a.cancel()

    print('-- turns')
    async def turns(name):
        for number in range(3):
            print(name, number)
            await curio.sleep(0)
    for task in [await curio.spawn(turns, name) for name in 'xyz']:
        await task.join()
    await curio.spawn(child, 'left over', 100)
    await curio.spawn(child, 'a daemon', 100, daemon=True)
    await curio.sleep(0)
    return 'the end of main'

print(curio.run(main))
try:
    curio.run(broken)
except ValueError as error:
    print('out of run:', error)
try:
    curio.run(curio.Event().wait)
except RuntimeError as error:
    print(error)
try:
    curio.run(print, 'no coroutine')
except TypeError as error:
    print(error)
