/**
 * Packets and timers in the trace. Packets: what one lane writes to a connection is, some time later, what another reads from it. A connection is a stream of bytes, so
 * whoever has read the last byte of what was written has read it all.
 */
import type { Value } from './object.ts';
import { askedByProgram, emit, inLane, runningLane, watched } from './lane-record.ts';
import { worded } from './lane-words.ts';
import { R } from './state.ts';

/** What one call has written. */
export interface Parcel {
  /** Counted from 1 in a record; undefined for what nobody of the program's has written. */
  number?: number;
  /** The lane that wrote it. */
  by?: number;
  /** In words: `b'hello' from 127.0.0.1:8000`. */
  on: string;
}

/** One direction of a connection, by the flow that carries it. */
interface Ledger {
  written: number;
  read: number;
  underway: { parcel: Parcel; end: number }[];
}
let ledgers = new WeakMap<object, Ledger>();
let packets = 0;
/** What a library's loop has read from a socket: it is for whom the loop calls next. */
let arrived: Parcel[] = [];

export function forgetPackets(): void {
  ledgers = new WeakMap();
  packets = 0;
  arrived = [];
}
/** So many bytes were written. */
function written(flow: object, size: number, parcel: Parcel): void {
  let ledger = ledgers.get(flow);
  if (ledger === undefined) ledgers.set(flow, (ledger = { written: 0, read: 0, underway: [] }));
  ledger.written += size;
  ledger.underway.push({ parcel, end: ledger.written });
}
/** So many bytes were read: the parcels that have been read to their end; null when nobody of the program's writes here. */
function read(flow: object, size: number): Parcel[] | null {
  const ledger = ledgers.get(flow);
  if (ledger === undefined) return null;
  ledger.read += size;
  const whole = ledger.underway.filter(({ end }) => end <= ledger.read);
  ledger.underway = ledger.underway.slice(whole.length);
  return whole.map(({ parcel }) => parcel);
}

/** Bytes and an address, in words. */
const packetWords = (data: Value, preposition: 'to' | 'from', place: string): string =>
  place === '' ? worded(data) : `${worded(data)} ${preposition} ${place}`;

/** A lane has written to a connection. */
export function packetWritten(flow: object, data: Value, size: number, to: string): void {
  if (R.observer === null) return;
  // A transport's method that was arranged by a lane writes for it.
  const by = runningLane() || (watched.arrangers.at(-1) ?? 0);
  const number = ++packets;
  emit('packet', { ...inLane(by), on: packetWords(data, 'to', to), packet: number });
  written(flow, size, { number, by, on: '' });
}
/** A lane, or a library's loop, has read from a connection. */
export function packetRead(flow: object, data: Value, size: number, from: string): void {
  if (R.observer === null || size === 0) return;
  const on = packetWords(data, 'from', from);
  const whole = (read(flow, size) ?? [{ on }]).map((parcel) => ({ ...parcel, on }));
  if (runningLane() !== 0 || askedByProgram()) tellArrived(whole);
  else {
    // Nobody came for what was read before.
    tellArrived(takeArrived());
    arrived = whole;
  }
}
export function takeArrived(): Parcel[] {
  const taken = arrived;
  arrived = [];
  return taken;
}
/** Packets have reached the lane that runs. */
export function tellArrived(parcels: readonly Parcel[]): void {
  if (R.observer === null) return;
  for (const { number, by, on } of parcels)
    emit('packet', {
      ...inLane(runningLane()),
      on,
      ...(number !== undefined && { packet: number }),
      ...(by !== undefined && { by }),
    });
}
/** A time has come that this lane asked for. */
export function timer(lane: number, on?: string): void {
  if (R.observer !== null) emit('timer', { ...inLane(lane), ...(on !== undefined && { on }) });
}
/** The program, and no library for it, has let time pass. */
export function slept(seconds: number): void {
  if (R.observer === null || !(seconds > 0)) return;
  if (askedByProgram()) timer(runningLane(), `${seconds} s`);
}
