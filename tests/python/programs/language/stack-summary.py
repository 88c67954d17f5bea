# era: 3.8 3.11 3.13
# A stack as a list of its levels: where each one stands, and the marks below it when it is shown.
import traceback, sys
def inner(x):
    return [1, 2][x] + (1
        / 0)
def outer():
    a = 1; return inner(a + 1) if a else None
try:
    outer()
except Exception as e:
    tb = e.__traceback__
    s = traceback.extract_tb(tb)
    for f in s:
        print(f, f.lineno, getattr(f, 'end_lineno', 0), getattr(f, 'colno', 0), getattr(f, 'end_colno', 0), repr(f.line))
    print(''.join(traceback.format_list(s)))
    print(''.join(s.format()))
    print(traceback.format_exc())
    print(''.join(traceback.TracebackException.from_exception(e).format()))
    print(''.join(traceback.format_tb(tb)))
    print(list(traceback.walk_tb(tb))[0][1])
    if hasattr(tb.tb_frame.f_code, 'co_positions'):
        print(len(list(tb.tb_next.tb_frame.f_code.co_positions())) > 0, type(tb.tb_lasti))
def deep(n):
    return deep(n - 1) if n else 1 / 0
try:
    deep(6)
except ZeroDivisionError as e:
    traceback.print_list(traceback.extract_tb(e.__traceback__), file=sys.stdout)
    print(''.join(traceback.format_tb(e.__traceback__, 2)))
    print(traceback.extract_tb(e.__traceback__)[-1] == traceback.extract_tb(e.__traceback__, -1)[0])
