# era: 3.13
import signal
print(signal.SIGINT, repr(signal.SIGINT), signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM), repr(signal.SIG_DFL))
def h(n, frame):
    print("handler", n, frame.f_code.co_name, frame.f_lineno)
print(signal.signal(signal.SIGINT, h) is signal.default_int_handler)
def work():
    signal.raise_signal(signal.SIGINT)
    print("after")
work()
print(signal.signal(signal.SIGINT, signal.SIG_IGN) is h)
signal.raise_signal(signal.SIGINT)
print(repr(signal.signal(signal.SIGINT, signal.default_int_handler)))
print(signal.strsignal(2), signal.Signals(15).name, len(signal.valid_signals()))
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as e:
    print(repr(e), e.args)
for bad in (0, 65, -1):
    try: signal.signal(bad, h)
    except ValueError as e: print(e)
try: signal.signal(signal.SIGKILL, h)
except OSError as e: print(e)
try: signal.signal(2, 5)
except TypeError as e: print(e)
