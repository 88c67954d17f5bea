# era: 3.11 3.13
import asyncio, signal
async def main():
    try:
        asyncio.get_running_loop().call_later(1, signal.raise_signal, signal.SIGINT)
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("cancelled", asyncio.current_task().cancelling())
        raise
    finally:
        print("finally")
try:
    asyncio.run(main())
except KeyboardInterrupt as e:
    print("interrupted", repr(e), type(e.__context__).__name__)
async def stubborn():
    signal.raise_signal(signal.SIGINT)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("no")
    return 5
print(asyncio.run(stubborn()))
async def twice():
    signal.raise_signal(signal.SIGINT)
    try:
        signal.raise_signal(signal.SIGINT)
    finally: print("second")
try:
    asyncio.run(twice())
except KeyboardInterrupt as e:
    print("interrupted", repr(e), type(e.__context__).__name__)
print(signal.getsignal(2) is signal.default_int_handler)
