/**
 * Coroutines of the library that most often have nothing to wait for: `queue.get()` while there are items. Awaited where it is made, such a one does its work
 * on the spot, and no frame or body is made for it. Whoever looks at it, or awaits it when there is something to wait for, finds the coroutine that the
 * text makes.
 */
import { forget, hold, take, watch } from '../../finalise.ts';
import type { Frame } from '../../generator.ts';
import { coroutinePrototype } from '../../generator-types.ts';
import type { Value } from '../../object.ts';

const unseen = {
  __proto__: coroutinePrototype,
  // As for `sleep(0)`: the driver (generator.ts) knows it by this mark, and that it has nothing left to do but to hand its value over.
  pause: true,
  begun: true,
  over: false,
  get f(): Frame {
    return show(this).f;
  },
  get g(): Value {
    return show(this).g;
  },
  /** It is awaited: now or never. */
  ready(this: Value): void {
    const value = this.act();
    if (value === undefined) show(this, true);
    else this.value = value;
  },
  /** Nobody awaited it where it was made. */
  grow(): void {
    show(this, true);
  },
};
function show(c: Value, unclaimed = take(c)): Value {
  const { over } = c;
  const { f, g } = c.make();
  // The text's coroutine itself goes; its frame and body stay.
  forget(f);
  f.ref = null;
  Object.setPrototypeOf(c, coroutinePrototype);
  c.f = f;
  c.g = g;
  if (over) f.l = -2;
  else if (unclaimed) watch(c, f);
  return c;
}

/** `act` does the work and answers the value, or undefined when that takes a wait; `make` calls the text. */
export function prompt(act: () => Value, make: () => Value): Value {
  const c = { __proto__: unseen, act, make } as Value;
  hold(c);
  return c;
}
