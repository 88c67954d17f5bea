/** heapq on lists, quick (stdlib/heapq.py is the text). */
import { raise } from '../errors.ts';
import type { Value } from '../object.ts';
import { None } from '../singletons.ts';
import { PyList } from '../values.ts';
import { heapPop, heapPush, heapReplace, heapify, less } from './heap.ts';
import { quicken } from './quick.ts';

const isFull = (heap: Value): boolean => heap instanceof PyList && heap.a.length > 0;

quicken('heappush', (slow) => (heap: Value, item: Value) => {
  if (!(heap instanceof PyList)) return slow(heap, item);
  heapPush(heap.a, item);
  return None;
});
quicken('heappop', (slow) => (heap: Value) => (isFull(heap) ? heapPop(heap.a) : slow(heap)));
quicken(
  'heapreplace',
  (slow) => (heap: Value, item: Value) => (isFull(heap) ? heapReplace(heap.a, item) : slow(heap, item)),
);
quicken('heappushpop', (slow) => (heap: Value, item: Value) => {
  if (!isFull(heap)) return slow(heap, item);
  if (!less(heap.a[0], item)) return item;
  if (heap.a.length === 0) throw raise('IndexError', 'list index out of range');
  return heapReplace(heap.a, item);
});
quicken('heapify', (slow) => (heap: Value) => {
  if (!(heap instanceof PyList)) return slow(heap);
  heapify(heap.a);
  return None;
});
