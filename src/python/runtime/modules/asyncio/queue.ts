/** Queues: items that go in and out while there is room and nobody has to wait. Source: the library reference, "Queues". */
import type { Value } from '../../object.ts';
import { callMethod, store } from '../../object.ts';
import { None } from '../../singletons.ts';
import { Deque } from '../deque.ts';
import { functions, quicken } from '../quick.ts';

/** Does it keep its items as the plain class does, first in, first out? */
const isPlain = (queue: Value): boolean =>
  queue.$_queue instanceof Deque &&
  queue.$_put === functions['Queue._put'] &&
  queue.$_get === functions['Queue._get'] &&
  queue.$full === functions['Queue.full'] &&
  queue.$empty === functions['Queue.empty'] &&
  queue.$qsize === functions['Queue.qsize'];

for (const name of ['_put', '_get', 'qsize']) quicken(`Queue.${name}`, (slow) => slow);
quicken('Queue.full', (slow) => (queue: Value) => {
  const most: Value = queue.$_maxsize;
  return typeof most === 'number' && isPlain(queue) ? most > 0 && queue.$_queue.size >= most : slow(queue);
});
quicken('Queue.empty', (slow) => (queue: Value) => (isPlain(queue) ? queue.$_queue.size === 0 : slow(queue)));
quicken('Queue.put_nowait', (slow) => (queue: Value, item: Value) => {
  const most: Value = queue.$_maxsize;
  const room = typeof most === 'number' && isPlain(queue) && (most <= 0 || queue.$_queue.size < most);
  if (!room || queue.$_is_shutdown !== false) return slow(queue, item);
  const s = store(queue);
  s.$_queue.push(item);
  s.$_unfinished_tasks++;
  callMethod(queue.$_finished, '$clear', []);
  if (queue.$_getters.size > 0) callMethod(queue, '$_wakeup_next', [queue.$_getters]);
  return None;
});
quicken('Queue.get_nowait', (slow) => (queue: Value) => {
  if (!isPlain(queue) || queue.$_queue.size === 0) return slow(queue);
  const item: Value = queue.$_queue.shift();
  if (queue.$_putters.size > 0) callMethod(queue, '$_wakeup_next', [queue.$_putters]);
  return item;
});
