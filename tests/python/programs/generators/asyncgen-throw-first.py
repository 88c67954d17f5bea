# era: 3.8 3.11 3.12 3.13
# What athrow() and aclose() do when something is thrown into them before they were awaited.
import types


@types.coroutine
def pause(value):
    return (yield value)


class Mine(Exception):
    pass


async def agen():
    try:
        yield 'first'
    except Mine:
        print('heard')
    while True:
        try:
            await pause('paused')
        except Mine:
            print('heard again')


def attempt(call, *args):
    try:
        print('returned', call(*args))
    except BaseException as error:
        print(type(error).__name__, error)


for kind in 'athrow', 'aclose':
    for started in False, True:
        print('--', kind, started)
        ag = agen()
        if started:
            attempt(ag.asend(None).send, None)
        step = ag.athrow(Mine) if kind == 'athrow' else ag.aclose()
        attempt(step.throw, Mine)
        attempt(step.send, None)
        other = ag.asend(1)
        attempt(other.throw, Mine)
        attempt(other.send, None)
        attempt(step.throw, Mine)
