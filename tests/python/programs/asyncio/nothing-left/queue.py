# era: 3.6
# oracle: off, a CPython would wait for ever.
# A queue that nobody fills.
import asyncio

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
queue = asyncio.Queue()
task = loop.create_task(queue.get())
try:
    loop.run_until_complete(task)
except RuntimeError as error:
    print(str(error).split('; ')[0])
task.cancel()
loop.call_soon(loop.stop)
loop.run_forever()
