# era: 3.7
# oracle: off, trio is not part of CPython
import trio

async def hello(name):
    print('hello,', name)
    await trio.sleep(1)
    return 'goodbye'

print(trio.run(hello, 'trio'))
print(hasattr(trio, 'open_memory_channel'), hasattr(trio, 'lowlevel'), trio.hazmat.__name__)
try:
    import trio.lowlevel
except ImportError as error:
    print(error)
