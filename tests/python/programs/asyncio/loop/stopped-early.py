# era: 3.6 3.8 3.13
# The loop stops before the result is there; and goes on later.
import asyncio


async def main():
    print('begins')
    await asyncio.sleep(0.02)
    return 'result'


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
task = loop.create_task(main())
loop.call_later(0.01, loop.stop)
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print(error)
print(loop.run_until_complete(task))
loop.close()
