# In which order callbacks, tasks and timers get their turn.
import asyncio

log = []


async def child(name, rounds):
    for i in range(rounds):
        log.append(f'{name}{i}')
        await asyncio.sleep(0)
    return name


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log.append, 'soon 1')
    a = asyncio.create_task(child('a', 3))
    loop.call_soon(log.append, 'soon 2')
    b = asyncio.create_task(child('b', 2))
    a.add_done_callback(lambda t: log.append('a done'))
    handle = loop.call_soon(log.append, 'never')
    handle.cancel()
    print(handle.cancelled(), loop.call_soon(print, 'x').cancelled())
    print(await asyncio.gather(b, a))
    print(log)
    log.clear()
    start = loop.time()
    for name, delay in [('late', 0.06), ('early', 0.02), ('middle', 0.04)]:
        loop.call_later(delay, log.append, name)
    loop.call_at(start + 0.05, log.append, 'at')
    gone = loop.call_later(0.03, log.append, 'cancelled')
    gone.cancel()
    await asyncio.sleep(0.08)
    print(log)
    done = loop.create_future()
    done.set_result(1)
    print('before')
    done.add_done_callback(lambda f: print('called back', f.result()))
    print('after')
    await asyncio.sleep(0)
    print(repr(done))


asyncio.run(main())
