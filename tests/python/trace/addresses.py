# Nobody is given an address by being watched: those that the program asks for are the same.
import asyncio

class Thing:
    def __init__(self, size):
        self.size = size

async def make():
    print(Thing(1))
    await asyncio.sleep(1)
    print(Thing(2))

async def main():
    print(Thing(3))
    await asyncio.gather(make(), make())
    loop = asyncio.get_running_loop()
    loop.call_later(1, print, Thing(4))
    await asyncio.sleep(2)
    print(Thing(5))

asyncio.run(main())
