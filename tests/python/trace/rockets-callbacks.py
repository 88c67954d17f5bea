import asyncio

def countdown(name, i, pace):
    if i == 0:
        print(name, 'lift-off')
    else:
        print(name, i)
        loop.call_later(pace, countdown, name, i - 1, pace)

loop = asyncio.new_event_loop()
for rocket in ('Ariane', 3, 1.5), ('Soyuz', 5, 1.0), ('Vega', 2, 2.0):
    loop.call_soon(countdown, *rocket)
loop.call_later(6, loop.stop)
loop.run_forever()
