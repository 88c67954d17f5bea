# era: 3.8 3.13
# In debug mode, what is no callback is refused.
import asyncio


async def coroutine():
    pass


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    for wrong in (coroutine, 5):
        try:
            loop.call_soon(wrong)
        except TypeError as error:
            print(str(error)[:50])


asyncio.run(main(), debug=True)
