/**
 * Generators and coroutines: the Python objects around JavaScript generators, and the driver that resumes them.
 *
 * The law: only this file calls `g.next` and `g.throw`. A body that delegates (`yield from`, `await`) yields the record `$D`; the driver keeps the delegates
 * on an explicit stack, `chain`, and resumes the innermost directly, so that depth costs neither time nor the host's stack.
 * A generator never holds itself: neither the body nor the chain refers to the Python object, so that it is gone when its last reference goes (finalise.ts).
 * Source: PEP 255, 342, 380, 479, 492.
 */
import { nameByCode, type PyCode } from './code-objects.ts';
import { raise } from './errors.ts';
import { isStop, normalise, setContext, stopValue } from './exceptions.ts';
import type { Watched } from './finalise.ts';
import { ends, forget, watch } from './finalise.ts';
import { SEND, THROW, closeIterator, foreignResult, resumeAny, type Mode } from './foreign.ts';
import type { Value } from './object.ts';
import { PyObject } from './object.ts';
import { confined, distant, gate } from './room.ts';
import { None } from './singletons.ts';
import { R, since, type Lane, type LaneObserver } from './state.ts';

/** What a delegating body yields: one record, reused. `ex`: the exception that the body is handling, which stands behind the delegate too. */
export const $D: { it: Value; ex: Value } = { it: null, ex: null };

/**
 * Where a suspended body stands. `l`: 0 not started, a position index when suspended, -1 running, -2 finished. It is also what finalisation keeps of a
 * generator. Defaults are on the prototype: a frame is made for every generator, and most need none of them.
 */
export class Frame extends PyObject {
  declare code: PyCode;
  declare l: number;
  /** Names and values, when the program asks for them (see compile option `frames`). */
  declare locals: (() => Record<string, Value>) | null;
  /** What `sys.set_asyncgen_hooks` asked for when an asynchronous generator was first used. */
  declare finalizer: Value;
  declare finalised: boolean;
  /** The StopIteration that the body itself raised, while that ended a generator (before PEP 479): who called `next` gets that very one. */
  declare stop: Value;
  /** Its generator's chain, once an object of the program's own with a `close` has stood on it: the end closes that one too. */
  declare chain: Value[] | null;
  /** Where a coroutine was made, when the program asks for that: what `cr_origin` answers. */
  declare origin: Value;
  /** Its lane in the trace (lanes.ts). */
  declare lane: Lane | undefined;
  /** The body. */
  declare g: Generator<Value, Value, Value>;
  declare ref: WeakRef<object> | null;
  declare end: Watched['end'];
  declare previous: Watched | null;
  declare next: Watched | null;
}
Object.assign(Frame.prototype, {
  locals: null,
  finalizer: None,
  finalised: false,
  stop: undefined,
  chain: null,
  origin: None,
  lane: undefined,
  ref: null,
  end: (f: Frame) => ends.generator(f),
  previous: null,
  next: null,
});
/** An object literal with a prototype is what QuickJS makes fastest: three times faster than a constructor with fields. */
const frames = Frame.prototype;
export const $frame = (code: PyCode): Frame => ({ __proto__: frames, code, l: 0 }) as unknown as Frame;

/** Who is driving delegates now: the innermost, which knows the next. The delegators are not on JavaScript's stack (see frames.ts). */
let driver: PyGenerator | null = null;
export function drivers(): PyGenerator[] {
  const found: PyGenerator[] = [];
  for (let pg = driver; pg !== null; pg = pg.outer!) found.unshift(pg);
  return found;
}

/* Where a driver goes on, when the innermost has been resumed already: it ended, it raised, it delegates. */
const ENDED = 2;
const RAISED = 3;
const DELEGATED = 4;

/** Generator and, by its class, coroutine; the base of asynchronous generators. */
export class PyGenerator extends PyObject {
  declare g: Generator<Value, Value, Value>;
  declare f: Frame;
  /** What this one delegates to, outermost first; null when it delegates to nothing. */
  declare chain: Value[] | null;
  /** For each delegate on the chain, what its delegator is handling, or null; null altogether when nobody is. */
  declare handled: Value[] | null;
  /** Who delegates to this one, on whose chain it stands. */
  declare root: WeakRef<PyGenerator> | null;
  /** Who drives further out, while this one drives; undefined while it does not. */
  declare outer: PyGenerator | null | undefined;
  /** What the body returned, once `resume` has answered undefined. */
  declare result: Value;
  declare name: string;
  declare qualname: string;
  declare kind: 'generator' | 'coroutine' | 'async generator';

  get driving(): boolean {
    return this.outer !== undefined;
  }
  get running(): boolean {
    return this.f.l === -1 || this.driving || (this.root?.deref()?.driving ?? false);
  }
  get finished(): boolean {
    return this.f.l === -2;
  }
  /** What `gi_yieldfrom` and `cr_await` show. */
  get delegate(): Value {
    // While it runs, what it delegates to is not waited for.
    if (this.running) return undefined;
    if (this.chain !== null) return this.chain[0];
    const root = this.root?.deref();
    if (root?.chain == null) return undefined;
    return root.chain[root.chain.indexOf(this) + 1];
  }

  /** Sends a value in, or throws an exception in. Returns what is yielded; undefined when the body ended (then see `result`). Errors: what the body raises. */
  resume(mode: Mode, v: Value): Value {
    const f = this.f;
    if (f.l === -1 || this.outer !== undefined || (this.root !== null && this.running))
      throw raise('ValueError', `${this.kind} already executing`);
    if (this.root !== null) this.leaveRoot();
    if (f.l === -2) {
      this.result = None;
      if (this.kind === 'coroutine') throw raise('RuntimeError', 'cannot reuse already awaited coroutine');
      if (mode === THROW) throw v;
      return undefined;
    }
    if (f.l === 0 && mode === THROW) {
      f.l = -2;
      forget(f);
      R.observer?.raised(this, v);
      // The body never ran: the exception appears at its first line. Up to 3.11 it was taken for the body's own.
      if (since(312)) throw normalise(v, f.code, 0);
      this.result = $gtb(v, f.code, 0, f);
      return undefined;
    }
    if (R.observer !== null) return this.observed(mode, v, R.observer);
    return this.chain !== null ? this.drive(mode, v) : this.advance(mode, v);
  }
  private observed(mode: Mode, v: Value, observer: LaneObserver): Value {
    observer.report(this, 'resumed');
    let y: Value;
    try {
      y = this.chain !== null ? this.drive(mode, v) : this.advance(mode, v);
    } catch (e) {
      observer.raised(this, e);
      throw e;
    }
    observer.report(this, y === undefined ? 'finished' : 'suspended', y);
    return y;
  }
  /** `resume(SEND, v)` for the usual case: nobody looks on, and it is not asked to run twice. */
  send(v: Value): Value {
    const f = this.f;
    if (f.l < 0 || this.root !== null || R.observer !== null) return this.resume(SEND, v);
    const chain = this.chain;
    if (chain !== null) {
      if (this.outer !== undefined || this.handled !== null) return this.resume(SEND, v);
      const top: Value = chain[chain.length - 1];
      if (!top.pause) return top.gen && top.root !== null ? this.pass(top, v) : this.resume(SEND, v);
      if (chain.length > 1 || v !== None) return this.resume(SEND, v);
      // It gave way, and goes on with what there is.
      top.over = true;
      this.chain = null;
      v = top.value;
    }
    let done: boolean | undefined;
    f.l = -1;
    try {
      const r = this.g.next(v);
      v = r.value;
      done = r.done;
    } catch (e) {
      forget(f);
      throw e;
    }
    if (!done) return v === $D ? this.delegated() : v;
    return this.finish(v);
  }
  /**
   * `drive` for the usual case: generators wait for generators, and nothing is thrown. `top`: the innermost, on the chain already. Whatever else comes up
   * is left to `drive`. (frames.ts knows both by name.)
   */
  private pass(top: PyGenerator, v: Value): Value {
    const chain = this.chain!;
    let next: typeof SEND | typeof RAISED | typeof DELEGATED = SEND;
    this.outer = driver;
    driver = this;
    try {
      for (;;) {
        top.f.l = -1;
        const r = top.g.next(v);
        v = r.value;
        if (r.done === true) {
          if (top === this) {
            this.chain = null;
            v = this.finish(v);
            break;
          }
          const f = top.f;
          f.l = -2;
          if (f.next !== null) forget(f);
          if (v === undefined) v = None;
          chain.pop();
          top.root = null;
          top = chain.length === 0 ? this : chain[chain.length - 1];
        } else if (v !== $D) {
          if (top === this) this.chain = null;
          break;
        } else {
          const target = $D.it;
          if (!this.takes(target)) {
            next = DELEGATED;
            break;
          }
          chain.push(target);
          top = target;
          v = None;
        }
      }
    } catch (e) {
      v = e;
      next = RAISED;
    }
    driver = this.outer!;
    this.outer = undefined;
    return next === SEND ? v : this.drive(next, v);
  }
  /** Whether what the record names can be driven by `pass`: a generator that nobody has begun. If so, this one drives it from now on. */
  private takes(target: Value): boolean {
    // What gives way (`pause`) gets a frame by being asked for it.
    if (target.gen !== true || target.pause || target.f.l !== 0) return false;
    if (target.root !== null || $D.ex !== null) return false;
    if (this.chain !== null && this.chain.length >= R.recursionLimit) return false;
    target.root = this.f.ref ??= new WeakRef(this);
    $D.it = null;
    return true;
  }
  private advance(mode: Mode, v: Value): Value {
    const f = this.f;
    let r: IteratorResult<Value, Value>;
    try {
      if (mode === SEND) {
        f.l = -1;
        r = this.g.next(v);
        // An exception thrown in meets a frame that still says where it is suspended: its handlers look at that.
      } else r = this.g.throw(v);
    } catch (e) {
      forget(f);
      throw e;
    }
    return this.taken(r);
  }
  /** What the body did: it ended, it yielded, or it delegates. */
  private taken(r: IteratorResult<Value, Value>): Value {
    if (r.done === true) return this.finish(r.value);
    return r.value === $D ? this.delegated() : r.value;
  }
  /** The body, waiting for nobody so far, delegates to what the record names. */
  private delegated(): Value {
    let target = $D.it;
    while (target.pause && $D.ex === null) {
      $D.it = null;
      if (!target.begun) {
        target.begun = true;
        this.chain = [target];
        return None;
      }
      // It has nothing to wait for: its value is there.
      target.over = true;
      this.f.l = -1;
      let r: IteratorResult<Value, Value>;
      try {
        r = this.g.next(target.value);
      } catch (e) {
        forget(this.f);
        throw e;
      }
      if (r.done) return this.finish(r.value);
      if (r.value !== $D) return r.value;
      target = $D.it;
    }
    if (!this.takes(target)) return this.drive(DELEGATED, None);
    this.chain = [target];
    return this.pass(target, None);
  }
  private finish(result: Value): undefined {
    this.f.l = -2;
    forget(this.f);
    this.result = result ?? None;
    return undefined;
  }
  /** Takes the record's target onto the chain. */
  private push(): void {
    const target = $D.it;
    $D.it = null;
    if (this.chain === null) this.chain = [target];
    else this.chain.push(target);
    if (target.gen !== true && target.cls.heap && target.cls.dict.$close !== undefined) this.f.chain = this.chain;
    if ($D.ex !== null || this.handled !== null) {
      (this.handled ??= [])[this.chain.length - 1] = $D.ex;
      $D.ex = null;
    }
    if (target.gen && target.pause !== true && target.f.l === 0)
      target.root = (this.f.ref ??= new WeakRef(this)) as WeakRef<PyGenerator>;
  }
  /** The exception behind the innermost delegate: what the nearest delegator is handling, else what whoever resumed us is. */
  private behind(entry: Value): Value {
    const handled = this.handled!;
    for (let i = this.chain!.length - 1; i >= 0; i--) if (handled[i] != null) return handled[i];
    return entry;
  }
  private drive(mode: Mode | typeof ENDED | typeof RAISED | typeof DELEGATED, v: Value): Value {
    const entry = R.ex;
    this.outer = driver;
    driver = this;
    try {
      for (;;) {
        if (mode === DELEGATED) {
          this.push();
          mode = SEND;
          v = None;
          if (this.chain!.length > R.recursionLimit) {
            const refused = this.chain!.pop();
            if (refused.gen) refused.root = null;
            mode = THROW;
            v = raise('RecursionError', 'maximum recursion depth exceeded');
          }
        }
        const chain = this.chain!;
        const outermost = chain.length === 0;
        const top: Value = outermost ? this : chain[chain.length - 1];
        if (mode === SEND && top.pause) {
          // It gives way once, and has nothing else to do.
          if (!top.begun) {
            top.begun = true;
            return None;
          }
          top.over = true;
          chain.pop();
          v = top.value;
          continue;
        }
        const mine = outermost || (top.gen === true && top.root !== null);
        let result: Value;
        // Before 3.9 what is thrown in knows nothing of the delegators' handlers.
        if (this.handled !== null) R.ex = mode === THROW && !since(309) ? entry : this.behind(entry);
        try {
          if (mode === RAISED) throw v;
          if (mode === THROW && !outermost && isStop(v, 'GeneratorExit')) {
            chain.pop();
            if (top.root !== undefined) top.root = null;
            closeIterator(top);
            continue;
          }
          if (mine) {
            const f = top.f as Frame;
            if (mode !== ENDED) {
              // Whatever is thrown at has begun: what is new on the chain is sent None first.
              if (mode === SEND) f.l = -1;
              const r: IteratorResult<Value, Value> = mode === SEND ? top.g.next(v) : top.g.throw(v);
              v = r.value;
              if (r.done !== true) {
                if (v === $D) {
                  const target = $D.it;
                  if (target.pause && target.begun && $D.ex === null && this.handled === null) {
                    // It has nothing to wait for: its value is there.
                    target.over = true;
                    $D.it = null;
                    v = target.value;
                    mode = SEND;
                  } else mode = DELEGATED;
                  continue;
                }
                if (outermost) this.chain = null;
                return v;
              }
            }
            f.l = -2;
            forget(f);
            result = v ?? None;
          } else {
            const y = resumeAny(top, mode as Mode, v);
            if (y !== undefined) return y;
            result = foreignResult(top);
          }
        } catch (e) {
          if (mine && top.f.l === -2) forget(top.f);
          if (outermost) {
            this.chain = null;
            throw e;
          }
          if (chain[chain.length - 1] === top) chain.pop();
          if (top.gen) top.root = null;
          // Before 3.9 a `throw` passed a delegator's handler by.
          if (mode !== THROW || (e !== v && since(309))) (e as Value).fresh = true;
          mode = THROW;
          v = e;
          continue;
        }
        if (outermost) {
          this.chain = null;
          this.result = result;
          return undefined;
        }
        chain.pop();
        if (top.gen) top.root = null;
        mode = SEND;
        v = result;
      }
    } finally {
      if (this.handled !== null) {
        R.ex = entry;
        if (this.chain === null) this.handled = null;
      }
      driver = this.outer!;
      this.outer = undefined;
    }
  }
  /** Somebody resumes a delegate directly, past its delegator: it takes its part of the chain along. */
  private leaveRoot(): void {
    const root = this.root!.deref();
    this.root = null;
    if (root?.chain == null) return;
    const at = root.chain.indexOf(this);
    const mine = at < 0 ? [] : root.chain.splice(at + 1);
    if (mine.length === 0) return;
    this.chain = mine;
    const self = (this.f.ref ??= new WeakRef(this)) as WeakRef<PyGenerator>;
    for (const d of mine) if (d.gen && d.root !== null) d.root = self;
  }

  /** The next item for a loop; undefined at the end. */
  step(): Value {
    return this.send(None);
  }
  /** For `for…of`: the inner generator itself when nothing can stand between, else a loop over `send`. */
  jsiter(): Iterable<Value> {
    const code = this.f.code.f;
    if (this.f.l === -2) return [];
    if (--gate.left < 0 && confined()) return distant(this);
    if (code.delegates === false && R.observer === null && this.root === null && this.f.l !== -1) return this.g;
    return walk(this);
  }
  /** A walk that keeps this object alive. */
  walk(): Iterable<Value> {
    return walk(this);
  }
  /** `close()`: GeneratorExit at the yield. Returns the value that the body returned (3.13). Errors: RuntimeError when the body yields again. */
  close(): Value {
    const f = this.f;
    if (f.l === -2) return None;
    if (this.running) throw raise('ValueError', `${this.kind} already executing`);
    if (f.l === 0) {
      f.l = -2;
      forget(f);
      // A body that never ran has nothing to clean up; resuming the JavaScript generator would run it.
      return None;
    }
    let y: Value;
    try {
      y = this.resume(THROW, raise('GeneratorExit'));
    } catch (e) {
      if (isStop(e, 'GeneratorExit') || isStop(e, 'StopIteration')) return None;
      throw e;
    }
    if (y !== undefined) throw raise('RuntimeError', `${this.kind} ignored GeneratorExit`);
    return since(313) ? this.result : None;
  }
}
Object.assign(PyGenerator.prototype, {
  gen: true,
  pause: false,
  kind: 'generator',
  chain: null,
  handled: null,
  root: null,
  outer: undefined,
  result: None,
});
nameByCode(PyGenerator.prototype, (pg) => pg.f.code);
/** A generator, or by its prototype a coroutine, around a frame and a body. */
export const generatorOf = (shape: object, f: Frame, g: Generator<Value, Value, Value>): Value => ({
  __proto__: shape,
  f,
  g,
});
function* walk(pg: PyGenerator): Generator<Value> {
  for (;;) {
    const y = pg.send(None);
    if (y === undefined) return;
    yield y;
  }
}

/** The function-level catch of every generator body. Returns what a legacy StopIteration carries, else throws. Source: PEP 479. */
export function $gtb(e: Value, code: PyCode, l: number, f: Frame): Value {
  const x = normalise(e, code, l);
  f.l = -2;
  const flags = code.f.flags;
  const kind = flags & 512 ? 'async generator' : flags & 128 ? 'coroutine' : 'generator';
  const stop = isStop(x, 'StopIteration');
  if (!stop && !(kind === 'async generator' && isStop(x, 'StopAsyncIteration'))) throw x;
  if (kind === 'generator' && (flags & 256) === 0 && !since(307) && !(since(305) && code.f.generatorStop === true)) {
    if (since(305))
      R.warn?.(
        since(306) ? 'DeprecationWarning' : 'PendingDeprecationWarning',
        `generator '${code.f.qualname}' raised StopIteration`,
        code,
        l,
      );
    f.stop = x;
    return stopValue(x);
  }
  const r = raise('RuntimeError', `${kind} raised ${stop ? 'StopIteration' : 'StopAsyncIteration'}`);
  r.cause = x;
  r.suppress = true;
  setContext(r, x);
  throw r;
}

const generators = PyGenerator.prototype;
export function $gen(f: Frame, g: Generator<Value, Value, Value>): PyGenerator {
  const pg = { __proto__: generators, f, g } as unknown as PyGenerator;
  if (f.code.f.cleanup !== false) {
    f.g = g;
    watch(pg, f);
  }
  if (R.observer !== null) R.observer.report(pg, 'created');
  return pg;
}

/** A TypeError about what a body wanted to wait for: raised below the handlers that the body is in. */
export function refused(message: string): Value {
  const e = raise('TypeError', message);
  e.fresh = true;
  return e;
}

/** `yield from x`: the iterator to delegate to. Errors: TypeError. */
export function $yieldfrom(x: Value, code: PyCode): Value {
  if (x.gen && x.kind === 'generator') return x;
  if (x.gen && x.kind === 'coroutine' && (code.f.flags & (128 | 256)) !== 0) {
    // One that has no frame yet (modules/asyncio/sleep.ts) gets it by being asked for it.
    void x.f;
    return x;
  }
  if (x.gen && x.kind === 'coroutine')
    throw refused("cannot 'yield from' a coroutine object in a non-coroutine generator");
  return R.iterObject!(x);
}
