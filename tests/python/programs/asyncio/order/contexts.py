# era: 3.8 3.13
# Each callback and task has the context of its making.
import asyncio
import contextvars

color = contextvars.ContextVar('color', default='none')


async def show(name):
    print(name, color.get())
    color.set(name)
    await asyncio.sleep(0)
    print(name, color.get())


async def main():
    loop = asyncio.get_running_loop()
    color.set('red')
    loop.call_soon(lambda: print('callback', color.get()))
    tasks = [loop.create_task(show('a')), loop.create_task(show('b'))]
    color.set('blue')
    await asyncio.gather(*tasks)
    print('main', color.get())


asyncio.run(main())
print(color.get())
