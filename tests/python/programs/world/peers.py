"""The peers that answer, and what is said when nobody can: no CPython has them."""
import select, socket, time

def connected(name, port):
    sock = socket.create_connection((name, port))
    return sock

start = time.monotonic()
echo = connected('echo.example', 7)
echo.sendall(b'hello')
print(echo.recv(100), round(time.monotonic() - start, 3))

start = time.monotonic()
with connected('slow.example', 80) as http:
    http.sendall(b'GET /2.5 HTTP/1.1\r\nHost: slow.example\r\nConnection: close\r\n\r\n')
    with http.makefile('r', newline='') as file:
        print(file.read().splitlines())
print(round(time.monotonic() - start, 2))

slow = connected('slow.example', 80)
slow.sendall(b'GET /10 HTTP/1.1\r\n\r\n')
slow.settimeout(1)
try:
    slow.recv(100)
except TimeoutError as e:
    print(repr(e))

many = {connected('slow.example', 80): seconds for seconds in [3, 1, 2]}
start = time.monotonic()
for sock, seconds in many.items():
    sock.send(b'GET /%d HTTP/1.1\r\n\r\n' % seconds)
while many:
    readable, _, _ = select.select(list(many), [], [])
    for sock in readable:
        print(sock.recv(1000).split()[-1], many.pop(sock), round(time.monotonic() - start, 1))

drop = connected('drop.example', 7)
drop.send(b'well?')
print(drop.recv(100))
try:
    drop.recv(100)
except ConnectionResetError as e:
    print(repr(e))

ask = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
ask.sendto(b'echo.example', ('names.example', 53))
print(ask.recvfrom(100))

for address in [('echo.example', 8), ('203.0.113.9', 80), ('nobody.example', 80)]:
    start = time.monotonic()
    try:
        connected(*address)
    except OSError as e:
        print(repr(e), round(time.monotonic() - start, 2))

silent = connected('silent.example', 9)
try:
    select.select([silent, ask], [], [])
except RuntimeError as e:
    print(e)
silent.recv(1)
