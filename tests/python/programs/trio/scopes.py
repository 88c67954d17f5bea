# oracle: off, trio is not part of CPython
# Cancel scopes: deadlines, shields, who catches what.
import math
import trio

def at(*words):
    print('%.1f' % trio.current_time(), *words)

async def main():
    with trio.move_on_after(1) as scope:
        await trio.sleep(5)
        print('never')
    at(scope.cancel_called, scope.cancelled_caught)
    with trio.move_on_after(2) as scope:
        await trio.sleep(1)
    at(scope.cancel_called, scope.cancelled_caught)
    try:
        with trio.fail_after(1):
            await trio.sleep_forever()
    except trio.TooSlowError as error:
        at(repr(error))
    with trio.fail_after(1):
        at('in time')

    print('-- cancelled again and again, until the block is left')
    with trio.CancelScope() as scope:
        scope.cancel()
        print('still runs')
        for _ in range(2):
            try:
                await trio.sleep(1)
            except trio.Cancelled as error:
                at(repr(str(error)), isinstance(error, Exception))
        await trio.lowlevel.checkpoint()
        print('never')
    at(scope.cancelled_caught)

    print('-- the outermost catches')
    with trio.move_on_after(1) as outer:
        with trio.move_on_after(1) as inner:
            await trio.sleep(9)
        print('never')
    at(inner.cancelled_caught, outer.cancelled_caught)
    with trio.move_on_after(2) as outer:
        with trio.move_on_after(1) as inner:
            await trio.sleep(9)
        at('between', inner.cancelled_caught)
        await trio.sleep(9)
    at(outer.cancelled_caught)

    print('-- shields')
    with trio.move_on_after(1) as outer:
        try:
            await trio.sleep(9)
        finally:
            with trio.CancelScope(shield=True):
                await trio.sleep(2)
                at('cleaned up in peace')
            try:
                await trio.sleep(2)
            except trio.Cancelled:
                at('but not for ever')
                raise
    with trio.move_on_after(1) as outer:
        with trio.CancelScope(shield=True) as inner:
            await trio.sleep(2)
            at('now without the shield')
            inner.shield = False
            await trio.sleep(2)
    at(outer.cancelled_caught, inner.cancelled_caught)

    print('-- deadlines that move')
    with trio.move_on_after(1) as scope:
        scope.deadline += 2
        await trio.sleep(9)
    at(trio.current_effective_deadline() == math.inf)
    with trio.CancelScope() as scope:
        scope.deadline = trio.current_time() + 1
        at(trio.current_effective_deadline() == scope.deadline)
        await trio.sleep(9)
    with trio.move_on_after(0) as scope:
        await trio.sleep(0)
        print('never')
    print(scope.cancelled_caught)
    with trio.move_on_after(1) as scope:
        # Whoever does not wait cannot be stopped.
        import time
        time.sleep(3)
        at('too late, and not noticed')
    at(scope.cancel_called, scope.cancelled_caught)

    print('-- an exception of its own passes')
    try:
        with trio.move_on_after(1):
            try:
                await trio.sleep(9)
            finally:
                raise KeyError('mine')
    except KeyError as error:
        at(repr(error), repr(error.__context__))

    async def patient(name):
        try:
            await trio.sleep_forever()
        except trio.Cancelled:
            at(name)
            raise
    print('-- across tasks')
    with trio.move_on_after(1) as scope:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(patient, 'a')
            nursery.start_soon(patient, 'b')
    at(scope.cancelled_caught, nursery.cancel_scope.cancelled_caught)

    for wrong in (lambda: trio.move_on_after(-1), lambda: scope.__enter__()):
        try:
            wrong()
        except (ValueError, RuntimeError) as error:
            print(error)
    try:
        await trio.sleep(-1)
    except ValueError as error:
        print(error)

trio.run(main)
