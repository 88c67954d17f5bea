/** A socket as a kernel sees it: it never waits. What would have to wait answers `undefined`, and who wants to wait asks the network to. Source: POSIX; Linux where POSIX is open. */
import {
  EADDRINUSE,
  EADDRNOTAVAIL,
  EBADF,
  ECONNABORTED,
  ECONNREFUSED,
  ECONNRESET,
  EDESTADDRREQ,
  EINPROGRESS,
  EALREADY,
  EINVAL,
  EISCONN,
  ENOENT,
  EMFILE,
  EMSGSIZE,
  ENOTCONN,
  EOPNOTSUPP,
  EPIPE,
  ETIMEDOUT,
  Fault,
} from './faults.ts';
import { Ring } from '../scheduler/ring.ts';
import { CAPACITY, Flow, loopback } from './flow.ts';
import type { Address, Network } from './network.ts';
import { CONNECT_TIMEOUT, isLocal } from './network.ts';
import { Line } from './peer.ts';

export const AF_UNIX = 1;
export const AF_INET = 2;
export const AF_INET6 = 10;
export const STREAM = 1;
export const DATAGRAM = 2;

/** Readiness, in the numbers of Linux's poll and epoll. */
export const IN = 1;
export const PRI = 2;
export const OUT = 4;
export const ERR = 8;
export const HUP = 16;
export const NVAL = 32;
export const RDHUP = 0x2000;

/** Who wants to hear that a socket may have become ready. */
export interface Watcher {
  changed(socket: Socket, what: number): void;
}

/** The most bytes of a datagram. */
const DATAGRAM_SIZE = 65_507;

export class Socket {
  readonly network: Network;
  readonly family: number;
  readonly type: number;
  readonly proto: number;
  fd: number;
  local: Address | null = null;
  remote: Address | null = null;
  closed = false;
  readonly watchers = new Set<Watcher>();
  readonly options = new Map<string, number>();
  /** The connection's two directions, once there is one. */
  incoming: Flow | null = null;
  outgoing: Flow | null = null;
  #state: 'new' | 'listening' | 'connecting' | 'arrived' | 'connected' | 'failed' = 'new';
  #error = 0;
  #readShut = false;
  #writeShut = false;
  #reset = false;
  /** Listening: connections that have come, those for which there is no room yet, and how many there is room for. */
  readonly #queue = new Ring<Socket>();
  readonly #waiting = new Ring<() => void>();
  #backlog = 0;
  readonly #datagrams = new Ring<{ data: string; from: Address }>();
  /** The port that it has taken for itself. */
  #port: number | null = null;

  /** Throws Fault EMFILE when there are as many sockets as there may be. */
  constructor(network: Network, family: number, type: number, proto = 0, fd?: number) {
    this.network = network;
    this.family = family;
    this.type = type;
    this.proto = proto;
    if (fd === undefined && network.full) throw new Fault(EMFILE);
    this.fd = fd ?? network.open(this);
  }

  get listening(): boolean {
    return this.#state === 'listening';
  }
  get connected(): boolean {
    return this.#state === 'connected' || this.#state === 'arrived';
  }
  get #kind(): string {
    return `${this.family === AF_UNIX ? 'unix' : this.family === AF_INET6 ? 'inet6' : 'inet'}${this.type}`;
  }
  get #nowhere(): Address {
    return this.family === AF_UNIX
      ? { host: '', port: -1 }
      : { host: this.family === AF_INET6 ? '::' : '0.0.0.0', port: 0 };
  }
  get name(): Address {
    return this.local ?? this.#nowhere;
  }

  /** For messages: `socket 4 (listening on 127.0.0.1:8001)`. */
  describe(): string {
    const at = ({ host, port }: Address): string => (port < 0 ? host || 'unnamed' : `${host}:${port}`);
    const what =
      this.#state === 'listening'
        ? `listening on ${at(this.name)}`
        : this.remote !== null && this.remote.host !== ''
          ? `connected to ${at(this.remote)}`
          : this.connected
            ? 'one of a pair'
            : this.local !== null
              ? `bound to ${at(this.local)}`
              : 'not connected';
    return `socket ${this.fd} (${what})`;
  }

  /** What it is ready for: a sum of IN, OUT, ERR, HUP and RDHUP. */
  ready(): number {
    if (this.closed) return NVAL;
    const { incoming, outgoing } = this;
    // What most are asked for, most of the time: a connection in good order.
    if (
      this.#state === 'connected' &&
      !this.#reset &&
      !this.#error &&
      !this.#readShut &&
      !this.#writeShut &&
      !incoming!.ended
    )
      return (incoming!.unread > 0 ? IN : 0) | (outgoing!.writable ? OUT : 0);
    if (this.type === DATAGRAM && this.outgoing === null)
      return (this.#datagrams.length > 0 || this.#readShut ? IN : 0) | (this.#error ? ERR : 0) | OUT;
    if (this.#state === 'listening') return this.#queue.length > 0 ? IN : 0;
    if (this.#state === 'connecting') return 0;
    if (this.#state === 'new') return OUT | HUP;
    const error = this.#error ? ERR : 0;
    if (this.#state === 'failed' || this.#reset) return IN | OUT | HUP | RDHUP | error;
    const ended = incoming!.ended || this.#readShut;
    return (
      (incoming!.unread > 0 || ended ? IN : 0) |
      (outgoing!.writable || this.#writeShut ? OUT : 0) |
      (ended ? RDHUP : 0) |
      (ended && (this.#writeShut || (this.family === AF_UNIX && outgoing!.deaf)) ? HUP : 0) |
      error
    );
  }
  #changed(what: number): void {
    for (const w of this.watchers) w.changed(this, what);
  }
  #open(): void {
    if (this.closed) throw new Fault(EBADF);
  }

  /** Throws Fault EADDRINUSE, EADDRNOTAVAIL, EINVAL. */
  bind(to: Address): void {
    this.#open();
    if (this.local !== null) throw new Fault(EINVAL);
    if (to.port >= 0 && !isLocal(to.host)) throw new Fault(EADDRNOTAVAIL);
    const at = to.port === 0 ? { host: to.host, port: this.#freePort(EADDRINUSE) } : to;
    const other = this.network.find(this.#kind, at);
    if (
      other === undefined
        ? this.network.taken(this.#kind, at)
        : !(this.type === DATAGRAM && this.options.get('1 15') && other.options.get('1 15'))
    )
      throw new Fault(EADDRINUSE);
    this.local = at;
    this.#takePort();
    this.network.bind(this.#kind, at, this);
  }
  #freePort(otherwise: number): number {
    const port = this.network.freePort();
    if (port === undefined) throw new Fault(otherwise);
    return port;
  }
  #takePort(): void {
    if (this.local === null || this.local.port < 0) return;
    this.#port = this.local.port;
    this.network.takePort(this.#port);
  }
  #bindAnywhere(host: string): void {
    if (this.local === null) {
      this.local =
        this.family === AF_UNIX
          ? null
          : {
              host: isLocal(host) ? (this.family === AF_INET6 ? '::1' : '127.0.0.1') : '192.0.2.1',
              port: this.#freePort(EADDRNOTAVAIL),
            };
      this.#takePort();
      if (this.local !== null && this.type === DATAGRAM) this.network.bind(this.#kind, this.local, this);
    }
  }

  listen(backlog: number): void {
    this.#open();
    if (this.type !== STREAM) throw new Fault(EOPNOTSUPP);
    if (this.connected || this.#state === 'connecting') throw new Fault(EINVAL);
    if (this.local === null) this.bind(this.#nowhere);
    this.#state = 'listening';
    this.#backlog = Math.max(0, backlog);
  }

  /** A connection that has come, as a new socket; undefined: none yet. Throws Fault EMFILE, and the connection goes on waiting. */
  accept(): Socket | undefined {
    this.#open();
    if (this.type !== STREAM) throw new Fault(EOPNOTSUPP);
    if (this.#state !== 'listening') throw new Fault(EINVAL);
    if (this.#queue.length > 0 && this.network.full) throw new Fault(EMFILE);
    const come = this.#queue.shift();
    if (come === undefined) return undefined;
    come.fd = this.network.open(come);
    this.#waiting.shift()?.();
    return come;
  }

  /** Starts to connect. `arrived` says whether it has ended already; a program that does not wait is told EINPROGRESS all the same. */
  connect(to: Address): void {
    this.#open();
    if (this.type === DATAGRAM) {
      this.remote = to;
      this.#bindAnywhere(to.host);
      return;
    }
    switch (this.#state) {
      case 'connected':
        throw new Fault(EISCONN);
      case 'arrived':
        if (this.#reset) throw new Fault(ECONNABORTED);
        this.#state = 'connected';
        return;
      case 'connecting':
        throw new Fault(EALREADY);
      case 'listening':
        throw new Fault(EISCONN);
      case 'failed': {
        const error = this.takeError();
        this.#state = 'new';
        throw new Fault(error || ECONNABORTED);
      }
    }
    if (this.family === AF_UNIX && this.network.find(this.#kind, to) === undefined) throw new Fault(ENOENT);
    this.#bindAnywhere(to.host);
    this.#state = 'connecting';
    this.remote = to.host === '0.0.0.0' ? { host: '127.0.0.1', port: to.port } : to;
    const { network } = this;
    if (this.family === AF_UNIX || isLocal(to.host)) {
      const server = network.find(this.#kind, this.remote);
      if (server?.listening) server.#come(this);
      else this.#fail(ECONNREFUSED);
      return;
    }
    const { latency } = network.linkTo(to.host);
    const service = network.service(to);
    if (!network.reaches(to.host)) network.at(network.now + CONNECT_TIMEOUT, () => this.#fail(ETIMEDOUT));
    else if (service?.connect === undefined) network.at(network.now + 2 * latency, () => this.#fail(ECONNREFUSED));
    else
      network.at(network.now + latency, () => {
        if (this.closed) return;
        const [up, down] = [new Flow(service.link, network), new Flow(service.link, network)];
        network.at(network.now + latency, () => this.#establish(down, up));
        service.connect!(new Line(network, up, down, () => network.at(network.now + latency, () => this.#broken())));
      });
  }
  /** Ends an attempt whose time is over. */
  get arrived(): boolean {
    return this.#state !== 'connecting';
  }
  /** How a connection attempt that is over has ended. Throws its Fault. */
  finishConnect(): void {
    if (this.#state === 'failed') {
      const error = this.takeError();
      this.#state = 'new';
      throw new Fault(error || ECONNABORTED);
    }
    if (this.#state === 'arrived') this.#state = 'connected';
  }
  /** What a program is told that starts to connect and does not wait. */
  static readonly underway = EINPROGRESS;

  #come(client: Socket): void {
    const letIn = (): void => {
      if (client.closed) return;
      if (this.closed) return client.#fail(ECONNREFUSED);
      const [there, back] = [new Flow(loopback, this.network), new Flow(loopback, this.network)];
      const server = new Socket(this.network, this.family, this.type, this.proto, -1);
      server.local = this.family === AF_UNIX ? this.local : { host: client.remote!.host, port: this.local!.port };
      server.remote = client.name;
      server.#establish(there, back);
      server.#state = 'connected';
      client.#establish(back, there);
      this.#queue.push(server);
      this.#changed(IN);
    };
    if (this.#queue.length > this.#backlog) this.#waiting.push(letIn);
    else letIn();
  }
  #establish(incoming: Flow, outgoing: Flow): void {
    if (this.closed) {
      outgoing.finish();
      return;
    }
    this.incoming = incoming;
    this.outgoing = outgoing;
    outgoing.capacity = this.options.get('1 7') ?? CAPACITY;
    incoming.onArrival = () => this.#changed(IN | (incoming.ended ? RDHUP | HUP : 0));
    outgoing.onRoom = () => this.#changed(OUT);
    outgoing.onRefused = () => this.#broken();
    this.#state = 'arrived';
    this.#changed(OUT);
  }
  #fail(error: number): void {
    if (this.closed) return;
    this.#state = 'failed';
    this.#error = error;
    this.#changed(IN | OUT | ERR | HUP);
  }
  /** The other side has cut the connection. */
  #broken(): void {
    if (this.closed || this.#reset || !this.connected) return;
    this.#reset = true;
    this.#error = this.incoming!.ended ? EPIPE : ECONNRESET;
    this.#changed(IN | OUT | ERR | HUP);
  }

  takeError(): number {
    const error = this.#error;
    this.#error = 0;
    return error;
  }

  /** How many bytes it has taken; undefined: no room. Throws Fault EPIPE, ENOTCONN, ECONNRESET. */
  send(data: string): number | undefined {
    this.#open();
    if (this.type === DATAGRAM && this.outgoing === null) return this.sendTo(data, this.remote);
    // On its way: there is no room yet.
    if (this.#state === 'connecting') return undefined;
    if (!this.connected)
      throw new Fault(
        this.#state === 'failed' ? this.takeError() || EPIPE : this.family === AF_UNIX ? ENOTCONN : EPIPE,
      );
    if (this.#reset) throw new Fault(this.takeError() || EPIPE);
    if (this.#writeShut || (this.family === AF_UNIX && this.outgoing!.deaf)) throw new Fault(EPIPE);
    if (data === '') return 0;
    const sent = this.outgoing!.send(data);
    return sent === 0 ? undefined : sent;
  }
  sendTo(data: string, to: Address | null): number {
    this.#open();
    if (this.type === STREAM) throw new Fault(this.connected ? EISCONN : EPIPE);
    if (to === null) throw new Fault(EDESTADDRREQ);
    if (data.length > DATAGRAM_SIZE) throw new Fault(EMSGSIZE);
    if (this.#error) throw new Fault(this.takeError());
    this.#bindAnywhere(to.host);
    const { network } = this;
    const from = this.name;
    if (this.family === AF_UNIX || isLocal(to.host)) {
      const other = network.find(this.#kind, to);
      if (other !== undefined)
        other.#receive(data, from.host === '0.0.0.0' ? { host: '127.0.0.1', port: from.port } : from);
      else if (this.family === AF_UNIX) throw new Fault(ENOENT);
      else if (this.remote !== null) {
        this.#error = ECONNREFUSED;
        this.#changed(IN | ERR);
      }
      return data.length;
    }
    const service = network.service(to);
    const latency = service?.link.latency ?? 0;
    if (service?.datagram !== undefined)
      network.at(network.now + latency, () => {
        const answer = service.datagram!(data);
        if (answer !== null) network.at(network.now + answer.after + latency, () => this.#receive(answer.data, to));
      });
    return data.length;
  }
  /** Who of this host would get a datagram that is sent there. */
  listener(to: Address): Socket | undefined {
    return this.network.find(this.#kind, to);
  }
  #receive(data: string, from: Address): void {
    if (this.closed || (this.remote !== null && (this.remote.host !== from.host || this.remote.port !== from.port)))
      return;
    this.#datagrams.push({ data, from });
    this.#changed(IN);
  }

  /** What has arrived, and from whom for a datagram; undefined: nothing yet; '' at the end. Throws Fault ENOTCONN, ECONNRESET. */
  receive(size: number, peek = false): { data: string; from: Address | null } | undefined {
    this.#open();
    if (this.type === DATAGRAM && this.outgoing === null) {
      if (this.#error) throw new Fault(this.takeError());
      const first = peek ? this.#datagrams.first : this.#datagrams.shift();
      if (first === undefined) return this.#readShut ? { data: '', from: null } : undefined;
      return { data: first.data.slice(0, size), from: first.from };
    }
    if (this.#reset && this.incoming!.unread === 0) {
      if (this.#error && !this.incoming!.ended) throw new Fault(this.takeError());
      return { data: '', from: null };
    }
    if (this.#state === 'failed' && this.#error) throw new Fault(this.takeError());
    if (this.#state === 'connecting') return undefined;
    if (!this.connected) throw new Fault(this.family === AF_UNIX && this.#state !== 'listening' ? EINVAL : ENOTCONN);
    if (size === 0) return { data: '', from: null };
    const data = this.incoming!.read(size, peek) ?? (this.#readShut ? '' : undefined);
    return data === undefined ? undefined : { data, from: null };
  }

  /** `how`: 0 reading, 1 writing, 2 both. */
  shutdown(how: number): void {
    this.#open();
    if (!this.connected || this.#reset) throw new Fault(ENOTCONN);
    if (how !== 1) this.#readShut = true;
    if (how !== 0) {
      this.#writeShut = true;
      this.outgoing!.finish();
    }
    this.#changed(IN | OUT | HUP);
  }

  close(): void {
    if (this.closed) return;
    const unread = this.connected && this.incoming!.unread > 0;
    const listening = this.listening;
    this.closed = true;
    if (this.fd >= 0) this.network.release(this.fd);
    this.fd = -1;
    if (this.local !== null) this.network.unbind(this.#kind, this.local, this);
    if (this.#port !== null) this.network.giveBackPort(this.#port);
    if (listening) {
      for (let come = this.#queue.shift(); come !== undefined; come = this.#queue.shift()) come.#cut();
      for (let letIn = this.#waiting.shift(); letIn !== undefined; letIn = this.#waiting.shift()) letIn();
    }
    if (this.outgoing !== null && !this.#reset) {
      const linger = this.options.get('1 13') === 0;
      this.incoming!.deaf = true;
      if ((unread || linger) && this.family !== AF_UNIX) this.#cut();
      else this.outgoing.finish();
      if (this.family === AF_UNIX) this.incoming!.onRoom();
    }
    this.watchers.clear();
  }
  /** Tells the other side that the connection is no more. */
  #cut(): void {
    if (this.incoming === null) return;
    this.incoming.deaf = true;
    this.outgoing!.finished = true;
    this.incoming.onRefused();
  }

  /** Two sockets connected to each other. */
  static pair(network: Network, family: number, type: number, proto: number): [Socket, Socket] {
    const [a, b] = [new Socket(network, family, type, proto), new Socket(network, family, type, proto)];
    const [there, back] = [new Flow(loopback, network), new Flow(loopback, network)];
    a.#establish(back, there);
    b.#establish(there, back);
    a.#state = b.#state = 'connected';
    a.remote = b.remote = { host: '', port: -1 };
    return [a, b];
  }
}
