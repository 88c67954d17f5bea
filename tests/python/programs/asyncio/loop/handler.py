# era: 3.6 3.8 3.13
# Who hears of an exception in a callback.
import asyncio


def bad():
    raise ValueError('in a callback')


def handler(loop, context):
    print(sorted(context), context['message'].split(' at ')[0], context['exception'].args)


loop = asyncio.new_event_loop()
loop.set_exception_handler(handler)
loop.call_soon(bad)
loop.call_soon(loop.stop)
loop.run_forever()
loop.call_exception_handler({'message': 'by hand', 'exception': KeyError(1)})
try:
    loop.set_exception_handler(5)
except TypeError as error:
    print(error)
loop.set_exception_handler(None)
print(loop.get_exception_handler())
loop.close()
