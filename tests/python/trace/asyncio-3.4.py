# era: 3.4
# A task carries a decorated generator; what the library waits with has no lane beside it.
import asyncio

@asyncio.coroutine
def countdown(name, count, pace):
    while count > 0:
        yield from asyncio.sleep(pace)
        count -= 1
    print(name)

loop = asyncio.get_event_loop()
tasks = [loop.create_task(countdown('rocket', 1, 1.0)), loop.create_task(countdown('shuttle', 2, 0.8))]
loop.run_until_complete(asyncio.wait(tasks))
