# era: 3.8 3.13
# A task that awaits, or yields, what it must not.
import asyncio
import types


@types.coroutine
def give(value):
    return (yield value)


async def main():
    loop = asyncio.get_running_loop()
    for value in (5, 'text', [1]):
        try:
            await give(value)
        except RuntimeError as error:
            print(error)
    try:
        await 5
    except TypeError as error:
        print(error)
    other = asyncio.new_event_loop()
    try:
        await other.create_future()
    except RuntimeError as error:
        print('different loop' in str(error))
    other.close()


asyncio.run(main())
