import threading
l = threading.Lock(); print(l.acquire(), l.locked(), l.acquire(False), l.acquire(timeout=1.5)); l.release()
with l: print(l.locked())
try: l.release()
except RuntimeError as e: print(e)
r = threading.RLock()
with r:
    with r: print('twice')
try: r.release()
except RuntimeError as e: print(e)
e = threading.Event(); print(e.is_set(), e.wait(0.1)); e.set(); print(e.wait())
print(threading.current_thread().name, threading.current_thread() is threading.main_thread(), threading.active_count(), threading.current_thread().is_alive())
x = threading.local(); x.a = 1; print(x.a, x.__dict__)
c = threading.Condition()
with c: print(c.wait(0.1), c.wait_for(lambda: 5)); c.notify_all()
try: c.notify()
except RuntimeError as e: print(e)
s = threading.BoundedSemaphore(2); print(s.acquire(), s.acquire(), s.acquire(False), s.acquire(timeout=.1)); s.release(); s.release()
try: s.release()
except ValueError as e: print(e)
print(threading.Thread(target=print), threading.Thread(name='n').name)
class L(threading.local):
    n = 4
    def __init__(self, v): self.v = v
print(L(3).v, L(1).n)
