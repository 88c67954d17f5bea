/**
 * The moves of a heap in an array, as the library's heapq has them in Python (stdlib/heapq.py): the same comparisons in the same order, since which of two
 * equal items comes first depends on them. Source: the library reference, "heapq", "Theory".
 */
import { $lt } from '../comparison.ts';
import { raise } from '../errors.ts';
import type { Value } from '../object.ts';
import { $truth } from '../truth.ts';
import { PyFloat } from '../values.ts';

export type Less = (a: Value, b: Value) => boolean;
/** `a < b`, as Python has it. */
export function less(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  if (a instanceof PyFloat && b instanceof PyFloat && a.float && b.float) return a.v < b.v;
  return $truth($lt(a, b));
}

/** A comparison of the program's own has taken items out of the heap, or put some in. */
const changed = (): Value => raise('RuntimeError', 'list changed size during iteration');

/** Moves the item at `at` up until its parent is no larger. */
function rise(heap: Value[], start: number, at: number, before: Less): void {
  const item = heap[at];
  const size = heap.length;
  while (at > start) {
    const up = (at - 1) >> 1;
    const parent = heap[up];
    const goes = before(item, parent);
    if (heap.length !== size) throw changed();
    if (!goes) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = item;
}
/** Moves the smaller child up, level by level, then lets the item rise from the bottom: fewer comparisons than stopping early. */
function sink(heap: Value[], at: number, before: Less): void {
  const end = heap.length;
  const start = at;
  const item = heap[at];
  for (let child = 2 * at + 1; child < end; child = 2 * at + 1) {
    const right = child + 1;
    if (right < end && !before(heap[child], heap[right])) child = right;
    if (heap.length !== end) throw changed();
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = item;
  rise(heap, start, at, before);
}
export function heapPush(heap: Value[], item: Value, before: Less = less): void {
  heap.push(item);
  rise(heap, 0, heap.length - 1, before);
}
/** The smallest item of a heap that has one. */
export function heapPop(heap: Value[], before: Less = less): Value {
  const last = heap.pop();
  if (heap.length === 0) return last;
  return heapReplace(heap, last, before);
}
/** Takes the smallest item of a heap that has one, and puts another in its place. */
export function heapReplace(heap: Value[], item: Value, before: Less = less): Value {
  const smallest = heap[0];
  heap[0] = item;
  sink(heap, 0, before);
  return smallest;
}
export function heapify(heap: Value[], before: Less = less): void {
  for (let at = (heap.length >> 1) - 1; at >= 0; at--) sink(heap, at, before);
}
