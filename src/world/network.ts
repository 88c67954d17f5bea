/**
 * The network in memory: hosts, their names, who listens where, and what is under way. Its time is the program's virtual clock: what is due happens
 * when somebody looks (`settle`), and who waits makes time go on to the next event (`wait`).
 */
import type { Clock } from '../scheduler/clock.ts';
import { after } from '../scheduler/clock.ts';
import { TimeQueue } from '../scheduler/time-queue.ts';
import { NothingCanHappen } from './faults.ts';
import type { Link, Time } from './flow.ts';
import { loopback } from './flow.ts';
import type { Line } from './peer.ts';
import type { Socket } from './socket.ts';

/** Where a socket is: an IPv4 or IPv6 address and a port, or for a local (UNIX) socket a path and port -1. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Someone at the far end who is not part of the program: what a peer's connection and a datagram are handed to. */
export interface Service {
  readonly link: Link;
  /** A connection has come. */
  connect?(line: Line): void;
  /** A datagram has come: the answer, or null for none, after so many seconds. */
  datagram?(data: string): { data: string; after: number } | null;
}

/** Seconds that a name service far away takes. */
export const LOOKUP = 0.02;
/** Seconds after which an attempt to reach a host that does not answer is given up; that of Linux. */
export const CONNECT_TIMEOUT = 127;
/** How many sockets there may be at once: the file numbers of a process that was allowed many. The next is refused, as EMFILE. */
const MOST_SOCKETS = 20_000;
/** The ports given to those who did not ask for one, in turn. Source: Linux's ip_local_port_range. */
const PORTS = { first: 32768, last: 60999 };

export class Network implements Time {
  readonly #clock: Clock;
  #events = new TimeQueue<() => void>();
  /** While something is done aside: what is under way for the others. */
  #elsewhere: TimeQueue<() => void> | null = null;
  /** The time of the event that is happening just now. */
  #moment: number | null = null;
  readonly #names = new Map<string, string>([['localhost', '127.0.0.1']]);
  readonly #bound = new Map<string, Socket>();
  readonly #services = new Map<string, Service>();
  readonly #sockets = new Map<number, Socket>();
  /** Where to look for the next free port, and how many sockets each of those in use has. */
  #port = PORTS.first;
  readonly #ports = new Map<number, number>();
  /** File numbers below #next that are free again: the lowest is the first to be given out, so they stand in a heap. */
  readonly #released = new TimeQueue<number>();
  #next = 3;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get now(): number {
    return this.#moment ?? this.#clock.now;
  }
  at(when: number, event: () => void): void {
    this.#events.push(after(0, when), event);
  }
  /**
   * Does something in a time of its own (see VirtualClock): only what it starts itself happens meanwhile; what the others have under way, when it waits for
   * that and for nothing of its own.
   */
  aside(action: () => void): void {
    const [mine, outer] = [this.#events, this.#elsewhere];
    this.#events = new TimeQueue();
    this.#elsewhere = mine;
    try {
      action();
    } finally {
      for (let left = this.#events.pop(); left !== undefined; left = this.#events.pop())
        mine.push(left.when, left.item);
      this.#events = mine;
      this.#elsewhere = outer;
    }
  }
  /** Seconds until the next event, Infinity when none is under way. */
  get next(): number {
    return this.#events.first === undefined ? Infinity : Math.max(0, this.#events.first.when - this.#clock.now);
  }

  /** Lets everything happen that is due. */
  settle(): void {
    while (this.#events.first !== undefined && this.#events.first.when <= this.#clock.now) {
      const { when, item } = this.#events.pop()!;
      this.#moment = when;
      try {
        item();
      } finally {
        this.#moment = null;
      }
    }
  }

  /**
   * Waits until `ready`, or for `seconds`: answers whether it is. Time goes on from event to event. Throws NothingCanHappen when there is neither an event
   * nor a limit; `waiting` then says what for.
   */
  wait(ready: () => boolean, seconds: number, waiting: () => string): boolean {
    const deadline = seconds === Infinity ? Infinity : after(this.#clock.now, seconds);
    for (;;) {
      this.settle();
      if (ready()) return true;
      if (this.#clock.now >= deadline) return false;
      const until = Math.min(deadline, this.#events.first?.when ?? Infinity);
      const other = this.#events.first === undefined ? this.#elsewhere?.first : undefined;
      if (other !== undefined && other.when <= until) {
        this.#elsewhere!.remove(other);
        this.#events.push(other.when, other.item);
        continue;
      }
      if (until === Infinity) throw new NothingCanHappen(waiting());
      this.#clock.reach(until);
    }
  }

  /** Gives a host its name. */
  name(name: string, host: string): void {
    this.#names.set(name, host);
  }
  /** The address of a name, or of an address; undefined when nobody knows. Takes no time; see LOOKUP. */
  resolve(name: string): string | undefined {
    return isAddress(name) ? name : this.#names.get(name.toLowerCase());
  }
  nameOf(host: string): string | undefined {
    for (const [name, address] of this.#names) if (address === host) return name;
    return undefined;
  }

  /** A service of a host outside, reached by that host's address. */
  serve(host: string, port: number, service: Service): void {
    this.#services.set(`${host} ${port}`, service);
  }
  service(to: Address): Service | undefined {
    return this.#services.get(`${to.host} ${to.port}`);
  }

  /** Who is bound there, to that address itself or to all addresses of this host. */
  find(kind: string, to: Address): Socket | undefined {
    return (
      this.#bound.get(place(kind, to)) ??
      (isLocal(to.host) && to.port >= 0
        ? this.#bound.get(place(kind, { host: anyOf(to.host), port: to.port }))
        : undefined)
    );
  }
  /** Whether `at` may not be bound by another. */
  taken(kind: string, at: Address): boolean {
    if (at.port >= 0 && at.host === anyOf(at.host) && this.#ports.has(at.port))
      for (const key of this.#bound.keys()) if (key.startsWith(`${kind} `) && key.endsWith(` ${at.port}`)) return true;
    return this.find(kind, at) !== undefined;
  }
  bind(kind: string, at: Address, socket: Socket): void {
    this.#bound.set(place(kind, at), socket);
  }
  unbind(kind: string, at: Address, socket: Socket): void {
    if (this.#bound.get(place(kind, at)) === socket) this.#bound.delete(place(kind, at));
  }
  /** The next port that nobody uses; undefined when all are taken. */
  freePort(): number | undefined {
    for (let tried = PORTS.first; tried <= PORTS.last; tried++) {
      const port = this.#port;
      this.#port = port === PORTS.last ? PORTS.first : port + 1;
      if (!this.#ports.has(port)) return port;
    }
    return undefined;
  }
  /** A socket's own address is this port's; it is given back once for each time it was taken. */
  takePort(port: number): void {
    this.#ports.set(port, (this.#ports.get(port) ?? 0) + 1);
  }
  giveBackPort(port: number): void {
    const users = (this.#ports.get(port) ?? 0) - 1;
    if (users > 0) this.#ports.set(port, users);
    else this.#ports.delete(port);
  }
  linkTo(host: string): Link {
    if (isLocal(host)) return loopback;
    for (const [key, service] of this.#services) if (key.startsWith(`${host} `)) return service.link;
    return loopback;
  }
  /** Whether there is such a host at all. */
  reaches(host: string): boolean {
    if (isLocal(host)) return true;
    for (const key of this.#services.keys()) if (key.startsWith(`${host} `)) return true;
    return false;
  }

  /** The lowest number that is free, from 3 on: 0 to 2 are the standard streams. */
  open(socket: Socket): number {
    const fd = this.#released.pop()?.item ?? this.#next++;
    this.#sockets.set(fd, socket);
    return fd;
  }
  /** Whether there are as many sockets as a process may have open. */
  get full(): boolean {
    return this.#sockets.size >= MOST_SOCKETS;
  }
  release(fd: number): void {
    if (this.#sockets.delete(fd)) this.#released.push(fd, fd);
  }
  socket(fd: number): Socket | undefined {
    return this.#sockets.get(fd);
  }
}

const place = (kind: string, { host, port }: Address): string => `${kind} ${host} ${port}`;
export const isAddress = (text: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(text) || text.includes(':');
/** This host: 127.0.0.0/8, ::1, and the addresses that mean all of its own. */
export const isLocal = (host: string): boolean =>
  host.startsWith('127.') || host === '::1' || host === '0.0.0.0' || host === '::';
const anyOf = (host: string): string => (host.includes(':') ? '::' : '0.0.0.0');
