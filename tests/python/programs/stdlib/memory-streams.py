import io
s = io.StringIO('a\nb\r\nc')
print(s.readlines(), s.tell(), s.seek(0), s.read(2), list(s))
s = io.StringIO(); print(1, 2, file=s); s.write('xyz'); print(repr(s.getvalue()), s.tell()); s.seek(1); s.write('QQ'); print(repr(s.getvalue()), s.truncate(3), repr(s.getvalue()))
b = io.BytesIO(b'ab\ncd'); print(b.readline(), b.read(), b.write(b'ef'), b.getvalue(), b.seek(-1, 2), b.read(), b.getbuffer()[0])
for f in (lambda: s.write(b''), lambda: b.write('x'), lambda: s.seek(-1), lambda: s.fileno(), lambda: io.StringIO(1), lambda: s.seek(1, 1), lambda: io.StringIO(newline='x')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
with io.StringIO('x') as q: print(q.read(), q.readable(), q.closed)
print(q.closed)
try: q.read()
except ValueError as e: print(e)
print(io.StringIO('a\r\nb\rc', newline=None).getvalue().encode(), list(io.StringIO('a\r\nb\rc\n', newline='')), isinstance(b, io.IOBase), isinstance(s, io.TextIOBase))
class R(io.RawIOBase):
    n = 0
    def readinto(self, b):
        self.n += 1
        if self.n > 3: return 0
        b[:2] = b'x\n'; return 2
print(R().readall(), R().read(5), next(io.BytesIO(b'q\nr')))
