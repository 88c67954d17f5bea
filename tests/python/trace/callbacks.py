# Functions and methods that a loop calls have lanes too, and wait for nothing between two calls.
import asyncio

class Clock:
    def tick(self, count):
        print('tick', count)
        if count > 1:
            loop.call_later(1.5, self.tick, count - 1)
        else:
            loop.stop()

def hello(name):
    print('hello', name)
    raise ValueError(name)

loop = asyncio.new_event_loop()
loop.set_exception_handler(lambda loop, context: print('caught', context['exception']))
loop.call_soon(hello, 'world')
loop.call_soon(Clock().tick, 2)
loop.call_soon(print, 'not of this program')
loop.run_forever()
