import contextvars
import copy
import inspect
import types

def show(*things):
    print(*[repr(thing) for thing in things])

def show_error(error):
    context, cause = error.__context__, error.__cause__
    print('!', type(error).__name__, str(error), type(context).__name__, type(cause).__name__, error.__suppress_context__)

def attempt(function, *arguments):
    try:
        result = function(*arguments)
    except BaseException as error:
        show_error(error)
    else:
        show(result)
        return result

class Manager:
    def __init__(self, name, swallow):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        show('enter', self.name)
        return self.name

    def __exit__(self, kind, error, traceback):
        show('exit', self.name, kind and kind.__name__)
        return self.swallow

    async def __aenter__(self):
        show('aenter', await pause(self.name))
        return self.name

    async def __aexit__(self, kind, error, traceback):
        show('aexit', await pause(kind and kind.__name__))
        return self.swallow

@types.coroutine
def pause(value):
    return (yield value)

def drive(awaitable):
    steps = awaitable.__await__()
    answer = None
    while True:
        try:
            show('paused', steps.send(answer))
        except StopIteration as end:
            return end.value
        answer = (answer or 0) + 1

variable = contextvars.ContextVar('variable', default='unset')

