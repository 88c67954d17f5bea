import asyncio


async def countdown(name, count, pace):
    for i in range(count, 0, -1):
        print(name, i)
        await asyncio.sleep(pace)
    print(name, "lift-off")


async def main():
    await asyncio.gather(countdown("Ariane", 3, 1.5), countdown("Soyuz", 5, 1.0), countdown("Vega", 2, 2.0))


asyncio.run(main())
