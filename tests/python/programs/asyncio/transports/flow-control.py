# era: 3.6 3.8 3.13
# pause_writing and resume_writing, by the buffer's limits.
import asyncio


class Source(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        transport.set_write_buffer_limits(high=1000, low=100)
        transport.write(b'x' * 10000000)
        print('written', transport.get_write_buffer_size() > 1000)

    def pause_writing(self):
        print('pause')

    def resume_writing(self):
        print('resume', self.transport.get_write_buffer_size() <= 100)
        asyncio.get_event_loop().call_soon(self.transport.close)


async def main():
    loop = asyncio.get_event_loop()
    server = await loop.create_server(Source, '127.0.0.1', 8823)
    reader, writer = await asyncio.open_connection('127.0.0.1', 8823)
    await asyncio.sleep(0.02)
    print(len(await reader.read()))
    writer.close()
    server.close()


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
loop.close()
