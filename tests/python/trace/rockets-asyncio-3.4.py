# era: 3.4
import asyncio


@asyncio.coroutine
def countdown(name, count, pace):
    for i in range(count, 0, -1):
        print(name, i)
        yield from asyncio.sleep(pace)
    print(name, "lift-off")


loop = asyncio.get_event_loop()
loop.run_until_complete(asyncio.wait([countdown("Ariane", 3, 1.5), countdown("Soyuz", 5, 1.0), countdown("Vega", 2, 2.0)]))
