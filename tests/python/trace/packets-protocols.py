import asyncio

class Echo(asyncio.Protocol):
    def __init__(self, number):
        self.number = number
    def connection_made(self, transport):
        self.transport = transport
    def data_received(self, data):
        self.transport.write(data)

class Guest(asyncio.Protocol):
    def __init__(self, name, done):
        self.name = name
        self.done = done
    def connection_made(self, transport):
        transport.write(self.name.encode())
    def data_received(self, data):
        print('back', data)
        self.done.set_result(None)

async def main():
    loop = asyncio.get_running_loop()
    count = iter(range(1, 9))
    server = await loop.create_server(lambda: Echo(next(count)), '127.0.0.1', 8001)
    done = [loop.create_future() for _ in 'ab']
    for name, d in zip(['ann', 'bob'], done):
        await loop.create_connection(lambda: Guest(name, d), '127.0.0.1', 8001)
    await asyncio.gather(*done)
asyncio.run(main())
