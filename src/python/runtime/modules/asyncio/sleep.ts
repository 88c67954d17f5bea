/**
 * `sleep(0)`: a coroutine that gives way once. Nearly every one is awaited where it is made, and never seen: so it has no frame and no body, only a mark
 * by which the driver (generator.ts) knows what to do. Whoever looks at it finds a coroutine like any other: it then becomes one.
 * Source: the library reference, "Sleeping".
 */
import type { PyCode } from '../../code-objects.ts';
import { normalise } from '../../exceptions.ts';
import { hold, take, watch } from '../../finalise.ts';
import type { Frame } from '../../generator.ts';
import { $frame } from '../../generator.ts';
import { coroutinePrototype, plainCoroutines } from '../../generator-types.ts';
import type { Value } from '../../object.ts';
import { None } from '../../singletons.ts';
import { positionOf, quickenCall } from '../quick.ts';

let code: PyCode;
/** Where it is suspended: the position of the `await` in the library's text. */
let pause = 1;

/** The body of one that was looked at: `next` and `throw` are what generator.ts asks of it. */
class Body {
  f: Frame;
  value: Value;
  begun: boolean;
  constructor(f: Frame, value: Value, begun: boolean) {
    this.f = f;
    this.value = value;
    this.begun = begun;
  }
  next(): { value: Value; done: boolean } {
    if (this.begun) return { value: this.value, done: true };
    this.begun = true;
    this.f.l = pause;
    return { value: None, done: false };
  }
  throw(e: Value): never {
    this.f.l = -2;
    throw normalise(e, code, pause);
  }
}
/** One that nobody has looked at. `begun`: it has given way; `over`: and gone on. */
const unseen = {
  __proto__: coroutinePrototype,
  pause: true,
  begun: false,
  over: false,
  get f(): Frame {
    return show(this).f;
  },
  get g(): Body {
    return show(this).g;
  },
  /** Nobody awaited it where it was made. */
  grow(): void {
    show(this, true);
  },
};
function show(c: Value, unclaimed = take(c)): Value {
  const { value, begun, over } = c;
  Object.setPrototypeOf(c, coroutinePrototype);
  c.f = $frame(code);
  c.g = new Body(c.f, value, begun);
  c.f.l = over ? -2 : begun ? pause : 0;
  if (unclaimed) watch(c, c.f);
  return c;
}

const isNoTime = (delay: Value): boolean => typeof delay === 'number' && delay <= 0 && plainCoroutines();
function pauseWith(value: Value): Value {
  const c = { __proto__: unseen, value } as Value;
  hold(c);
  return c;
}
quickenCall('sleep', (f, slow) => {
  code = f.code;
  pause = positionOf(code, 'await _one_round');
  (f as Value).call1 = (delay: Value) => (isNoTime(delay) ? pauseWith(None) : slow([delay], null));
  return (args, kw) =>
    kw === null && args.length <= 2 && isNoTime(args[0]) ? pauseWith(args[1] ?? None) : slow(args, kw);
});
