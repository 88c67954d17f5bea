import asyncio, gc, sys
async def boom(): raise ValueError('lost')
async def main():
    t = asyncio.ensure_future(boom())
    await asyncio.sleep(0.1)
    del t
    gc.collect()
    print('after')
    f = asyncio.get_running_loop().create_future()
    f.set_exception(KeyError('k'))
    del f
    print('after f')
asyncio.run(main())
print('end')
