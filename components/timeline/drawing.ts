/**
 * A timetable as SVG: rows across the page, or, where the page is narrow, time down it. A tree of plain records, which the build writes into the page
 * and the player into the document. The policy allows no `style`: what is not a number or a class is in components/styles/timeline.css.
 */
import { lay, seconds, type Ending, type Packet, type Spot, type Timetable } from './timetable.ts';

export interface Node {
  tag: string;
  attributes: Record<string, string>;
  children: (Node | string)[];
}
export function node(
  tag: string,
  attributes: Record<string, string | number> = {},
  ...children: (Node | string)[]
): Node {
  const texts = Object.entries(attributes).map(([key, value]): [string, string] => [
    key,
    typeof value === 'number' ? String(Math.round(value * 10) / 10) : value,
  ]);
  return { tag, attributes: Object.fromEntries(texts), children };
}

export type Direction = 'across' | 'down';

export interface Drawing {
  svg: Node;
  direction: Direction;
  /** Where each moment lies along the axis of time, in the drawing's own units. */
  along: number[];
  /** The drawing's extent along that axis, and across it. */
  from: number;
  to: number;
}

/** Widths of letters in the drawing's units: the faces are monospaced. */
const HEAD = 6.9;
const NOTE = 5.75;
const MARK = 13;
const LONGEST_HEAD = 28;

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text;

/** The geometry that both directions share: a point is (along the axis of time, across it). */
interface Frame {
  direction: Direction;
  /** Across: the middle of each row. */
  middles: number[];
  pitch: number;
  along: number[];
  /** Along: where heads end and time begins, and where it ends. */
  start: number;
  end: number;
}

/** @param width of the drawing across the page, in its units: what the column has */
export function draw(table: Timetable, direction: Direction, width: number): Drawing {
  const { rows } = table;
  const heads = rows.map(({ name }) => cut(name, LONGEST_HEAD));
  const headLength = Math.max(...heads.map((head) => head.length)) * HEAD;
  const across = direction === 'across';
  const start = across ? headLength + 18 : 0;
  const axis = across ? 26 : 50;
  const pitch = across ? 36 : Math.min(150, (width - axis) / rows.length);
  const upright = !across && headLength > pitch - 6;
  const top = across ? 0 : (upright ? headLength : 14) + 18;
  const from = across ? start : top;
  const instants = new Set(table.moments.map(({ at }) => at)).size;
  const tall = table.timed ? instants * 46 + table.turns.length * 5 : table.turns.length * 27;
  const length = across ? width - start - 18 : Math.max(200, tall);
  const along = lay(table, length).map((value) => from + value);
  const end = along.at(-1)!;
  const frame: Frame = {
    direction,
    middles: rows.map((_, index) => axis + (index + 0.5) * pitch),
    pitch,
    along,
    start: from,
    end,
  };
  const breadth = axis + rows.length * pitch + (across ? 4 : 0);
  const size = across ? [Math.max(width, end + 18), breadth] : [width, end + 18];
  const svg = node(
    'svg',
    {
      class: `drawing ${direction}`,
      viewBox: `0 0 ${size.map((n) => Math.ceil(n!)).join(' ')}`,
      width: Math.ceil(size[0]!),
      height: Math.ceil(size[1]!),
      role: 'img',
      'aria-label': described(table),
    },
    ...ticks(table, frame),
    ...rows.map((row, index) => head(heads[index]!, row, frame, index, upright)),
    ...handovers(table, frame),
    ...waits(table, frame),
    ...turns(table, frame),
    ...table.endings.map((ending) => endMark(ending, frame)),
    ...table.packets.flatMap((packet) => arrows(packet, frame)),
  );
  return { svg, direction, along, from: frame.start, to: end };
}

/** In one sentence, for who does not see it. */
export function described({ rows, moments, timed }: Timetable): string {
  const lanes = rows.filter(({ program }) => !program).length;
  const time = timed ? `, ${seconds(moments.at(-1)!.at)} (virtual)` : '';
  return `Timeline: ${lanes === 1 ? '1 lane' : `${lanes} lanes`}${time}. The table below says the same in words.`;
}

/* Points are given along and across; these turn them. */
const line = ({ direction }: Frame, name: string, a: [number, number], b: [number, number]): Node =>
  direction === 'across'
    ? node('line', { class: name, x1: a[0], y1: a[1], x2: b[0], y2: b[1] })
    : node('line', { class: name, x1: a[1], y1: a[0], x2: b[1], y2: b[0] });
const box = (
  { direction }: Frame,
  name: string,
  from: number,
  to: number,
  middle: number,
  breadth: number,
  more = {},
): Node =>
  direction === 'across'
    ? node('rect', { class: name, x: from, y: middle - breadth / 2, width: to - from, height: breadth, ...more })
    : node('rect', { class: name, x: middle - breadth / 2, y: from, width: breadth, height: to - from, ...more });

function head(text: string, row: Timetable['rows'][number], frame: Frame, index: number, upright: boolean): Node {
  const middle = frame.middles[index]!;
  const title = node('title', {}, row.task === undefined ? row.name : `${row.name}, ${row.task}`);
  const name = row.program ? 'head program' : 'head';
  if (frame.direction === 'across') {
    const named = row.task !== undefined;
    return node(
      'g',
      {},
      title,
      node('text', { class: name, x: 0, y: middle + (named ? -1 : 4) }, text),
      ...(named ? [node('text', { class: 'task', x: 0, y: middle + 11 }, row.task!)] : []),
    );
  }
  if (!upright)
    return node(
      'g',
      {},
      title,
      node('text', { class: name, x: middle, y: frame.start - 14, 'text-anchor': 'middle' }, text),
    );
  const at = `rotate(-90 ${Math.round(middle + 4)} ${Math.round(frame.start - 12)})`;
  return node('g', {}, title, node('text', { class: name, x: middle + 4, y: frame.start - 12, transform: at }, text));
}

/** The instants of virtual time; without any, the numbers of the turns. */
function ticks(table: Timetable, frame: Frame): Node[] {
  const { moments, turns: all, timed } = table;
  const { along, direction, middles, pitch } = frame;
  const marks: [number, string][] = timed
    ? moments.flatMap(({ at }, index): [number, string][] =>
        index === 0 || at !== moments[index - 1]!.at ? [[along[index]!, seconds(at)]] : [],
      )
    : all.map(({ from, to }, index): [number, string] => [(along[from]! + along[to]!) / 2, String(index + 1)]);
  const across = direction === 'across';
  const far = middles.at(-1)! + pitch / 2;
  let free = -Infinity;
  return marks.flatMap(([at, text]) => {
    const room = across ? text.length * NOTE + 8 : 14;
    if (at < free) return timed ? [line(frame, 'grid', [at, across ? 20 : 46], [at, far])] : [];
    free = at + room;
    // The last one stays in the drawing.
    const fits = at + text.length * NOTE <= frame.end + 18;
    const anchor = timed && across ? (fits ? 'start' : 'end') : across ? 'middle' : 'end';
    const label = across
      ? node('text', { class: 'tick', x: at, y: 11, 'text-anchor': anchor }, text)
      : node('text', { class: 'tick', x: 42, y: at + 4, 'text-anchor': anchor }, text);
    return timed ? [line(frame, 'grid', [at, across ? 16 : 46], [at, far]), label] : [label];
  });
}

function handovers({ handovers: pairs, turns: all }: Timetable, frame: Frame): Node[] {
  return pairs.map(([a, b]) => {
    const at = frame.along[all[a]!.to]!;
    return line(frame, 'hand', [at, frame.middles[all[a]!.row]!], [at, frame.middles[all[b]!.row]!]);
  });
}

/** A yielded value by itself; a call without its arguments, which still says what it is. */
const shorter = (on: string): string =>
  on.startsWith('yield ') ? on.slice(6) : (/^[\w.]+(?=\()/.exec(on)?.[0].replace(/^.*\./, '') ?? on);

function waits({ waits: all }: Timetable, frame: Frame): Node[] {
  const across = frame.direction === 'across';
  const room = (from: number, to: number): number => {
    const length = frame.along[to]! - frame.along[from]!;
    return across ? (length - 6) / NOTE : length < 13 ? 0 : (frame.pitch / 2 - 8) / NOTE;
  };
  // What has to be shortened in one place is shortened alike in all.
  const helped = all.filter(
    ({ from, to, on = '' }) => on.length > room(from, to) && shorter(on).length <= room(from, to),
  );
  const tight = new Set(helped.map(({ on = '' }) => (on.startsWith('yield ') ? 'yield' : on)));
  return all.flatMap(({ row, from, to, on, line: where, kind, timer }) => {
    const [a, b] = [frame.along[from]!, frame.along[to]!];
    const middle = frame.middles[row]!;
    if (b - a < 1) return [];
    const said = kind === 'first' ? 'not begun' : (on ?? 'waits');
    const title = node('title', {}, where === undefined ? said : `${said}, at line ${where}`);
    const stroke = line(frame, `wait ${kind}`, [a, middle], [b, middle]);
    const drawn = node('g', {}, title, stroke, ...(timer ? [timeIsUp(b, middle, frame)] : []));
    if (on === undefined || kind === 'first') return [drawn];
    const text = tight.has(on.startsWith('yield ') ? 'yield' : on) ? shorter(on) : on;
    if (text.length > room(from, to)) return [drawn];
    const label = across
      ? node('text', { class: 'note', x: (a + b) / 2, y: middle - 5, 'text-anchor': 'middle' }, text)
      : node('text', { class: 'note', x: middle + 5, y: (a + b) / 2 + 3 }, text);
    return [drawn, label];
  });
}

function turns({ turns: all, moments }: Timetable, frame: Frame): Node[] {
  return all.map(({ row, from, to }, index) => {
    const [a, b] = [frame.along[from]!, frame.along[to]!];
    // A hair of ground between two turns of different rows at one instant.
    const mark = box(frame, 'turn', a + 0.75, Math.max(b - 0.75, a + 2), frame.middles[row]!, MARK, {
      'data-turn': String(index),
    });
    return { ...mark, children: [node('title', {}, moments[from]!.what)] };
  });
}

/** A wait that ends because its time has come. */
function timeIsUp(at: number, middle: number, { direction }: Frame): Node {
  const [cx, cy] = direction === 'across' ? [at - 3, middle] : [middle, at - 3];
  return node('circle', { class: 'timer', cx, cy, r: 2.25 });
}

/** From the turn that wrote to the turn that has read; when one of them is not drawn, a short arrow out of the row or into it. */
function arrows({ sent, read }: Packet, frame: Frame): Node[] {
  if (sent !== undefined && read !== undefined && sent.row !== read.row) {
    const side = Math.sign(read.row - sent.row);
    const from: Point = [within(sent, 0.7, frame), frame.middles[sent.row]! + (side * MARK) / 2];
    const to: Point = [within(read, 0.3, frame), frame.middles[read.row]! - (side * MARK) / 2];
    return [arrow(from, to, sent, frame)];
  }
  const stub = (spot: Spot, share: number, out: boolean): Node => {
    const at = within(spot, share, frame);
    const edge = frame.middles[spot.row]! - MARK / 2;
    const ends: [Point, Point] = [
      [at, edge],
      [at, edge - STUB],
    ];
    return out ? arrow(ends[0], ends[1], spot, frame) : arrow(ends[1], ends[0], spot, frame);
  };
  return [
    ...(sent === undefined ? [] : [stub(sent, 0.7, true)]),
    ...(read === undefined ? [] : [stub(read, 0.3, false)]),
  ];
}
type Point = [along: number, across: number];
const STUB = 8;
/** A place in a turn, by its share of the turn's length. */
function within({ moment, late }: Spot, share: number, { along }: Frame): number {
  const [from, to] = [along[moment]!, along[moment + 1] ?? along[moment]!];
  const length = Math.min(MARK, to - from);
  return late ? to - (1 - share) * length : from + share * length;
}

function arrow(from: Point, to: Point, { on, moment }: Spot, frame: Frame): Node {
  const [da, dc] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(da, dc) || 1;
  const [ua, uc] = [da / length, dc / length];
  // The two barbs, three units to the side of the line, five behind its end.
  const barbs = [3, -3].map((side): Point => [to[0] - 5 * ua - side * uc, to[1] - 5 * uc + side * ua]);
  const points = [barbs[0]!, to, barbs[1]!].map(([a, c]) => (frame.direction === 'across' ? [a, c] : [c, a]));
  const path = points
    .map((p, i) => `${i === 0 ? 'M' : 'L'}${p.map((n) => Math.round(n * 10) / 10).join(' ')}`)
    .join('');
  return node(
    'g',
    { class: 'packet', 'data-moment': String(moment) },
    node('title', {}, on),
    line(frame, 'way', from, to),
    node('path', { class: 'barbs', d: path }),
  );
}

function endMark({ row, moment, kind }: Ending, frame: Frame): Node {
  const at = frame.along[moment]!;
  const middle = frame.middles[row]!;
  const [x, y] = frame.direction === 'across' ? [at, middle] : [middle, at];
  if (kind === 'finished') return line(frame, 'end', [at, middle - 10], [at, middle + 10]);
  if (kind === 'cancelled') return node('circle', { class: 'end', cx: x, cy: y, r: 6 });
  return node('path', { class: 'end', d: `M${x - 6} ${y - 6}l12 12m0 -12l-12 12` });
}
