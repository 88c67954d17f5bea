/** Reports the life of generators and coroutines as trace events: one lane each (see src/scheduler/trace.ts). */
import type { TraceEvent, TraceKind } from '../../scheduler/trace.ts';
import type { PyGenerator } from './generator.ts';
import type { Value } from './object.ts';
import { shortRepr } from './repr.ts';
import { R } from './state.ts';

let lanes = 0;
let current: number[] = [0];

export function resetLanes(): void {
  lanes = 0;
  current = [0];
}

/** One event of a lane. `detail` is the yielded value or the exception. */
export function report(pg: PyGenerator, kind: TraceKind, detail: Value): void {
  if (kind === 'created') pg.lane = ++lanes;
  if (pg.lane === 0) pg.lane = ++lanes;
  const by = current[current.length - 1]!;
  if (kind === 'resumed') current.push(pg.lane);
  else if (kind !== 'created' && current.length > 1) current.pop();
  const event: TraceEvent = { kind, at: R.now?.() ?? 0, lane: pg.lane, name: pg.qualname, output: R.written ?? 0 };
  if (kind === 'created' || kind === 'resumed') event.by = by;
  const line = pg.f.l > 0 ? pg.f.code.line(pg.f.l) : pg.f.l === 0 ? pg.f.code.f.firstlineno : undefined;
  if (line !== undefined) event.line = line;
  if (kind === 'suspended') event.on = `yield ${shortRepr(detail)}`;
  else if (kind === 'failed') event.on = shortRepr(detail);
  R.emit?.(event);
}
