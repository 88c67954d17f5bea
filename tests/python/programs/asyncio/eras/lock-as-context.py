# era: 3.6 3.8
# `with (yield from lock)`, and its end.
import asyncio
import warnings

warnings.simplefilter('ignore')


@asyncio.coroutine
def main():
    lock = asyncio.Lock()
    try:
        with (yield from lock):
            print('locked', lock.locked())
        print(lock.locked())
    except TypeError as error:
        print(error)
    try:
        with lock:
            pass
    except RuntimeError as error:
        print(error)


loop = asyncio.get_event_loop()
loop.run_until_complete(main())
loop.close()
