/**
 * _asyncore: what asyncore's loop asks every channel before every round. A server with a thousand clients asks a million times, so that is done here:
 * the calls are those of the text that `asyncore.py` would have, but for the library's own answers, which are always yes.
 */
import { PyFunction } from '../call.ts';
import { defineFunctions } from '../define.ts';
import { IN, OUT, PRI } from '../../../world/socket.ts';
import { natives } from '../modules.ts';
import type { Value } from '../object.ts';
import { getattr } from '../object.ts';
import { R, since } from '../state.ts';
import { $truth } from '../truth.ts';
import { PyBytes, PyDict, PyTuple } from '../values.ts';
import { fileNumber, seconds } from './network.ts';
import { poll } from './select.ts';

/** A map's numbers and channels as they are now: as they were put in, or before 3.6, when small ints came out of a dict in their order, in that. */
function channelsOf(map: Value): { fds: Value[]; channels: Value[] } {
  if (map instanceof PyDict && map.cls.heap !== true && since(306)) return { fds: map.keys(), channels: map.values() };
  const pairs: [Value, Value][] = R.items!(getattr(map, '$items').tpcall([], null)).map(
    (pair: Value) => R.items!(pair) as [Value, Value],
  );
  if (!since(306)) pairs.sort(([a], [b]) => Number(a) - Number(b));
  return { fds: pairs.map(([fd]) => fd), channels: pairs.map(([, channel]) => channel) };
}
/** The library's own methods, whose answers are known. */
interface Known {
  /** Those of `dispatcher`: always yes. */
  readable: Value;
  writable: Value;
  /** That of `dispatcher_with_send`: while it is not connected, or has something to send. */
  unsent: Value;
}
function readable(channel: Value, known: Known): boolean {
  // A plain function found here is the class's (see "Values" in src/python/README.md).
  const f: Value = channel.$readable;
  return f === known.readable || says(channel, '$readable', f);
}
function writable(channel: Value, known: Known): boolean {
  const f: Value = channel.$writable;
  if (f === known.writable) return true;
  const { $connected: connected, $out_buffer: buffer } = channel;
  if (f === known.unsent && typeof connected === 'boolean' && (typeof buffer === 'string' || buffer instanceof PyBytes))
    return !connected || (typeof buffer === 'string' ? buffer : buffer.s) !== '';
  return says(channel, '$writable', f);
}
function says(channel: Value, method: string, f: Value): boolean {
  const answer: Value =
    f instanceof PyFunction && f.n === 1 ? f.js(channel) : getattr(channel, method).tpcall([], null);
  return typeof answer === 'boolean' ? answer : $truth(answer);
}
const accepts = (channel: Value): boolean => {
  const accepting: Value = channel.$accepting;
  return typeof accepting === 'boolean' ? accepting : $truth(getattr(channel, '$accepting'));
};
/** Asks everybody readable(), then writable(): the file numbers of those that want something, and what. Who accepts never writes. */
function ask(map: Value, known: Known): { fds: Value[]; wants: number[] } {
  const asked = channelsOf(map);
  const [fds, wants]: [Value[], number[]] = [[], []];
  for (let i = 0; i < asked.fds.length; i++) {
    const channel = asked.channels[i];
    const reads = readable(channel, known);
    const writes = writable(channel, known);
    if (!reads && !writes) continue;
    fds.push(asked.fds[i]);
    wants.push((reads ? IN : 0) | (writes && !accepts(channel) ? OUT : 0));
  }
  return { fds, wants };
}
const knownOf = (methods: Value): Known => {
  const [own, ofDispatcher, unsent] = R.items!(methods);
  return { readable: own, writable: ofDispatcher, unsent };
};

natives.set('_asyncore', (ns) =>
  defineFunctions(ns, {
    /** For select(): the numbers of those that want to read, to write, and of all that want something. */
    'wanting(map, known, /)'(map, known) {
      const { fds, wants } = ask(map, knownOf(known));
      const those = (mask: number): Value => R.list!(fds.filter((_, i) => (wants[i]! & mask) !== 0));
      return new PyTuple([those(IN), those(OUT), R.list!(fds)]);
    },
    /** What poll() says of those that want something, within so many milliseconds. */
    'polled(map, known, timeout, /)'(map, known, timeout) {
      const { fds, wants } = ask(map, knownOf(known));
      const [numbers, masks]: [number[], number[]] = [[], []];
      for (let i = 0; i < fds.length; i++) {
        const [fd, wanted] = [fds[i], wants[i]!];
        // A listening socket may be writable without wanting to be told of it.
        if (wanted === 0) continue;
        numbers.push(typeof fd === 'number' ? fd : fileNumber(fd));
        masks.push((wanted & IN ? IN | PRI : 0) | (wanted & OUT));
      }
      const ms = seconds(timeout);
      return poll(numbers, masks, ms < 0 ? Infinity : ms / 1000);
    },
  }),
);
