# era: 3.7 3.8 3.11 3.13
# What asyncio logs goes where the program's logging says; in debug mode, with the place where a future or handle was made.
import asyncio
import logging


class Kept(logging.Handler):
    lines = []

    def emit(self, record):
        for line in self.format(record).splitlines():
            if 'File "' not in line and not line.startswith('    '):
                self.lines.append(line.split(' at ')[0].split(' created')[0])


logging.getLogger('asyncio').addHandler(Kept())
logging.getLogger('asyncio').setLevel(logging.DEBUG)


def frames(loop, context):
    for key in 'source_traceback', 'handle_traceback':
        if key in context:
            print(context['message'], key, [frame.name for frame in context[key]])
    loop.default_exception_handler(context)


async def lost():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(frames)
    future = loop.create_future()
    future.set_exception(KeyError('lost'))
    del future
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)


asyncio.run(lost(), debug=True)
asyncio.run(asyncio.sleep(0))
logging.getLogger('asyncio').warning('from the program')
print('\n'.join(Kept.lines))
