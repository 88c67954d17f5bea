# era: 3.8 3.13
# Timers: in the order of their times, then of the heap; cancelled, late, compared; on a loop that tells its own time.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    order = []
    start = loop.time()
    timers = [loop.call_at(start + delay, order.append, delay) for delay in (0.03, 0.01, 0.02, 0.01, 0.0, -1, 30)]
    timers[2].cancel()
    print(timers[2].cancelled(), timers[0] > timers[1], timers[1] <= timers[3], timers[1] == timers[3])
    timers[0].cancel()
    timers[0].cancel()
    await asyncio.sleep(0.04)
    print(order)
    timers[6].cancel()
    many = [loop.call_later(60 + n, order.append, n) for n in range(300)]
    for timer in many[:299]:
        timer.cancel()
    await asyncio.sleep(0)
    print(timers[6].when() - start > 0, len(order))
    many[299].cancel()
    for bad in (lambda: loop.call_later("1", print), lambda: loop.call_later(1)):
        try:
            bad()
        except TypeError:
            print("refused")

    done = loop.create_future()
    loop.call_later(0.01, lambda: 1 / 0)
    loop.set_exception_handler(lambda loop, context: done.set_result(repr(context["exception"])))
    print(await done)


asyncio.run(main())


class Slow(asyncio.SelectorEventLoop):
    def time(self):
        return super().time() / 2


loop = Slow()
try:
    t = loop.time()
    loop.run_until_complete(asyncio.sleep(0.02))
    print(0.01 < loop.time() - t < 1)
finally:
    loop.close()
