/** select: which sockets are ready, by select, poll and epoll, on the simulated network. Source: the library reference, "select". */
import { ERR, HUP, IN, NVAL, OUT, PRI, RDHUP, type Socket } from '../../../world/socket.ts';
import { Watch } from '../../../world/watch.ts';
import { define, defineFunctions, defineNames } from '../define.ts';
import { raise } from '../errors.ts';
import { natives } from '../modules.ts';
import type { Value } from '../object.ts';
import { PyObject } from '../object.ts';
import { indexOf } from '../operands.ts';
import { None } from '../singletons.ts';
import { R, since } from '../state.ts';
import { PyTuple } from '../values.ts';
import { errorClass, failure, fileNumber, network, seconds, socketAt, withNetwork } from './network.ts';

const selectError = (code: number, text: string): Value => failure(errorClass('select.error'), code, text);
const badFile = (): Value => selectError(9, 'Bad file descriptor');

type Watched = [object: Value, socket: Socket];
function watched(sequence: Value): Watched[] {
  if (R.tryGet!(sequence, '$__iter__') === undefined && R.tryGet!(sequence, '$__getitem__') === undefined)
    throw raise('TypeError', 'arguments 1-3 must be sequences');
  return R.items!(sequence).map((object) => {
    const socket = socketAt(fileNumber(object));
    if (socket === undefined) throw badFile();
    return [object, socket];
  });
}
/** What a wait is for, for the case that it never ends. */
function waiting(call: string, read: readonly Socket[], write: readonly Socket[]): string {
  const parts: string[] = [];
  if (read.length > 0) parts.push(`${read.map((s) => s.describe()).join(', ')} to be readable`);
  if (write.length > 0) parts.push(`${write.map((s) => s.describe()).join(', ')} to be writable`);
  return `${call} waits for ${parts.length > 0 ? parts.join(' or ') : 'nothing at all'}`;
}
function select(r: Value, w: Value, x: Value, timeout: Value): Value {
  const limit = seconds(timeout);
  if (limit < 0)
    throw since(300) ? raise('ValueError', 'timeout must be non-negative') : selectError(22, 'Invalid argument');
  const [read, write, exceptional] = [watched(r), watched(w), watched(x)];
  const chosen = (list: Watched[], mask: number): Value[] => {
    const found: Value[] = [];
    for (const [object, socket] of list) if ((socket.ready() & mask) !== 0) found.push(object);
    return found;
  };
  return withNetwork(() => {
    let found: Value[][] = [[], [], []];
    const any = (): boolean => {
      found = [chosen(read, IN | HUP | ERR), chosen(write, OUT | ERR), chosen(exceptional, PRI)];
      return found.some((list) => list.length > 0);
    };
    const sockets = (list: Watched[]): Socket[] => list.map(([, socket]) => socket);
    network.wait(any, limit, () => waiting('select', sockets(read), sockets(write)));
    return new PyTuple(found.map((list) => R.list!(list)));
  }, errorClass('select.error'));
}

/**
 * poll() of so many file numbers, each with what is wanted of it: pairs (number, what it is ready for), in that order. Waits at most `limit` seconds, and for
 * ever when that is Infinity.
 */
export function poll(fds: readonly number[], masks: readonly number[], limit: number): Value {
  const sockets = fds.map((fd) => socketAt(fd));
  const found: Value[] = [];
  const any = (): boolean => {
    for (let i = 0; i < sockets.length; i++) {
      const socket = sockets[i];
      const events = (socket === undefined ? NVAL : socket.ready()) & (masks[i]! | ERR | HUP | NVAL);
      if (events !== 0) found.push(new PyTuple([fds[i]!, events]));
    }
    return found.length > 0;
  };
  const wanted = (mask: number): Socket[] =>
    sockets.filter((socket, i): socket is Socket => socket !== undefined && (masks[i]! & mask) !== 0);
  return withNetwork(() => {
    network.wait(any, limit, () => waiting('poll', wanted(IN), wanted(OUT)));
    return R.list!(found);
  }, errorClass('select.error'));
}

class Poll extends PyObject {
  declare registered: Map<number, number>;
}
const pollType = define('poll', {
  shape: Poll,
  module: 'select',
  abstract: true,
  methods: {
    'register(self, fd, eventmask=7, /)'(self, fd, mask = IN | PRI | OUT) {
      self.registered.set(fileNumber(fd), Number(indexOf(mask)));
      return None;
    },
    'modify(self, fd, eventmask, /)'(self, fd, mask) {
      if (!self.registered.has(fileNumber(fd))) throw failure(errorClass('error'), 2, 'No such file or directory');
      self.registered.set(fileNumber(fd), Number(indexOf(mask)));
      return None;
    },
    'unregister(self, fd, /)'(self, fd) {
      const n = fileNumber(fd);
      if (!self.registered.delete(n)) throw raise('KeyError', n);
      return None;
    },
    'poll(self, timeout=None, /)'(self, timeout) {
      // Milliseconds; a negative number is no limit.
      const ms = seconds(timeout);
      const registered: Map<number, number> = self.registered;
      // Dicts kept the order of insertion from 3.6 on; before, small ints came out in theirs.
      const entries = since(306) ? [...registered] : [...registered].sort(([a], [b]) => a - b);
      return poll(
        entries.map(([fd]) => fd),
        entries.map(([, mask]) => mask),
        ms < 0 ? Infinity : ms / 1000,
      );
    },
  },
});

class Epoll extends PyObject {
  declare watch: Watch | null;
}
const open = (self: Value): Watch => {
  if (self.watch === null) throw raise('ValueError', 'I/O operation on closed epoll object');
  return self.watch;
};
const target = (fd: Value): Socket => {
  const socket = socketAt(fileNumber(fd));
  if (socket === undefined) throw failure(errorClass('error'), 9, 'Bad file descriptor');
  return socket;
};
const epoll = define('epoll', {
  shape: Epoll,
  module: 'select',
  statics: {
    '__new__(cls, sizehint=-1, flags=0)'(cls) {
      const e = Object.create(cls.proto);
      e.watch = new Watch();
      return e;
    },
  },
  methods: {
    'register(self, fd, eventmask=7)'(self, fd, mask = IN | PRI | OUT) {
      const watch = open(self);
      const socket = target(fd);
      if (watch.has(socket.fd)) throw failure(errorClass('error'), 17, 'File exists');
      withNetwork(() => watch.add(socket, Number(indexOf(mask))));
      return None;
    },
    'modify(self, fd, eventmask)'(self, fd, mask) {
      const watch = open(self);
      const socket = target(fd);
      if (!watch.has(socket.fd)) throw failure(errorClass('error'), 2, 'No such file or directory');
      withNetwork(() => watch.modify(socket, Number(indexOf(mask))));
      return None;
    },
    'unregister(self, fd)'(self, fd) {
      const watch = open(self);
      const n = fileNumber(fd);
      if (!watch.has(n))
        throw failure(
          errorClass('error'),
          socketAt(n) === undefined ? 9 : 2,
          socketAt(n) === undefined ? 'Bad file descriptor' : 'No such file or directory',
        );
      watch.remove(n);
      return None;
    },
    'poll(self, timeout=None, maxevents=-1)'(self, timeout, most = -1) {
      const watch = open(self);
      const s = seconds(timeout);
      return withNetwork(() => {
        network.wait(
          () => watch.any(),
          s < 0 ? Infinity : s,
          () => `epoll waits for ${watch.describe().join(', ') || 'nothing at all'}`,
        );
        return R.list!(
          watch.collect(indexOf(most) < 1 ? Infinity : Number(indexOf(most))).map((pair) => new PyTuple(pair)),
        );
      });
    },
    'close(self, /)'(self) {
      self.watch = null;
      return None;
    },
    'fileno(self, /)'(self) {
      open(self);
      return 1000;
    },
    '__enter__(self, /)': (self) => (open(self), self),
    '__exit__(self, type=None, value=None, traceback=None, /)'(self) {
      self.watch = null;
      return None;
    },
  },
  attributes: { closed: (e) => e.watch === null },
});

natives.set('select', (ns) => {
  defineNames(ns, {
    error: errorClass('select.error'),
    'epoll @2.6+': epoll,
    'POLLIN @2.0+': IN,
    'POLLPRI @2.0+': PRI,
    'POLLOUT @2.0+': OUT,
    'POLLERR @2.0+': ERR,
    'POLLHUP @2.0+': HUP,
    'POLLNVAL @2.0+': NVAL,
    'POLLRDHUP @3.6+': RDHUP,
    'POLLRDNORM @2.2+': 64,
    'EPOLLIN @2.6+': IN,
    'EPOLLPRI @2.6+': PRI,
    'EPOLLOUT @2.6+': OUT,
    'EPOLLERR @2.6+': ERR,
    'EPOLLHUP @2.6+': HUP,
    'EPOLLRDHUP @3.6+': RDHUP,
    'PIPE_BUF @2.7+': 4096,
  });
  defineFunctions(ns, {
    'select(rlist, wlist, xlist, timeout=None, /)': select,
    'poll() @2.0+'() {
      const p = Object.create(pollType.proto);
      p.registered = new Map();
      return p;
    },
  });
});
