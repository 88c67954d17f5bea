# era: 3.8 3.11 3.13
# A loop whose call_soon or create_task is the program's own: every step and every callback goes through it.
import asyncio


class Loop(asyncio.SelectorEventLoop):
    soon = tasks = 0

    def call_soon(self, callback, *args, context=None):
        self.soon += 1
        return super().call_soon(callback, *args, context=context)

    def create_task(self, coro, **kwargs):
        self.tasks += 1
        return super().create_task(coro, **kwargs)


async def give_way(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return n


async def main():
    print(await asyncio.gather(give_way(1), give_way(2)))
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda f: print("told", f.result()))
    future.set_result(7)
    print(await future)
    await asyncio.sleep(0)
    print(await asyncio.create_task(give_way(1)))


loop = Loop()
print(loop.run_until_complete(main()), loop.soon, loop.tasks)
loop.close()

# On one object, and in the midst of a run.
loop = asyncio.SelectorEventLoop()
log = []
plain = loop.call_soon


def noted(callback, *args, context=None):
    log.append(getattr(callback, "__name__", "a step"))
    return plain(callback, *args, context=context)


def hello():
    print("hello")


async def later():
    await asyncio.sleep(0)
    loop.call_soon = noted
    loop.call_soon(hello)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del loop.call_soon
    loop.call_soon(hello)
    await asyncio.sleep(0)
    print(len(log), log[0])


loop.run_until_complete(later())
loop.close()
