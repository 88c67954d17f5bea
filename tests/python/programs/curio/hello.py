# era: 3.6
# oracle: off, curio is not part of CPython
import curio

async def hello(name):
    print('hello,', name)
    await curio.sleep(1)
    return 'goodbye'

print(curio.run(hello, 'curio'))
print(hasattr(curio, 'TaskGroup'))
