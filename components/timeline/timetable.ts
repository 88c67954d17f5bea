/**
 * From the record of a run to a timetable: who runs from when to when, who waits for what, who hands over to whom. All in moments, which are
 * points between two turns, numbered from 0; where on the page a moment lies, `lay` says. Nothing here draws.
 */
import { lanesOf, type Lane, type Place, type TraceEvent } from '../../src/scheduler/trace.ts';

export interface Row {
  /** `countdown('rocket', 3)`, or `program` for the text itself. */
  name: string;
  task?: string;
  program: boolean;
  /** A function, or an object with handlers: called now and then, it waits for nothing in between. */
  called: boolean;
}

/** A stretch in which one row runs. */
export interface Turn {
  row: number;
  from: number;
  to: number;
}
/** A stretch in which a row exists and does not run. */
export interface Wait {
  row: number;
  from: number;
  to: number;
  /** What for, in words; absent: for its first turn, or for somebody whom it resumed itself. */
  on?: string;
  line?: number;
  /** `open`: nobody ever resumed it; `first`: it has not begun. */
  kind: 'first' | 'between' | 'open';
  /** It ends because its time has come. */
  timer: boolean;
}
/** Bytes that were written to a connection, and read from it: where rows of the table did it. */
export interface Packet {
  sent?: Spot;
  read?: Spot;
}
/** A turn, by the moment when it begins. */
export interface Spot {
  row: number;
  moment: number;
  /** At the turn's end: time has passed in it. */
  late: boolean;
  /** The bytes and the other end: `b'hello' from 127.0.0.1:8000`. */
  on: string;
}
export interface Ending {
  row: number;
  moment: number;
  kind: 'finished' | 'failed' | 'cancelled';
}
export interface Moment {
  /** Virtual seconds. */
  at: number;
  /** Characters printed until then. */
  output: number;
  /** Who acts from here on: a row, or -1 for a program that has none. */
  row: number;
  /** Where it stands, when it is known; and those who delegate to it. */
  place?: Place;
  outer?: Place[];
  /** What happened, for who cannot see it: `goes on`, `waits: sleep(pace)`. */
  what: string;
}
export interface Timetable {
  rows: Row[];
  turns: Turn[];
  waits: Wait[];
  endings: Ending[];
  packets: Packet[];
  /** Pairs of turns, by index, of which the second took over at the very moment when the first stopped. */
  handovers: [number, number][];
  moments: Moment[];
  /** Whether virtual time passed at all. */
  timed: boolean;
  /** Turns that are not shown because there are too many; 0 when all are. */
  left: number;
}

/** More than this nobody reads. */
const MOST_TURNS = 240;

/** Reads the record; null when no lane ever ran. */
export function timetable(events: readonly TraceEvent[], mostTurns = MOST_TURNS): Timetable | null {
  const lanes = lanesOf(events);
  const first = events[0];
  if (lanes.length === 0 || first === undefined) return null;
  // A record of kernels alone says nothing of the program around them.
  const rest = first.lane === 0 ? events.slice(1) : events;
  const withProgram = programSpeaks(events);
  const rows: Row[] = [
    ...(withProgram ? [{ name: 'program', program: true, called: false }] : []),
    ...lanes.map((lane) => rowFor(lane, lanes)),
  ];
  const rowOf = new Map(lanes.map(({ number }, index) => [number, index + rows.length - lanes.length]));
  rowOf.set(0, withProgram ? 0 : -1);

  const moments: Moment[] = [{ at: first.at, output: first.output, row: rowOf.get(0)!, what: 'the program begins' }];
  const turns: Turn[] = [];
  const endings: Ending[] = [];
  const born = new Map<number, number>();
  /** By moment: what the row that stops there waits for. */
  const stops = new Map<number, TraceEvent>();
  const packets: Packet[] = [];
  const sent = new Map<number, Packet>();
  /** The times that have come, by row. */
  const timers = new Map<number, Set<number>>();
  const running = [0];
  let left = 0;
  for (const event of rest) {
    const row = rowOf.get(event.lane);
    if (row === undefined) continue;
    if (event.kind === 'timer') {
      timers.set(row, (timers.get(row) ?? new Set()).add(event.at));
      continue;
    }
    if (event.kind === 'packet') {
      if (turns.length < mostTurns) addPacket(event, row, moments, packets, sent);
      continue;
    }
    if (event.kind === 'created') {
      born.set(row, moments.length - 1);
      continue;
    }
    if (turns.length >= mostTurns) {
      if (event.kind === 'resumed' || event.kind === 'callback') left++;
      continue;
    }
    const now = moments.length;
    const acting = moments[now - 1]!.row;
    if (acting >= 0) turns.push({ row: acting, from: now - 1, to: now });
    if (event.kind === 'resumed' || event.kind === 'callback') running.push(event.lane);
    else {
      if (running.length > 1 && running.at(-1) === event.lane) running.pop();
      if (event.kind === 'suspended') stops.set(now, event);
      else if (row >= 0 && !rows[row]!.called) endings.push({ row, moment: now, kind: event.kind as Ending['kind'] });
    }
    moments.push({
      at: event.at,
      output: event.output,
      row: rowOf.get(running.at(-1)!)!,
      what: `${event.lane === 0 ? 'the program' : event.name} ${happened(event)}`,
      ...(event.line !== undefined && {
        place: { line: event.line, ...(event.file !== undefined && { file: event.file }) },
      }),
      ...(event.outer && { outer: event.outer }),
    });
  }
  const handovers = turns.flatMap((turn, index): [number, number][] => {
    const after = turns[index + 1];
    const atOnce = after && after.row !== turn.row && moments[after.from]!.at === moments[turn.to]!.at;
    return atOnce ? [[index, index + 1]] : [];
  });
  const waits = rows.flatMap((each, row) =>
    each.called
      ? []
      : waitsOf(row, turns, endings, stops, born.get(row), moments.length - 1).map((wait) => ({
          ...wait,
          timer: wait.kind === 'between' && (timers.get(row)?.has(moments[wait.to]!.at) ?? false),
        })),
  );
  const timed = moments.some(({ at }) => at !== first.at);
  return { rows, turns, waits, endings, packets, handovers, moments, timed, left };
}

/** Several objects of one class are numbered. */
function rowFor(lane: Lane, lanes: readonly Lane[]): Row {
  const { name, task } = lane;
  const called = lane.events.some(({ kind }) => kind === 'callback');
  const alike = called ? lanes.filter((other) => other.name === name) : [];
  const numbered = alike.length > 1 ? `${name} ${alike.indexOf(lane) + 1}` : name;
  return { name: numbered, program: false, called, ...(task !== undefined && { task }) };
}

/** The gaps between the turns of a row, before its first and after its last. */
function waitsOf(
  row: number,
  turns: readonly Turn[],
  endings: readonly Ending[],
  stops: ReadonlyMap<number, TraceEvent>,
  born: number | undefined,
  end: number,
): Omit<Wait, 'timer'>[] {
  const own = turns.filter((turn) => turn.row === row);
  const over = endings.find((ending) => ending.row === row)?.moment;
  const waits: Omit<Wait, 'timer'>[] = [];
  const begins = own[0]?.from ?? over ?? end;
  if (born !== undefined && born < begins) waits.push({ row, from: born, to: begins, kind: 'first' });
  for (const [index, { to }] of own.entries()) {
    const next = own[index + 1]?.from ?? (over !== undefined && over > to ? over : undefined);
    if (next === undefined ? over !== undefined || to === end : next === to) continue;
    const stop = stops.get(to);
    waits.push({
      row,
      from: to,
      to: next ?? end,
      kind: next === undefined ? 'open' : 'between',
      ...(stop?.on !== undefined && { on: stop.on }),
      ...(stop?.line !== undefined && { line: stop.line }),
    });
  }
  return waits;
}

/** One event of a packet: that of the row which wrote it, or, then with where it came from, of the row which has read it. */
function addPacket(
  event: TraceEvent,
  row: number,
  moments: readonly Moment[],
  packets: Packet[],
  underway: Map<number, Packet>,
): void {
  const { packet: number, on = '' } = event;
  const spot = row < 0 ? undefined : { row, moment: moments.length - 1, late: event.at > moments.at(-1)!.at, on };
  const known = number === undefined ? undefined : underway.get(number);
  // Nobody of the program's wrote what has no number.
  const packet: Packet = known ?? {};
  if (spot !== undefined) packet[known === undefined && number !== undefined ? 'sent' : 'read'] = spot;
  if (known !== undefined) return;
  packets.push(packet);
  if (number !== undefined) underway.set(number, packet);
}

/** The program has a row of its own where it prints between two turns of others: then it matters when it runs. */
function programSpeaks(events: readonly TraceEvent[]): boolean {
  let depth = 0;
  let before = Infinity;
  for (const { kind, lane, output } of events) {
    if (lane === 0 || kind === 'created' || kind === 'timer' || kind === 'packet') continue;
    if (depth === 0 && output > before) return true;
    depth = Math.max(0, depth + (kind === 'resumed' || kind === 'callback' ? 1 : -1));
    before = output;
  }
  return false;
}

function happened({ kind, on }: TraceEvent): string {
  switch (kind) {
    case 'callback':
      return on === undefined ? 'is called' : `is called: ${on}`;
    case 'resumed':
      return 'goes on';
    case 'suspended':
      return on?.startsWith('yield') ? `stops at ${on}` : `waits for ${on ?? 'its next turn'}`;
    case 'finished':
      return 'ends';
    case 'failed':
      return `ends in ${on ?? 'an exception'}`;
    case 'cancelled':
      return on === 'GeneratorExit' ? 'is closed' : `is cancelled by ${on ?? 'an exception'}`;
    default:
      return kind;
  }
}

/** A length along the axis of time for each moment. A turn takes `step`; time that passes takes room in proportion, and never less than `least`. */
export function lay({ moments, timed }: Timetable, length: number): number[] {
  // Where time passes, a row that goes on at once needs less room than one that takes over.
  const shares = moments.slice(1).map((moment, index): number => {
    const [before, now] = [moments[index - 1], moments[index]!];
    if (now.row < 0) return 0;
    const last = before && before.row < 0 ? moments[index - 2] : before;
    return timed && last?.row === now.row && last.at === moment.at ? 0.4 : 1;
  });
  const turns = shares.reduce((sum, share) => sum + share, 0);
  const step = timed ? clamp((0.5 * length) / turns, 6, 24) : clamp(length / turns, 11, 72);
  // A kernel that comes after another begins its own time.
  const passing = moments.slice(1).map((moment, index) => Math.max(0, moment.at - moments[index]!.at));
  const least = clamp((0.3 * length) / passing.filter((dt) => dt > 0).length, 8, 16);
  const total = passing.reduce((sum, dt) => sum + dt, 0);
  const free = Math.max(0, length - turns * step);
  // Short times that are given the least take it from the others.
  const short = passing.filter((dt) => dt > 0 && (dt / total) * free < least);
  const scale =
    Math.max(0, free - short.length * least) / Math.max(1e-9, total - short.reduce((sum, dt) => sum + dt, 0));
  const along = [0];
  for (const [index, dt] of passing.entries()) {
    const turn = step * shares[index]!;
    along.push(along[index]! + turn + (dt > 0 ? Math.max(least, dt * scale) : 0));
  }
  return along;
}
const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** `1.5 s`: as few decimals as tell it, and never none. */
export function seconds(at: number): string {
  const text = String(Math.round(at * 1000) / 1000);
  return `${text.includes('.') ? text : `${text}.0`} s`;
}
