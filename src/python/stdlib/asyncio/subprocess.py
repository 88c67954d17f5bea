"""Processes, of which there are none here: each function says so by NotImplementedError."""

PIPE, STDOUT, DEVNULL = -1, -2, -3


async def create_subprocess_shell(cmd, *args, **kwds):
    raise NotImplementedError("asyncio.create_subprocess_shell: there are no processes here")


async def create_subprocess_exec(program, *args, **kwds):
    raise NotImplementedError("asyncio.create_subprocess_exec: there are no processes here")
