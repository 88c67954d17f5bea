# era: 3.7
import curio


async def countdown(name, count, pace):
    for i in range(count, 0, -1):
        print(name, i)
        await curio.sleep(pace)
    print(name, "lift-off")


async def launch():
    async with curio.TaskGroup() as group:
        await group.spawn(countdown, "Ariane", 3, 1.5)
        await group.spawn(countdown, "Soyuz", 5, 1.0)
        await group.spawn(countdown, "Vega", 2, 2.0)


curio.run(launch)
