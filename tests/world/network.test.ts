/** The network in memory: what arrives, when, in which order, and what is said when nothing can. */
import { expect, test } from 'vitest';
import { VirtualClock } from '../../src/scheduler/clock.ts';
import {
  EADDRINUSE,
  EADDRNOTAVAIL,
  ECONNREFUSED,
  ECONNRESET,
  EMFILE,
  EPIPE,
  ETIMEDOUT,
  Fault,
  NothingCanHappen,
} from '../../src/world/faults.ts';
import { Flow, type Link } from '../../src/world/flow.ts';
import { CONNECT_TIMEOUT, Network } from '../../src/world/network.ts';
import { populate } from '../../src/world/services.ts';
import { AF_INET, DATAGRAM, ERR, HUP, IN, OUT, STREAM, Socket } from '../../src/world/socket.ts';
import { Watch } from '../../src/world/watch.ts';

function world(): { clock: VirtualClock; network: Network; stream: () => Socket } {
  const clock = new VirtualClock();
  const network = new Network(clock);
  populate(network);
  return { clock, network, stream: () => new Socket(network, AF_INET, STREAM) };
}
function pair(): { clock: VirtualClock; network: Network; server: Socket; near: Socket; far: Socket } {
  const { clock, network, stream } = world();
  const server = stream();
  server.bind({ host: '127.0.0.1', port: 0 });
  server.listen(5);
  const near = stream();
  near.connect(server.name);
  near.finishConnect();
  return { clock, network, server, near, far: server.accept()! };
}
/** The number of the fault that it ends in. */
function fault(action: () => unknown): number {
  try {
    action();
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
  throw new Error('it should have ended in a fault');
}
/** Connects to a peer by name, waits until that has ended, and answers the socket. */
function reach(network: Network, name: string, port: number): Socket {
  const socket = new Socket(network, AF_INET, STREAM);
  socket.connect({ host: network.resolve(name)!, port });
  network.wait(
    () => socket.arrived,
    Infinity,
    () => '',
  );
  socket.finishConnect();
  return socket;
}
function receive(network: Network, socket: Socket): string {
  let got: string | undefined;
  network.wait(
    () => (got = socket.receive(65536)?.data) !== undefined,
    Infinity,
    () => `${socket.describe()} waits`,
  );
  return got!;
}

test('within one host, what is sent is there at once', () => {
  const { clock, near, far } = pair();
  expect(near.send('hello')).toBe(5);
  expect(far.receive(3)?.data).toBe('hel');
  expect(far.receive(10, true)?.data).toBe('lo');
  expect(far.receive(10)?.data).toBe('lo');
  expect(far.receive(10)).toBeUndefined();
  expect(clock.now).toBe(0);
});

test('a connection that is half closed still carries the other half', () => {
  const { near, far } = pair();
  near.send('last words');
  near.shutdown(1);
  expect(far.receive(100)?.data).toBe('last words');
  expect(far.receive(100)?.data).toBe('');
  expect(far.send('heard')).toBe(5);
  expect(near.receive(100)?.data).toBe('heard');
  expect(fault(() => near.send('more'))).toBe(EPIPE);
});

test('closing with bytes unread cuts off the other side', () => {
  const { near, far } = pair();
  near.send('nobody reads this');
  far.close();
  expect(near.ready() & (IN | OUT | HUP | ERR)).toBe(IN | OUT | HUP | ERR);
  expect(fault(() => near.receive(1))).toBe(ECONNRESET);
  expect(near.receive(1)?.data).toBe('');
  expect(fault(() => near.send('x'))).toBe(EPIPE);
});

test('a full buffer takes a part, then nothing, and has room again when a third of it is free', () => {
  const { near, far } = pair();
  near.outgoing!.capacity = 900;
  expect(near.send('x'.repeat(1000))).toBe(900);
  expect(near.send('y')).toBeUndefined();
  far.receive(299);
  expect(near.ready() & OUT).toBe(0);
  far.receive(1);
  expect(near.ready() & OUT).toBe(OUT);
  expect(near.send('y'.repeat(1000))).toBe(300);
});

test('a port is taken by one; nobody listening refuses; a connection waits where the queue is full', () => {
  const { network, stream } = world();
  const server = stream();
  server.bind({ host: '127.0.0.1', port: 80 });
  expect(fault(() => stream().bind({ host: '127.0.0.1', port: 80 }))).toBe(EADDRINUSE);
  expect(fault(() => stream().bind({ host: '0.0.0.0', port: 80 }))).toBe(EADDRINUSE);
  const early = stream();
  early.connect({ host: '127.0.0.1', port: 80 });
  expect(early.ready() & ERR).toBe(ERR);
  expect(early.takeError()).toBe(ECONNREFUSED);
  server.listen(0);
  const [first, second] = [stream(), stream()];
  first.connect(server.name);
  second.connect(server.name);
  expect([first.arrived, second.arrived]).toEqual([true, false]);
  server.accept();
  expect(second.arrived).toBe(true);
  server.close();
  expect(second.takeError()).toBe(ECONNRESET);
  expect(network.find('inet1', { host: '127.0.0.1', port: 80 })).toBeUndefined();
});

test('the lowest file number that is free is given', () => {
  const { stream } = world();
  const [a, b, c] = [stream(), stream(), stream()];
  expect([a.fd, b.fd, c.fd]).toEqual([3, 4, 5]);
  b.close();
  expect([stream().fd, stream().fd]).toEqual([4, 6]);
});

test('a peer is as far away as its link says', () => {
  const { clock, network } = world();
  const socket = reach(network, 'echo.example', 7);
  expect(clock.now).toBeCloseTo(0.04, 9);
  socket.send('ping');
  expect(receive(network, socket)).toBe('ping');
  expect(clock.now).toBeCloseTo(0.080008, 9);
});

test('bandwidth and segments: bytes come in pieces, one after the other', () => {
  const clock = new VirtualClock();
  const network = new Network(clock);
  const link: Link = { latency: 1, bandwidth: 100, segment: 10 };
  const flow = new Flow(link, network);
  const arrivals: [number, string][] = [];
  flow.onArrival = () => arrivals.push([network.now, flow.read(100) ?? '']);
  flow.send('a'.repeat(25));
  flow.finish();
  network.wait(
    () => flow.ended,
    Infinity,
    () => '',
  );
  expect(arrivals).toEqual([
    [1.1, 'a'.repeat(10)],
    [1.2, 'a'.repeat(10)],
    [1.25, 'a'.repeat(5)],
    [1.25, ''],
  ]);
});

test('time that a program sleeps away is time in which things arrive, each at its own moment', () => {
  const { clock, network } = world();
  const socket = reach(network, 'slow.example', 80);
  socket.send('GET /3 HTTP/1.1\r\nHost: slow.example\r\n\r\n');
  clock.advance(10);
  network.settle();
  expect(socket.receive(65536)?.data).toMatch(/^HTTP\/1\.1 200 OK\r\n.*You asked for \/3\n$/s);
});

test('one slow answer after the other on one connection', () => {
  const { clock, network } = world();
  const socket = reach(network, 'slow.example', 80);
  const start = clock.now;
  socket.send('GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\nConnection: close\r\n\r\n');
  expect(receive(network, socket)).toContain('/1');
  expect(clock.now - start).toBeCloseTo(1.04, 3);
  expect(receive(network, socket)).toContain('/2');
  expect(clock.now - start).toBeCloseTo(3.04, 3);
  expect(receive(network, socket)).toBe('');
});

test('the name service, by line and by datagram', () => {
  const { network } = world();
  const socket = reach(network, 'names.example', 53);
  socket.send('echo.example\nnobody.example\n');
  expect(receive(network, socket) + receive(network, socket)).toBe('192.0.2.7\nunknown\n');
  const asking = new Socket(network, AF_INET, DATAGRAM);
  asking.sendTo('localhost', { host: network.resolve('names.example')!, port: 53 });
  expect(receive(network, asking)).toBe('127.0.0.1\n');
});

test('a line that is dropped: a part of the answer, then a reset', () => {
  const { network } = world();
  const socket = reach(network, 'drop.example', 7);
  socket.send('tell me');
  expect(receive(network, socket)).toBe('to be conti');
  expect(fault(() => receive(network, socket))).toBe(ECONNRESET);
});

test('an address where nobody is, and a port where nobody listens', () => {
  const { clock, network, stream } = world();
  expect(fault(() => reach(network, 'echo.example', 8))).toBe(ECONNREFUSED);
  const socket = stream();
  const start = clock.now;
  socket.connect({ host: '203.0.113.1', port: 1 });
  network.wait(
    () => socket.arrived,
    Infinity,
    () => '',
  );
  expect(fault(() => socket.finishConnect())).toBe(ETIMEDOUT);
  expect(clock.now - start).toBe(CONNECT_TIMEOUT);
});

test('when nothing can ever happen, it says what everybody waits for', () => {
  const { near, network } = pair();
  let said: unknown;
  try {
    network.wait(
      () => near.receive(1) !== undefined,
      Infinity,
      () => `${near.describe()} waits for something to read`,
    );
  } catch (error) {
    said = error;
  }
  expect(said).toBeInstanceOf(NothingCanHappen);
  expect((said as NothingCanHappen).waiting).toBe(
    'socket 4 (connected to 127.0.0.1:32768) waits for something to read',
  );
  expect(
    network.wait(
      () => false,
      2.5,
      () => '',
    ),
  ).toBe(false);
  expect(network.now).toBe(2.5);
});

test('ports are given out in turn, and those that were given back again', () => {
  const { server, network } = pair();
  const kept = server.name.port + 1;
  let highest = 0;
  for (let i = 0; i < 60_000; i++) {
    const near = new Socket(network, AF_INET, STREAM);
    near.connect(server.name);
    near.finishConnect();
    server.accept()!.close();
    expect([server.name.port, kept]).not.toContain(near.name.port);
    highest = Math.max(highest, near.name.port);
    near.close();
  }
  expect(highest).toBe(60_999);
  expect(network.full).toBe(false);
});

test('a host has as many ports as it has, and a process as many sockets', () => {
  const { network } = world();
  const bound = Array.from({ length: 28_232 }, () => {
    const socket = new Socket(network, AF_INET, STREAM, 0, 0);
    socket.bind({ host: '127.0.0.1', port: 0 });
    return socket;
  });
  const another = new Socket(network, AF_INET, STREAM, 0, 0);
  expect(fault(() => another.bind({ host: '127.0.0.1', port: 0 }))).toBe(EADDRINUSE);
  expect(fault(() => another.connect({ host: '127.0.0.1', port: 32_768 }))).toBe(EADDRNOTAVAIL);
  bound[5]!.close();
  another.bind({ host: '127.0.0.1', port: 0 });
  expect(another.name.port).toBe(32_773);

  const opened = Array.from({ length: 20_000 }, () => new Socket(network, AF_INET, STREAM));
  expect(fault(() => new Socket(network, AF_INET, STREAM))).toBe(EMFILE);
  opened[7]!.close();
  expect(new Socket(network, AF_INET, STREAM).fd).toBe(10);
});

test('what was sent in many pieces is read in many', () => {
  const { near, far } = pair();
  const pieces = 100_000;
  for (let i = 0; i < pieces; i++) near.send(String.fromCharCode(97 + (i % 26)));
  let heard = '';
  expect(far.receive(5, true)?.data).toBe('abcde');
  for (let one = far.receive(3); one !== undefined; one = far.receive(3)) heard += one.data;
  expect(heard).toHaveLength(pieces);
  expect(heard.slice(24, 30)).toBe('yzabcd');
});

test('epoll reports in the order in which sockets became ready, and again while they are', () => {
  const { network } = world();
  const pairs = [0, 1, 2].map(() => Socket.pair(network, 1, STREAM, 0));
  const watch = new Watch();
  for (const [near] of pairs) watch.add(near, IN);
  const ready = (): number[] => watch.collect().map(([fd]) => pairs.findIndex(([near]) => near.fd === fd));
  expect(ready()).toEqual([]);
  pairs[2]![1].send('x');
  pairs[0]![1].send('x');
  expect(ready()).toEqual([2, 0]);
  pairs[1]![1].send('x');
  expect(ready()).toEqual([2, 0, 1]);
  pairs[0]![0].receive(1);
  expect(ready()).toEqual([2, 1]);
  pairs[2]![0].close();
  expect(ready()).toEqual([1]);
});

test('two programs that do the same see the same', () => {
  const run = (): string => {
    const { clock, network } = world();
    const sockets = ['echo.example', 'slow.example'].map((name, i) => reach(network, name, [7, 80][i]!));
    sockets[0]!.send('a'.repeat(5000));
    sockets[1]!.send('GET /0.001 HTTP/1.1\r\n\r\n');
    const log: string[] = [];
    for (let i = 0; i < 5; i++) {
      network.wait(
        () => sockets.some((s) => (s.ready() & IN) !== 0),
        Infinity,
        () => '',
      );
      for (const s of sockets) if (s.ready() & IN) log.push(`${clock.now} ${s.fd} ${s.receive(4096)?.data.length}`);
    }
    return log.join('\n');
  };
  expect(run()).toBe(run());
});
