/** The part of a plate that holds a timeline: what the page says before anybody presses Watch. */
import { lanesOf, type TraceEvent } from '../../src/scheduler/trace.ts';
import { draw, node, type Node } from './drawing.ts';
import type { Timetable } from './timetable.ts';
import { tableOf } from './words.ts';

/** Units that a drawing has across the page: a cell's inner width, and a phone's. */
export const WIDE = 562;
export const NARROW = 330;

/** The caption, both drawings and the table. */
export function timelinePart(table: Timetable, output: string): Node[] {
  const left =
    table.left === 0 ? '' : `. Here are the first ${table.turns.length} turns; ${table.left} more are left out`;
  const dots = table.waits.some(({ timer }) => timer) ? ', at a dot its time is up' : '';
  const bytes = table.packets.length === 0 ? '' : ', an arrow carries bytes';
  return [
    node('p', { class: 'caption label' }, `Who runs when: a bar runs, a line waits${dots}${bytes}${left}`),
    node('div', { class: 'frame' }, draw(table, 'across', WIDE).svg, draw(table, 'down', NARROW).svg),
    node('details', {}, node('summary', { class: 'label' }, 'The timeline in words'), tableOf(table, output)),
  ];
}

/** What of a record the page keeps, so that it can be watched without running the program again: the events of the lanes that are drawn. */
export function kept(events: readonly TraceEvent[]): TraceEvent[] {
  const lanes = new Set([0, ...lanesOf(events).map(({ number }) => number)]);
  return events.filter(({ lane }) => lanes.has(lane));
}
