import asyncio

async def greet(name, delay=1):
    await asyncio.sleep(delay)
    return f'hello {name}'

async def main():
    async with asyncio.timeout(10) as t:
        async for word in words():
            print(await greet(word))
    return [await x for x in waiting]

asyncio.run(main())
