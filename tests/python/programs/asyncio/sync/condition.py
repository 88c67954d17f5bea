# era: 3.6 3.8 3.13
# notify wakes as many as one says; wait_for waits until it is true.
import asyncio

stock = 0


async def consumer(name, condition):
    global stock
    async with condition:
        await condition.wait_for(lambda: stock > 0)
        stock -= 1
        print(name, 'takes one, left', stock)


async def main():
    global stock
    condition = asyncio.Condition()
    tasks = [asyncio.ensure_future(consumer(name, condition)) for name in 'abc']
    await asyncio.sleep(0.01)
    async with condition:
        stock = 2
        condition.notify(2)
    await asyncio.sleep(0.01)
    async with condition:
        stock += 1
        condition.notify_all()
    await asyncio.wait(tasks)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
