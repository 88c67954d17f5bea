# era: 3.7
# oracle: off, curio is not part of CPython
import curio

async def report(*words):
    print('{:4.1f} s '.format(await curio.clock() - zero), *words)

async def countdown(name, count, pace):
    while count > 0:
        await report(name, count)
        await curio.sleep(pace)
        count -= 1
    await report(name, 'has lift-off')
    return name

async def launch():
    global zero
    zero = await curio.clock()
    rockets = [await curio.spawn(countdown, 'Ariane', 3, 1.5),
               await curio.spawn(countdown, 'Soyuz', 5, 1.0),
               await curio.spawn(countdown, 'Vega', 2, 2.0)]
    print([await rocket.join() for rocket in rockets])

curio.run(launch)
