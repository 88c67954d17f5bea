# oracle: off, trio is not part of CPython
# Events, locks, semaphores, conditions, checkpoints, something new to wait for, and contexts.
import contextvars
import trio

def at(*words):
    print('%.1f' % trio.current_time(), *words)

async def main():
    event = trio.Event()
    async def waiter(name):
        await event.wait()
        at(name, 'goes on')
    async with trio.open_nursery() as nursery:
        for name in 'abc':
            nursery.start_soon(waiter, name)
        await trio.sleep(1)
        event.set()
    await event.wait()
    print(event.is_set())

    lock = trio.Lock()
    async def holder(name):
        async with lock:
            at(name, 'has the lock')
            await trio.sleep(1)
    async with trio.open_nursery() as nursery:
        for name in 'abc':
            nursery.start_soon(holder, name)
        await trio.sleep(0.5)
        for wrong in lock.release, lock.acquire_nowait:
            try:
                wrong()
            except (RuntimeError, trio.WouldBlock) as error:
                print(repr(error))
    async with lock:
        try:
            await lock.acquire()
        except RuntimeError as error:
            print(error)
    print(lock.locked())

    places = trio.Semaphore(2, max_value=2)
    async def guest(number):
        async with places:
            at('guest', number)
            await trio.sleep(1)
    async with trio.open_nursery() as nursery:
        for number in range(5):
            nursery.start_soon(guest, number)
    try:
        places.release()
    except ValueError as error:
        print(error)

    condition, stock = trio.Condition(), []
    async def buyer(name):
        async with condition:
            while not stock:
                await condition.wait()
            at(name, 'takes', stock.pop())
    async with trio.open_nursery() as nursery:
        for name in 'ab':
            nursery.start_soon(buyer, name)
        for item in 'xy':
            await trio.sleep(1)
            async with condition:
                stock.append(item)
                condition.notify_all()

    print('-- turns')
    async def turns(name, checkpoint):
        for number in range(3):
            print(name, number)
            await checkpoint()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(turns, 'x', trio.lowlevel.checkpoint)
        nursery.start_soon(turns, 'y', trio.lowlevel.cancel_shielded_checkpoint)
        nursery.start_soon(turns, 'z', trio.lowlevel.checkpoint_if_cancelled)

    print('-- something new to wait for')
    box = []
    async def wait_for_box():
        task = trio.lowlevel.current_task()
        box.append(task)
        def abort(raise_cancel):
            print('taken out')
            box.remove(task)
            return trio.lowlevel.Abort.SUCCEEDED
        return await trio.lowlevel.wait_task_rescheduled(abort)
    async def opener():
        await trio.sleep(1)
        trio.lowlevel.reschedule(box.pop(), 'a present')
    async with trio.open_nursery() as nursery:
        nursery.start_soon(opener)
        at(await wait_for_box())
    with trio.move_on_after(1):
        await wait_for_box()
    at(box)

    print('-- contexts')
    variable = contextvars.ContextVar('variable', default='outside')
    async def with_context(value):
        variable.set(value)
        await trio.sleep(1)
        print(value, variable.get())
    async with trio.open_nursery() as nursery:
        nursery.start_soon(with_context, 1)
        nursery.start_soon(with_context, 2)
    print(variable.get(), trio.lowlevel.current_task().name)

trio.run(main)
