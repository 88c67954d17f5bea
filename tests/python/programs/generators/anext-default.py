# era: 3.10 3.13
# anext(it, default): what may be waited for, and what closing it closes.
import types


@types.coroutine
def pause(v):
    yield v


async def numbers():
    await pause('waiting')
    yield 1


def drive(awaitable):
    it = awaitable.__await__()
    try:
        print(it.send(None))
        it.close()
        print('closed')
        print(it.send(None))
    except BaseException as e:
        print(type(e).__name__, e)


drive(anext(numbers(), 'default'))
drive(anext(numbers()))


class Bad:
    def __aiter__(self):
        return self

    def __anext__(self):
        yield


async def main(*default):
    try:
        await anext(Bad(), *default)
    except TypeError as e:
        print(e)


for default in (), ('default',):
    try:
        main(*default).send(None)
    except StopIteration:
        pass
