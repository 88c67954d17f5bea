# Where the program has no coroutine of its own, the library's are shown.
import asyncio

async def nothing():
    pass

asyncio.get_event_loop_policy().new_event_loop().run_until_complete(asyncio.sleep(2))
