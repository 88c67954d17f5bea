/**
 * Linux's epoll, level-triggered: who has become ready stands in a list, in the order in which it did; who is still ready after having been reported goes to
 * the list's end. That order is what programs see, and what they print. Source: epoll(7).
 */
import type { Socket, Watcher } from './socket.ts';
import { ERR, HUP } from './socket.ts';

interface Interest {
  socket: Socket;
  events: number;
}

export class Watch implements Watcher {
  readonly #interests = new Map<number, Interest>();
  /** File numbers that may be ready, oldest first: a Set keeps the order. */
  readonly #list = new Set<number>();

  get size(): number {
    return this.#interests.size;
  }
  has(fd: number): boolean {
    return this.#interests.get(fd)?.socket.closed === false;
  }
  add(socket: Socket, events: number): void {
    this.#interests.set(socket.fd, { socket, events });
    socket.watchers.add(this);
    this.changed(socket, socket.ready());
  }
  modify(socket: Socket, events: number): void {
    this.#interests.get(socket.fd)!.events = events;
    this.changed(socket, socket.ready());
  }
  remove(fd: number): void {
    this.#interests.get(fd)?.socket.watchers.delete(this);
    this.#interests.delete(fd);
    this.#list.delete(fd);
  }
  /** Everything it waits for, for a message. */
  describe(): string[] {
    return Array.from(this.#interests.values(), ({ socket }) => socket.describe());
  }

  changed(socket: Socket, what: number): void {
    const interest = this.#interests.get(socket.fd);
    if (interest !== undefined && (what & (interest.events | ERR | HUP)) !== 0) this.#list.add(socket.fd);
  }

  /** At most `most` of those that are ready, with what for. */
  collect(most = Infinity): [fd: number, events: number][] {
    const found: [number, number][] = [];
    for (const fd of Array.from(this.#list)) {
      if (found.length >= most) break;
      const interest = this.#interests.get(fd)!;
      this.#list.delete(fd);
      if (interest.socket.closed) {
        this.remove(fd);
        continue;
      }
      const events = interest.socket.ready() & (interest.events | ERR | HUP);
      if (events !== 0) found.push([fd, events]);
    }
    for (const [fd] of found) this.#list.add(fd);
    return found;
  }
  /** Whether anybody is ready. */
  any(): boolean {
    for (const fd of this.#list) {
      const { socket, events } = this.#interests.get(fd)!;
      if (!socket.closed && (socket.ready() & (events | ERR | HUP)) !== 0) return true;
    }
    return false;
  }
}
