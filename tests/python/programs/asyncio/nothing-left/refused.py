# oracle: off, CPython has these.
# What this world does not have, refused by name.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for attempt in (
        lambda: asyncio.open_connection('echo.example', 7, ssl=True),
        lambda: asyncio.start_server(print, '127.0.0.1', 1, ssl=object()),
        lambda: asyncio.open_unix_connection('/tmp/socket'),
        lambda: asyncio.create_subprocess_exec('ls'),
        lambda: asyncio.create_subprocess_shell('ls'),
        lambda: loop.connect_read_pipe(asyncio.Protocol, None),
        lambda: loop.sendfile(None, None),
    ):
        try:
            await attempt()
        except NotImplementedError as error:
            print(error)
    try:
        loop.add_signal_handler(2, print)
    except NotImplementedError as error:
        print(error)


asyncio.run(main())
