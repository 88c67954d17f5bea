import sys
depth = 0
def tracer(frame, event, arg):
    print(event, frame.f_code.co_name, frame.f_lineno)
    return tracer
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def lam(): return (lambda x: x * 2)(4)
def bad(): return 1 / 0
def catches():
    try:
        bad()
    except ZeroDivisionError as e:
        return str(e)
    finally:
        pass
def w():
    n = 3
    while n:
        n -= 1
        if n == 1:
            continue
        elif n == 2:
            pass
    return n
def stop(frame, event, arg):
    print('stop sees', event, frame.f_lineno)
    sys.settrace(None)
sys.settrace(tracer)
fib(3); lam(); catches(); w()
sys.settrace(stop)
fib(2)
print(sys.gettrace())
