import time

t = time.gmtime(1e9)
print(t, time.asctime(t), t.tm_yday, t[0], len(t))
print(time.strftime('%Y-%m-%d %H:%M:%S %j %U %W %V %G %u %w %a %A %b %B %p %I %y %% %D %T', t))
print(time.strptime('2001-02-03', '%Y-%m-%d'))
print(time.strptime('10 Oct 2020 01:14 PM', '%d %b %Y %I:%M %p')[:6], time.strptime('69', '%y')[0])
for seconds in range(-60000000000, 60000000000, 7777777777):
    print(time.strftime('%Y-%m-%d %j %U %V %u %G', time.gmtime(seconds)))
start = time.monotonic()
now = time.time()
for f in (lambda: time.sleep(-1), lambda: time.strptime('x', '%Y'), lambda: time.strptime('2001x', '%Y'), lambda: time.asctime((1,)), lambda: time.strftime('%Y', (2000, 13) + (0,) * 7), lambda: time.gmtime('a')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
time.sleep(0.001)
print(time.monotonic() - start >= 0.001, time.time() > now, time.mktime(time.localtime(86400.0)), isinstance(time.time_ns(), int))
