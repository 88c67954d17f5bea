# oracle: off, trio is not part of CPython
import trio

def report(*words):
    print('{:4.1f} s '.format(trio.current_time() - zero), *words)

async def countdown(name, count, pace):
    while count > 0:
        report(name, count)
        await trio.sleep(pace)
        count -= 1
    report(name, 'has lift-off')

async def launch():
    global zero
    zero = trio.current_time()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(countdown, 'Ariane', 3, 1.5)
        nursery.start_soon(countdown, 'Soyuz', 5, 1.0)
        nursery.start_soon(countdown, 'Vega', 2, 2.0)
    report('all are up')

trio.run(launch)
