import asyncio

async def worker(n):
    await asyncio.sleep(n)
    if n == 2: raise ValueError(n)

async def main():
    loop = asyncio.get_running_loop()
    ts = [asyncio.create_task(worker(n)) for n in (1, 2, 3)]
    ts[2].cancel()
    def done(t): print('done', t.get_name())
    for t in ts: t.add_done_callback(done)
    r = await loop.run_in_executor(None, sum, [1, 2])
    try:
        async with asyncio.timeout(0.5):
            await asyncio.sleep(9)
    except TimeoutError:
        print('late')
    await asyncio.wait(ts)
    q = asyncio.Queue()
    loop.call_later(1, q.put_nowait, 5)
    print(await q.get())
asyncio.run(main())
