# era: 3.7 3.8 3.13
# A protocol that raises in every handler: what the loop says of each, and that the others go on.
import asyncio


class Broken(asyncio.Protocol):
    def connection_made(self, transport):
        raise ValueError("made")

    def data_received(self, data):
        raise ValueError("data")

    def eof_received(self):
        raise ValueError("eof")

    def connection_lost(self, error):
        raise ValueError("lost")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context["message"], repr(context.get("exception"))))
    server = await loop.create_server(Broken, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for send in (lambda w: w.write(b"x"), lambda w: w.write_eof()):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        send(writer)
        print(await reader.read())
        writer.close()
        await asyncio.sleep(0.1)
    server.close()
    loop.call_soon(divmod, 1, 0)
    await asyncio.sleep(0)
    print("the loop goes on")


asyncio.run(main())
