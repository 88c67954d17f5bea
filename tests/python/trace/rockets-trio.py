# era: 3.7
import trio


async def countdown(name, count, pace):
    for i in range(count, 0, -1):
        print(name, i)
        await trio.sleep(pace)
    print(name, "lift-off")


async def launch():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(countdown, "Ariane", 3, 1.5)
        nursery.start_soon(countdown, "Soyuz", 5, 1.0)
        nursery.start_soon(countdown, "Vega", 2, 2.0)


trio.run(launch)
