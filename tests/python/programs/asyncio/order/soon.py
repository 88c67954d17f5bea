# era: 3.6 3.8 3.13
# call_soon keeps its order, and what a callback schedules comes after all that stood there.
import asyncio

loop = asyncio.new_event_loop()


def say(word):
    print(word)
    if word == 'b':
        loop.call_soon(say, 'from b')


for word in 'abc':
    loop.call_soon(say, word)
loop.call_soon(loop.stop)
loop.call_soon(say, 'after stop')
loop.run_forever()
print('again')
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
