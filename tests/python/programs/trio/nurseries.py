# oracle: off, trio is not part of CPython
# What starts, what ends, what comes out of the block.
import trio

def at(*words):
    print('%.1f' % trio.current_time(), *words)

async def child(name, seconds):
    try:
        await trio.sleep(seconds)
    except trio.Cancelled:
        at(name, 'cancelled')
        raise
    finally:
        at(name, 'cleans up')
    at(name, 'done')

async def fails(seconds, error):
    await trio.sleep(seconds)
    raise error

async def server(name, task_status=trio.TASK_STATUS_IGNORED):
    at(name, 'prepares')
    await trio.sleep(1)
    task_status.started(name.upper())
    await trio.sleep(2)
    at(name, 'ends')

async def main():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(child, 'a', 2)
        nursery.start_soon(child, 'b', 1)
        at('block ends', len(nursery.child_tasks))
    at('nursery ends')
    try:
        nursery.start_soon(child, 'late', 1)
    except RuntimeError as error:
        print(error)

    print('-- one fails')
    try:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(child, 'a', 5)
            nursery.start_soon(fails, 1, ValueError('one'))
            await trio.sleep(9)
    except* ValueError as group:
        print(repr(group))
        print(group.exceptions[0].__traceback__.tb_frame.f_code.co_name)

    print('-- several')
    async def refuses(error):
        try:
            await trio.sleep_forever()
        except trio.Cancelled:
            raise error
    try:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(refuses, KeyError('k'))
            nursery.start_soon(fails, 1, ValueError('v'))
            await trio.sleep(0.5)
            raise RuntimeError('the block')
    except* KeyError as group:
        print('keys', repr(group))
    except* Exception as group:
        print('rest', repr(group))

    print('-- nested')
    try:
        async with trio.open_nursery() as outer:
            outer.start_soon(child, 'outer', 9)
            async with trio.open_nursery() as inner:
                inner.start_soon(child, 'inner', 9)
                inner.start_soon(fails, 1, ValueError('deep'))
    except ExceptionGroup as group:
        print(repr(group), group.__context__)
    try:
        async with trio.open_nursery(strict_exception_groups=False) as nursery:
            nursery.start_soon(fails, 1, ValueError('alone'))
    except ValueError as error:
        print(repr(error))

    print('-- cancelled')
    async with trio.open_nursery() as nursery:
        nursery.start_soon(child, 'a', 5)
        await trio.sleep(1)
        nursery.cancel_scope.cancel()
    at(nursery.cancel_scope)

    print('-- start')
    async with trio.open_nursery() as nursery:
        at(await nursery.start(server, 'web'))
        nursery.start_soon(server, 'plain')
    try:
        async with trio.open_nursery() as nursery:
            await nursery.start(fails, 1, ValueError('before it began')) if False else await nursery.start(lambda task_status: fails(1, ValueError('before it began')))
    except* ValueError as group:
        print(repr(group))
    try:
        async with trio.open_nursery() as nursery:
            await nursery.start(lambda task_status: trio.sleep(1))
    except* RuntimeError as group:
        print(repr(group.exceptions[0]))
    with trio.move_on_after(2):
        async with trio.open_nursery() as nursery:
            await nursery.start(server, 'started, then cancelled')
    at('gone')
    return 'result'

print(trio.run(main))
for wrong in (main(), print):
    try:
        trio.run(wrong)
    except TypeError as error:
        print(str(error)[:60].split(' object')[0])
async def again():
    trio.run(main)
for call in (lambda: trio.run(again), trio.current_time, lambda: trio.run(trio.Event().wait), trio.Cancelled):
    try:
        call()
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
