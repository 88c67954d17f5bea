/** Queues: items that go in and out while there is room and nobody has to wait. Source: the library reference, "Queues". */
import { plainCoroutines } from '../../generator-types.ts';
import type { Value } from '../../object.ts';
import { callMethod, store } from '../../object.ts';
import { None } from '../../singletons.ts';
import { Deque } from '../deque.ts';
import { functions, quicken } from '../quick.ts';
import { prompt } from './prompt.ts';

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
function hasRoom(queue: Value): boolean {
  const most: Value = queue.$_maxsize;
  const room = typeof most === 'number' && isPlain(queue) && (most <= 0 || queue.$_queue.size < most);
  return room && queue.$_is_shutdown === false;
}
const hasItem = (queue: Value): boolean => isPlain(queue) && queue.$_queue.size > 0;

function putNow(queue: Value, item: Value): Value {
  const s = store(queue);
  s.$_queue.push(item);
  s.$_unfinished_tasks++;
  callMethod(queue.$_finished, '$clear', []);
  if (queue.$_getters.size > 0) callMethod(queue, '$_wakeup_next', [queue.$_getters]);
  return None;
}
function getNow(queue: Value): Value {
  const item: Value = queue.$_queue.shift();
  if (queue.$_putters.size > 0) callMethod(queue, '$_wakeup_next', [queue.$_putters]);
  return item;
}
quicken(
  'Queue.put_nowait',
  (slow) => (queue: Value, item: Value) => (hasRoom(queue) ? putNow(queue, item) : slow(queue, item)),
);
quicken('Queue.get_nowait', (slow) => (queue: Value) => (hasItem(queue) ? getNow(queue) : slow(queue)));
quicken(
  'Queue.put',
  (slow) => (queue: Value, item: Value) =>
    queue.$put_nowait === functions['Queue.put_nowait'] && plainCoroutines()
      ? prompt(
          () => (hasRoom(queue) ? putNow(queue, item) : undefined),
          () => slow(queue, item),
        )
      : slow(queue, item),
);
quicken(
  'Queue.get',
  (slow) => (queue: Value) =>
    queue.$get_nowait === functions['Queue.get_nowait'] && plainCoroutines()
      ? prompt(
          () => (hasItem(queue) ? getNow(queue) : undefined),
          () => slow(queue),
        )
      : slow(queue),
);
