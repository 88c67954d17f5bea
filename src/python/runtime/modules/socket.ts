/** _socket: sockets on the simulated network. `socket` itself, in Python, stands on it. Source: the library reference, "socket". */
import { EAGAIN, EINPROGRESS, ENOTCONN, Fault, faultTexts } from '../../../world/faults.ts';
import { CAPACITY } from '../../../world/flow.ts';
import type { Address } from '../../../world/network.ts';
import { AF_INET, AF_INET6, AF_UNIX, DATAGRAM, STREAM, Socket } from '../../../world/socket.ts';
import { bufferOf, bytesLike } from '../buffers.ts';
import { clock } from '../clock.ts';
import { define, defineFunctions, defineNames } from '../define.ts';
import { raise } from '../errors.ts';
import { natives } from '../modules.ts';
import type { NativeJs, Value } from '../object.ts';
import { PyObject } from '../object.ts';
import { indexOf, intValue, strValue } from '../operands.ts';
import { None } from '../singletons.ts';
import { packetRead, packetWritten } from '../lane-packets.ts';
import { R, since } from '../state.ts';
import { PyByteArray, PyBytes, PyFloat, PyTuple } from '../values.ts';
import { errorClass, failure, network, seconds, translate, withNetwork } from './network.ts';
import { address, addressOf, addresses, lookup, num, quad, services, text } from './socket-addresses.ts';

/** The most that one call reads or keeps. */
const MOST = 2 ** 26;

class PySocket extends PyObject {
  declare s: Socket | null;
  /** Seconds; Infinity: waits for ever, 0: never waits. */
  declare timeout: number;
}
let defaultTimeout = Infinity;

/** An int, or what stands for one: the named constants are of a subclass. */
const bytes = (s: string): Value => (since(300) ? new PyBytes(s) : s);
const kernel = (self: PySocket): Socket => {
  if (self.s === null || self.s.closed) throw failure(errorClass('error'), 9, 'Bad file descriptor');
  return self.s;
};
const timedOut = (): Value => failure(errorClass('timeout'), 'timed out');

/** Tries, and waits as the socket's time-out says. `what` ends the sentence "socket 3 (…) waits …". Errors: OSError, the time-out's. */
function patiently<T>(self: PySocket, what: string, attempt: (s: Socket) => T | undefined, limit = self.timeout): T {
  const s = kernel(self);
  return withNetwork(() => {
    let result = attempt(s);
    if (result !== undefined) return result;
    if (self.timeout === 0) throw new Fault(EAGAIN);
    if (
      !network.wait(
        () => (result = attempt(s)) !== undefined,
        limit,
        () => `${s.describe()} waits ${what}`,
      )
    )
      throw timedOut();
    return result!;
  });
}

/** As `Socket.send`, and the trace is told. */
function write(s: Socket, data: string): number | undefined {
  const sent = s.send(data);
  if (R.observer !== null && sent !== undefined && s.outgoing !== null)
    packetWritten(s.outgoing, bytes(data.slice(0, sent)), sent, placeOf(s.remote));
  return sent;
}
const placeOf = (at: Address | null): string =>
  at === null || at.port < 0 ? (at?.host ?? '') : `${at.host}:${at.port}`;

/* ---- socket objects ---- */

const size = (v: Value, name: string): number => {
  if (intValue(v) === undefined)
    throw raise(
      'TypeError',
      since(300) ? `'${v.cls.name}' object cannot be interpreted as an integer` : 'an integer is required',
    );
  const n = num(v);
  if (n < 0) throw raise('ValueError', `negative buffersize in ${name}`);
  return Math.min(n, MOST);
};
const PEEK = 2;
const receive = (self: PySocket, n: number, flags: Value): { data: string; from: Address | null } =>
  patiently(self, 'for something to read', (s) => {
    const peeks = (num(flags) & PEEK) !== 0;
    const come = s.receive(n, peeks);
    if (R.observer !== null && come !== undefined && !peeks)
      packetRead(s.incoming ?? s, bytes(come.data), come.data.length, placeOf(come.from ?? s.remote));
    return come;
  });
/** Writes into a bytearray, or a memoryview of one. */
function into(buffer: Value, data: string): void {
  const whole = buffer instanceof PyByteArray ? buffer : undefined;
  if (whole !== undefined) whole.s = data + whole.s.slice(data.length);
  else for (let i = 0; i < data.length; i++) buffer.cls.dict.$__setitem__.tpcall([buffer, i, data.charCodeAt(i)], null);
}
function room(buffer: Value): number {
  if (buffer instanceof PyBytes || bufferOf(buffer) === undefined || strValue(buffer) !== undefined)
    throw raise('TypeError', `recv_into() argument 1 must be read-write bytes-like object, not ${buffer.cls.name}`);
  return bytesLike(buffer).length;
}
function connect(self: PySocket, v: Value): number {
  const s = kernel(self);
  const to = addressOf(s, v, 'connect');
  try {
    network.settle();
    const already = s.connected;
    s.connect(to);
    if (already || s.type === DATAGRAM) return 0;
    if (self.timeout === 0) return s.family === AF_UNIX ? (s.finishConnect(), 0) : EINPROGRESS;
    if (
      !network.wait(
        () => s.arrived,
        self.timeout,
        () => `${s.describe()} waits to be connected`,
      )
    )
      throw timedOut();
    s.finishConnect();
    return 0;
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw translate(error);
  }
}

const methods: Record<string, NativeJs> = {
  '__init__(self, family=-1, type=-1, proto=-1, fileno=None)'(self, family, type, proto, fileno) {
    const number = (v: Value, fallback: number): number =>
      v === undefined || v === None || indexOf(v) == -1 ? fallback : num(v);
    if (fileno !== undefined && fileno !== None) {
      self.s = network.socket(num(fileno)) ?? null;
      kernel(self);
    } else {
      const [f, t] = [number(family, AF_INET), number(type, STREAM)];
      if (f !== AF_INET && f !== AF_INET6 && f !== AF_UNIX)
        throw failure(errorClass('error'), 97, 'Address family not supported by protocol');
      // SOCK_NONBLOCK and SOCK_CLOEXEC are flags of the type.
      const plain = t & 0xf;
      if (plain !== STREAM && plain !== DATAGRAM)
        throw raise('NotImplementedError', 'only sockets of type SOCK_STREAM and SOCK_DGRAM exist in this network');
      const p = number(proto, 0);
      self.s = withNetwork(() => new Socket(network, f, plain, p));
      self.timeout = t & 0x800 ? 0 : defaultTimeout;
      return None;
    }
    self.timeout = defaultTimeout;
    return None;
  },
  'bind(self, address, /)'(self, v) {
    const s = kernel(self);
    const to = addressOf(s, v, 'bind');
    withNetwork(() => s.bind(to));
    return None;
  },
  'listen(self, backlog=128, /)'(self, n) {
    const backlog = n === undefined ? 128 : num(n);
    withNetwork(() => kernel(self).listen(backlog));
    return None;
  },
  '_accept(self, /)'(self) {
    const come = patiently(self, 'for somebody to connect', (s) => s.accept());
    return new PyTuple([come.fd, address(come, come.remote ?? { host: '', port: -1 })]);
  },
  'connect(self, address, /)'(self, v) {
    const code = connect(self, v);
    if (code !== 0) throw translate(new Fault(code));
    return None;
  },
  'connect_ex(self, address, /)': connect,
  'send(self, data, flags=0, /)'(self, v) {
    const data = bytesLike(v);
    return patiently(self, 'for room to write', (s) => write(s, data));
  },
  'sendall(self, data, flags=0, /)'(self, v) {
    let data = bytesLike(v);
    const deadline = clock.now + self.timeout;
    do {
      const sent: number = patiently(
        self,
        'for room to write',
        (s) => write(s, data),
        Math.max(0, deadline - clock.now),
      );
      data = data.slice(sent);
    } while (data !== '');
    return None;
  },
  'sendto(self, data, flags_or_address, address=None, /)'(self, v, second, third) {
    const data = bytesLike(v);
    const s = kernel(self);
    const to = addressOf(s, third === undefined || third === None ? second : third, 'sendto');
    const sent = withNetwork(() => s.sendTo(data, to));
    if (R.observer !== null) packetWritten(s.listener(to) ?? s, v, sent, placeOf(to));
    return sent;
  },
  'recv(self, size, flags=0, /)': (self, n, flags = 0) => bytes(receive(self, size(n, 'recv'), flags).data),
  'recvfrom(self, size, flags=0, /)'(self, n, flags = 0) {
    const { data, from } = receive(self, size(n, 'recvfrom'), flags);
    return new PyTuple([bytes(data), from === null ? None : address(kernel(self), from)]);
  },
  'recv_into(self, buffer, nbytes=0, flags=0) @2.5+'(self, buffer, n = 0, flags = 0) {
    const most = room(buffer);
    const { data } = receive(self, n === 0 ? most : Math.min(most, size(n, 'recv_into')), flags);
    into(buffer, data);
    return data.length;
  },
  'recvfrom_into(self, buffer, nbytes=0, flags=0) @2.5+'(self, buffer, n = 0, flags = 0) {
    const most = room(buffer);
    const { data, from } = receive(self, n === 0 ? most : Math.min(most, size(n, 'recvfrom_into')), flags);
    into(buffer, data);
    return new PyTuple([data.length, from === null ? None : address(kernel(self), from)]);
  },
  'shutdown(self, how, /)'(self, how) {
    const n = num(how);
    if (n < 0 || n > 2) throw failure(errorClass('error'), 22, 'Invalid argument');
    withNetwork(() => kernel(self).shutdown(n));
    return None;
  },
  '_close(self, /)'(self) {
    if (self.s !== null) withNetwork(() => self.s!.close());
    self.s = null;
    return None;
  },
  'detach(self, /) @3.2+'(self) {
    const fd = self.s?.fd ?? -1;
    self.s = null;
    return fd;
  },
  'fileno(self, /)'(self) {
    if (self.s === null && !since(300)) kernel(self);
    return self.s?.fd ?? -1;
  },
  'getsockname(self, /)': (self) => address(kernel(self), kernel(self).name),
  'getpeername(self, /)'(self) {
    const s = kernel(self);
    return withNetwork(() => {
      if (s.remote === null || (s.type === STREAM && !s.connected)) throw new Fault(ENOTCONN);
      return address(s, s.remote);
    });
  },
  'settimeout(self, timeout, /) @2.3+'(self, v) {
    self.timeout = timeoutOf(v);
    return None;
  },
  'gettimeout(self, /) @2.3+': (self) => (self.timeout === Infinity ? None : new PyFloat(self.timeout)),
  'setblocking(self, flag, /)'(self, flag) {
    self.timeout = indexOf(flag) == 0 ? 0 : Infinity;
    return None;
  },
  'getblocking(self, /) @3.7+': (self) => self.timeout !== 0,
  'setsockopt(self, level, option, value, /)'(self, level, option, value) {
    const s = kernel(self);
    const [l, o] = [num(level), num(option)];
    const n = intValue(value);
    const raw = n === undefined ? bytesLike(value) : '';
    // struct linger: two ints, of which the second counts when the first is not 0.
    const linger = l === 1 && o === 13 && raw.length >= 8;
    if (linger && raw.charCodeAt(0) === 0) return None;
    const v = n !== undefined ? Number(n) : raw.charCodeAt(linger ? 4 : 0);
    // A buffer is made twice as large, for the kernel's own accounts, and never very small.
    s.options.set(`${l} ${o}`, l === 1 && (o === 7 || o === 8) ? Math.max(o === 7 ? 4608 : 2304, 2 * v) : v);
    if (s.outgoing !== null && l === 1 && o === 7) s.outgoing.capacity = s.options.get('1 7')!;
    return None;
  },
  'getsockopt(self, level, option, buflen=0, /)'(self, level, option) {
    const s = kernel(self);
    const [l, o] = [num(level), num(option)];
    return withNetwork(() => {
      if (l === 1)
        switch (o) {
          case 3:
            return s.type;
          case 4:
            return s.takeError();
          case 7:
          case 8:
            return s.options.get(`1 ${o}`) ?? CAPACITY;
          case 30:
            return s.listening ? 1 : 0;
          case 38:
            return s.proto;
          case 39:
            return s.family;
        }
      return s.options.get(`${l} ${o}`) ?? 0;
    });
  },
};
function timeoutOf(v: Value): number {
  const s = seconds(v);
  if (s < 0) throw raise('ValueError', 'Timeout value out of range');
  return s;
}

const socketType = define('socket', {
  shape: PySocket,
  module: '_socket',
  alloc(cls) {
    const o = Object.create(cls.proto);
    o.s = null;
    o.timeout = Infinity;
    return o;
  },
  statics: { '__new__(cls, *args, **kw)': (cls) => cls.alloc(cls) },
  methods,
  attributes: {
    family: (o) => o.s?.family ?? AF_INET,
    type: (o) => o.s?.type ?? STREAM,
    proto: (o) => o.s?.proto ?? 0,
    timeout: (o) => (o.timeout === Infinity ? None : new PyFloat(o.timeout)),
  },
});

const swapped = (v: Value, size: 2 | 4): Value => {
  const n = num(v);
  if (n < 0) throw raise('OverflowError', "can't convert negative value to unsigned int");
  return size === 2
    ? ((n & 0xff) << 8) | ((n >> 8) & 0xff)
    : (((n & 0xff) << 24) | ((n & 0xff00) << 8) | ((n >>> 8) & 0xff00) | (n >>> 24)) >>> 0;
};

natives.set('_socket', (ns) => {
  defineNames(ns, {
    socket: socketType,
    error: errorClass('error'),
    'gaierror @2.2+': errorClass('gaierror'),
    'herror @2.2+': errorClass('herror'),
    'timeout @2.3+': errorClass('timeout'),
    AF_UNIX,
    AF_INET,
    'AF_INET6 @2.2+': AF_INET6,
    AF_UNSPEC: 0,
    SOCK_STREAM: STREAM,
    SOCK_DGRAM: DATAGRAM,
    SOCK_RAW: 3,
    'SOCK_NONBLOCK @3.2+': 0x800,
    'SOCK_CLOEXEC @3.2+': 0x80000,
    SOL_SOCKET: 1,
    SO_DEBUG: 1,
    SO_REUSEADDR: 2,
    SO_TYPE: 3,
    SO_ERROR: 4,
    SO_DONTROUTE: 5,
    SO_BROADCAST: 6,
    SO_SNDBUF: 7,
    SO_RCVBUF: 8,
    SO_KEEPALIVE: 9,
    SO_OOBINLINE: 10,
    SO_LINGER: 13,
    SO_REUSEPORT: 15,
    SO_RCVLOWAT: 18,
    SO_SNDLOWAT: 19,
    SO_RCVTIMEO: 20,
    SO_SNDTIMEO: 21,
    'SO_ACCEPTCONN @3.0+': 30,
    'SO_PROTOCOL @3.6+': 38,
    'SO_DOMAIN @3.6+': 39,
    SOMAXCONN: since(305) ? 4096 : 128,
    IPPROTO_IP: 0,
    IPPROTO_ICMP: 1,
    IPPROTO_TCP: 6,
    IPPROTO_UDP: 17,
    'IPPROTO_IPV6 @2.2+': 41,
    'IPV6_V6ONLY @2.4+': 26,
    'TCP_NODELAY @2.2+': 1,
    'TCP_KEEPIDLE @2.4+': 4,
    MSG_OOB: 1,
    MSG_PEEK: PEEK,
    MSG_DONTROUTE: 4,
    MSG_WAITALL: 256,
    MSG_DONTWAIT: 64,
    'MSG_NOSIGNAL @3.2+': 0x4000,
    'SHUT_RD @2.3+': 0,
    'SHUT_WR @2.3+': 1,
    'SHUT_RDWR @2.3+': 2,
    INADDR_ANY: 0,
    INADDR_BROADCAST: 0xffffffff,
    INADDR_LOOPBACK: 0x7f000001,
    'AI_PASSIVE @2.2+': 1,
    'AI_CANONNAME @2.2+': 2,
    'AI_NUMERICHOST @2.2+': 4,
    'AI_ADDRCONFIG @2.2+': 32,
    'AI_NUMERICSERV @2.2+': 1024,
    'EAI_AGAIN @2.2+': -3,
    'EAI_FAIL @2.2+': -4,
    'EAI_FAMILY @2.2+': -6,
    'EAI_NONAME @2.2+': -2,
    'EAI_SERVICE @2.2+': -8,
    'EAI_ADDRFAMILY @2.2+': -9,
    'NI_NUMERICHOST @2.2+': 1,
    'NI_NUMERICSERV @2.2+': 2,
    'has_ipv6 @2.3+': true,
  });
  defineFunctions(ns, {
    '_pair(family, type, proto, /)'(family, type, proto) {
      return withNetwork(
        () => new PyTuple(Socket.pair(network, num(family), num(type) & 0xf, num(proto)).map((s) => s.fd)),
      );
    },
    /** Whether anything will happen in the network by itself. */
    '_underway()': () => network.next !== Infinity,
    '_describe(fd, /)': (fd) => network.socket(num(fd))?.describe() ?? `socket ${num(fd)} (closed)`,
    'getaddrinfo(host, port, family=0, type=0, proto=0, flags=0) @2.2+': (
      host,
      port,
      family = 0,
      type = 0,
      _proto = 0,
      flags = 0,
    ) => addresses(host, port, num(family), num(type), num(flags)),
    'gethostbyname(name, /)': (name) => (text(name) === '' ? '0.0.0.0' : lookup(text(name) ?? '')),
    'gethostbyname_ex(name, /)': (name) => new PyTuple([text(name), R.list!([]), R.list!([lookup(text(name) ?? '')])]),
    'gethostbyaddr(address, /)'(v) {
      const host = lookup(text(v) ?? '');
      const name = network.nameOf(host);
      if (name === undefined) throw failure(errorClass('herror'), 1, 'Unknown host');
      return new PyTuple([name, R.list!([]), R.list!([host])]);
    },
    'gethostname()': () => 'localhost',
    'getnameinfo(address, flags, /) @2.2+'(v, flags) {
      const [host, port] = [text(v.a[0]) ?? '', Number(v.a[1])];
      const service = Object.keys(services).find((k) => services[k] === port);
      return new PyTuple([
        num(flags) & 1 ? host : (network.nameOf(host) ?? host),
        num(flags) & 2 || service === undefined ? String(port) : service,
      ]);
    },
    'getservbyname(name, protocol="tcp", /)'(name) {
      const port = services[text(name) ?? ''];
      if (port === undefined) throw failure(errorClass('error'), 'service/proto not found');
      return port;
    },
    'getservbyport(port, protocol="tcp", /) @2.4+'(port) {
      const name = Object.keys(services).find((k) => services[k] === num(port));
      if (name === undefined) throw failure(errorClass('error'), 'port/proto not found');
      return name;
    },
    'getprotobyname(name, /)'(name) {
      const number = ({ ip: 0, icmp: 1, tcp: 6, udp: 17 } as Record<string, number>)[text(name) ?? ''];
      if (number === undefined) throw failure(errorClass('error'), 'protocol not found');
      return number;
    },
    'strerror(code, /)': (code) => faultTexts[num(code)] ?? '',
    'getdefaulttimeout() @2.3+': () => (defaultTimeout === Infinity ? None : new PyFloat(defaultTimeout)),
    'setdefaulttimeout(timeout, /) @2.3+'(v) {
      defaultTimeout = timeoutOf(v);
      return None;
    },
    'inet_aton(address, /)': (v) => bytes(String.fromCharCode(...quad(v, 'inet_aton'))),
    'inet_ntoa(packed, /)'(v) {
      const s = bytesLike(v);
      if (s.length !== 4)
        throw failure(
          errorClass('error'),
          since(300) ? 'packed IP wrong length' : 'packed IP wrong length for inet_ntoa',
        );
      return Array.from(s, (c) => c.charCodeAt(0)).join('.');
    },
    'inet_pton(family, address, /) @2.3+'(family, v) {
      if (num(family) === AF_INET) return bytes(String.fromCharCode(...quad(v, 'inet_pton')));
      if (text(v) !== '::1' && text(v) !== '::')
        throw failure(errorClass('error'), 'illegal IP address string passed to inet_pton');
      return bytes('\0'.repeat(15) + (text(v) === '::1' ? '\x01' : '\0'));
    },
    'inet_ntop(family, packed, /) @2.3+'(family, v) {
      const s = bytesLike(v);
      if (num(family) === AF_INET && s.length === 4) return Array.from(s, (c) => c.charCodeAt(0)).join('.');
      if (s.length !== 16) throw raise('ValueError', 'invalid length of packed IP address string');
      return s === '\0'.repeat(15) + '\x01'
        ? '::1'
        : Array.from({ length: 8 }, (_, i) => ((s.charCodeAt(2 * i) << 8) | s.charCodeAt(2 * i + 1)).toString(16)).join(
            ':',
          );
    },
    'htons(x, /)': (x) => swapped(x, 2),
    'ntohs(x, /)': (x) => swapped(x, 2),
    'htonl(x, /)': (x) => swapped(x, 4),
    'ntohl(x, /)': (x) => swapped(x, 4),
    'close(fd, /) @3.7+'(fd) {
      const s = network.socket(num(fd));
      if (s === undefined) throw failure(errorClass('error'), 9, 'Bad file descriptor');
      withNetwork(() => s.close());
      return None;
    },
  });
});
