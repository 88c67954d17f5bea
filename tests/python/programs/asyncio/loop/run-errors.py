# era: 3.8 3.13
# What asyncio.run refuses.
import asyncio


async def main():
    inner = asyncio.sleep(0)
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        print(error)
    inner.close()


asyncio.run(main())
for wrong in (5, main):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error).split(' at ')[0])
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
