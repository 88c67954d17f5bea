# era: 3.6
# Until 3.7 __aiter__ might return an awaitable; and a wrapper could be put around every coroutine.
import sys, warnings


class Numbers:
    async def __aiter__(self):
        return self

    def __init__(self):
        self.left = 2

    async def __anext__(self):
        self.left -= 1
        if self.left < 0:
            raise StopAsyncIteration
        return self.left


async def main():
    async for n in Numbers():
        print(n)


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    run(main())
for w in seen:
    print(w.category.__name__, w.message)


class Wrong:
    def __aiter__(self):
        return 5


async def wrong():
    async for _ in Wrong():
        pass


try:
    run(wrong())
except TypeError as e:
    print(e, repr(e.__cause__))

print(sys.get_coroutine_wrapper())
sys.set_coroutine_wrapper(lambda c: (c.close(), "wrapped " + c.__name__)[1])
print(main(), wrong())
sys.set_coroutine_wrapper(None)
