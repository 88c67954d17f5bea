# era: 2.7 3.8 3.11
import warnings
warnings.simplefilter('ignore')
import asyncore, asynchat, socket, sys
class Bad(asyncore.dispatcher):
    def handle_read(self):
        self.recv(10)
        1/0
    def handle_close(self):
        print("closing"); self.close()
a, b = socket.socketpair()
Bad(a)
b.send(b'x')
def info(self, m, t='info'): print('%s %s' % (t, m.split(' (')[1].split(' [')[0].replace('integer division or modulo by zero','division by zero').replace('type', 'class').replace('exceptions.', '')))
Bad.log_info = info
asyncore.loop(count=1)
class Chat(asynchat.async_chat):
    def __init__(self, s):
        asynchat.async_chat.__init__(self, s)
        self.set_terminator(b'\r\n'); self.got = []
    def collect_incoming_data(self, d): self.got.append(d)
    def found_terminator(self):
        print(b''.join(self.got).decode()); self.got = []
        if self.get_terminator() == b'\r\n': self.set_terminator(4)
        else: self.set_terminator(b'\r\n')
    def handle_close(self):
        print('left %s %s' % (b''.join(self.got).decode(), self.ac_in_buffer == b'')); self.close()
a, b = socket.socketpair()
c = Chat(a)
for piece in [b'one\r', b'\nabcdtwo', b'\r\nwxyz\r\n', b'efghta', b'il\r']:
    b.send(piece); asyncore.loop(count=1)
b.close(); asyncore.loop(count=3)
class Srv(asyncore.dispatcher):
    def __init__(self):
        asyncore.dispatcher.__init__(self)
        self.create_socket(socket.AF_INET, socket.SOCK_STREAM); self.bind(('localhost', 0)); self.listen(3)
        print(repr(self).split(' ')[1])
    def handle_accept(self):
        p = self.accept(); H(p[0]); self.close()
class H(asyncore.dispatcher_with_send):
    def handle_read(self):
        d = self.recv(8192)
        if d: self.send(d.upper())
    def handle_close(self): print('h closed'); self.close()
class C(asyncore.dispatcher):
    def __init__(self, addr, data):
        asyncore.dispatcher.__init__(self); self.create_socket(socket.AF_INET, socket.SOCK_STREAM); self.data = data; self.n = 0
        self.total = len(data); self.connect(addr)
    def handle_connect(self): print('connected')
    def writable(self): return bool(self.data) or not self.connected
    def handle_write(self): self.data = self.data[self.send(self.data):]
    def handle_read(self):
        self.n += len(self.recv(4096))
        if self.n == self.total: print('all %d' % self.n); self.close()
    def handle_close(self): print('c closed'); self.close()
    def handle_error(self): print('error %s' % sys.exc_info()[1]); self.close()
s = Srv()
C(s.socket.getsockname(), b'x' * 3000)
asyncore.loop(timeout=1)
z = C(('127.0.0.1', 1), b'zz')
asyncore.loop(timeout=1)
z = C(('127.0.0.1', 1), b'zz')
asyncore.loop(timeout=1, use_poll=True)
class P:
    def __init__(self): self.n = 3
    def more(self):
        self.n -= 1
        return b'p%d ' % self.n if self.n >= 0 and sys.version_info > (3,) else (('p%d ' % self.n) if self.n >= 0 else b'')
a, b = socket.socketpair()
c = Chat(a); c.push(b'start '); c.push_with_producer(P()); c.close_when_done()
asyncore.loop(count=10)
print(b.recv(100).decode())
