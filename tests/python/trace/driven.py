# A callback that resumes a coroutine is part of the loop that runs it: the coroutine has the lane.
import asyncio

class SmallTask(asyncio.Future):
    def __init__(self, coroutine):
        super().__init__()
        self.coroutine = coroutine
        asyncio.get_running_loop().call_soon(self.step)

    def step(self, future=None):
        try:
            self.coroutine.send(None).add_done_callback(self.step)
        except StopIteration as end:
            self.set_result(end.value)

async def rocket(pace):
    await asyncio.sleep(pace)

async def main():
    await SmallTask(rocket(1))

asyncio.run(main())
