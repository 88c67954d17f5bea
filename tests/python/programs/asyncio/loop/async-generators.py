# era: 3.6 3.8 3.13
# Asynchronous generators that were left in the middle are closed with the loop.
import asyncio


async def numbers(name):
    try:
        for i in range(5):
            yield i
    finally:
        await asyncio.sleep(0)
        print(name, 'closed')


async def main(held):
    held.append(numbers('held'))
    async for n in held[0]:
        if n == 1:
            break
    print('main ends')


held = []
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main(held))
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
