# era: 3.7 3.8 3.13
# Sleeps of one moment end in the order in which they began; sleep(0) is one round.
import asyncio


async def sleeper(name, delay):
    await asyncio.sleep(delay)
    print(name, delay)
    return name


async def main():
    names = await asyncio.gather(sleeper('a', 0.02), sleeper('b', 0.01), sleeper('c', 0), sleeper('d', 0.03), sleeper('e', 0))
    print(names)
    print(await asyncio.sleep(0, 'result'), await asyncio.sleep(0.001, 'later'))


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
