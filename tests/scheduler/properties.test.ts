/** What holds for any program: thousands of random ones. On failure, fast-check prints the seed and the smallest program that fails. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Cancelled,
  Event,
  Kernel,
  Queue,
  TimeQueue,
  TimeoutError,
  cancel,
  now,
  sleep,
  spawn,
  timeout,
  turn,
  type Coroutine,
  type Task,
  type TraceEvent,
} from '../../src/scheduler/index.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
fc.configureGlobal({ seed, numRuns: 500 });

/** Durations on a grid, so that different sums meet at the same moment. */
const seconds = fc.nat({ max: 20 }).map((tenths) => tenths / 10);

describe(`seed ${seed} (set SEED to repeat)`, () => {
  test('a time queue gives back what was put in, by time and then by order of arrival, whatever was taken out between', () => {
    const command = fc.oneof(
      { weight: 3, arbitrary: fc.record({ push: fc.nat({ max: 5 }) }) },
      fc.record({ pop: fc.constant(true) }),
      fc.record({ remove: fc.nat() }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 200 }), (commands) => {
        const queue = new TimeQueue<number>();
        let model: { when: number; item: number; timer: ReturnType<typeof queue.push> }[] = [];
        let count = 0;
        const first = () => model.toSorted((a, b) => a.when - b.when || a.item - b.item)[0];
        for (const step of commands) {
          if ('push' in step) {
            const item = count++;
            model.push({ when: step.push, item, timer: queue.push(step.push, item) });
          } else if ('pop' in step) {
            const expected = first();
            expect(queue.pop()?.item).toBe(expected?.item);
            model = model.filter((entry) => entry !== expected);
          } else if (model.length > 0) {
            const chosen = model[step.remove % model.length]!;
            expect(queue.remove(chosen.timer)).toBe(true);
            expect(queue.remove(chosen.timer)).toBe(false);
            model = model.filter((entry) => entry !== chosen);
          }
          expect(queue.size).toBe(model.length);
          expect(queue.first?.item).toBe(first()?.item);
        }
      }),
    );
  });

  test('sleepers wake at the sum of their sleeps, in the order of time', () => {
    fc.assert(
      fc.property(fc.array(fc.array(seconds, { maxLength: 6 }), { maxLength: 8 }), (plans) => {
        const kernel = new Kernel();
        const woken: { at: number; plan: number }[] = [];
        function* sleeper(plan: number): Coroutine {
          for (const nap of plans[plan]!) yield* sleep(nap);
          woken.push({ at: yield* now(), plan });
        }
        plans.forEach((_, plan) => kernel.spawn(sleeper(plan)));
        kernel.run();
        expect(woken.map(({ at }) => at)).toEqual(woken.map(({ at }) => at).toSorted((a, b) => a - b));
        for (const { at, plan } of woken) {
          const tenths = plans[plan]!.reduce((sum, nap) => sum + Math.round(nap * 10), 0);
          expect(at).toBe(tenths / 10);
        }
        expect(woken.length).toBe(plans.length);
      }),
    );
  });

  test('whenever takers and putters are cancelled, a queue loses no item and invents none', () => {
    const plan = fc.record({
      capacity: fc.constantFrom(1, 2, Infinity),
      puts: fc.array(fc.record({ after: seconds, cancelled: fc.option(seconds) }), { maxLength: 12 }),
      takers: fc.array(fc.record({ after: seconds, cancelled: fc.option(seconds) }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(plan, ({ capacity, puts, takers }) => {
        const kernel = new Kernel();
        const queue = new Queue<number>(capacity);
        const accepted = new Set<number>();
        const taken: number[] = [];
        function* putter(item: number, delay: number): Coroutine {
          yield* sleep(delay);
          yield* queue.put(item);
          accepted.add(item);
        }
        function* taker(delay: number): Coroutine {
          yield* sleep(delay);
          taken.push(yield* queue.get());
        }
        function* canceller(task: Task<unknown>, delay: number): Coroutine {
          yield* sleep(delay);
          yield* cancel(task);
        }
        function* main(): Coroutine {
          const tasks: Task<unknown>[] = [];
          for (const [item, put] of puts.entries()) {
            const task = yield* spawn(putter(item, put.after));
            tasks.push(task);
            if (put.cancelled !== null) yield* spawn(canceller(task, put.cancelled));
          }
          for (const take of takers) {
            const task = yield* spawn(taker(take.after));
            tasks.push(task);
            if (take.cancelled !== null) yield* spawn(canceller(task, take.cancelled));
          }
          yield* sleep(10);
          for (const task of tasks) yield* cancel(task);
        }
        kernel.run(main());
        const left: number[] = [];
        function* drain(): Coroutine {
          while (queue.size > 0) left.push(yield* queue.get());
        }
        new Kernel().run(drain());
        expect([...taken, ...left].toSorted((a, b) => a - b)).toEqual([...accepted].toSorted((a, b) => a - b));
        expect(left.length).toBeLessThanOrEqual(capacity);
      }),
    );
  });

  test('items arrive in the order in which they were put, however many take them', () => {
    const naps = fc.array(seconds, { minLength: 1, maxLength: 12 });
    const crews = fc.array(naps, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(1, 2, Infinity), naps, crews, (capacity, puts, crew) => {
        const kernel = new Kernel();
        const queue = new Queue<number>(capacity);
        const taken: number[] = [];
        function* producer(): Coroutine {
          for (const [item, nap] of puts.entries()) {
            yield* sleep(nap);
            yield* queue.put(item);
          }
        }
        function* taker(rests: number[]): Coroutine {
          for (const rest of rests) {
            taken.push(yield* queue.get());
            yield* sleep(rest);
          }
        }
        /** Puts and takes need not match in number: after a while, whoever is left waiting goes home. */
        function* patient(work: Coroutine): Coroutine {
          try {
            yield* timeout(100, work);
          } catch (error) {
            if (!(error instanceof TimeoutError)) throw error;
          }
        }
        kernel.spawn(patient(producer()));
        for (const rests of crew) kernel.spawn(patient(taker(rests)));
        kernel.run();
        expect(taken).toEqual(taken.map((_, place) => place));
        expect(taken.length).toBe(Math.min(puts.length, crew.flat().length));
      }),
    );
  });

  test('a timeout strikes exactly when the body takes longer, at its own time, and leaves nothing behind', () => {
    fc.assert(
      fc.property(fc.array(seconds, { maxLength: 5 }), seconds, seconds, (naps, limit, outer) => {
        function* body(): Coroutine<string> {
          for (const nap of naps) yield* sleep(nap);
          return 'done';
        }
        function* inner(): Coroutine<string> {
          try {
            return yield* timeout(limit, body());
          } catch (error) {
            if (error instanceof TimeoutError) return 'inner';
            throw error;
          }
        }
        function* main(): Coroutine<[string, number]> {
          let result: string;
          try {
            result = yield* timeout(outer, inner());
          } catch (error) {
            if (!(error instanceof TimeoutError)) throw error;
            result = 'outer';
          }
          const at = yield* now();
          yield* sleep(50);
          expect(yield* now()).toBe(Math.round((at + 50) * 10) / 10);
          return [result, at];
        }
        const tenths = naps.reduce((sum, nap) => sum + Math.round(nap * 10), 0);
        const [result, at] = new Kernel().run(main());
        const ends = Math.min(tenths / 10, limit, outer);
        expect(at).toBe(ends);
        if (result === 'outer') expect(outer).toBe(ends);
        else if (result === 'inner') expect(limit).toBe(ends);
        else expect(tenths / 10).toBe(ends);
        // A strict winner always wins.
        if (limit < outer && limit < tenths / 10) expect(result).toBe('inner');
        if (outer < limit && outer < tenths / 10) expect(result).toBe('outer');
        if (tenths / 10 < limit && tenths / 10 < outer) expect(result).toBe('done');
      }),
    );
  });

  /** A little language of programs; their tasks share an event and a queue, spawn children and cancel one another. */
  type Deed =
    | { do: 'sleep'; seconds: number }
    | { do: 'turn' | 'get' | 'put' | 'set' | 'spawn' }
    | { do: 'cancel'; whom: number };
  const deed: fc.Arbitrary<Deed> = fc.oneof(
    fc.record({ do: fc.constant('sleep' as const), seconds }),
    fc.record({
      do: fc.constantFrom('turn' as const, 'get' as const, 'put' as const, 'set' as const, 'spawn' as const),
    }),
    fc.record({ do: fc.constant('cancel' as const), whom: fc.nat({ max: 9 }) }),
  );
  const programs = fc.array(fc.array(deed, { maxLength: 8 }), { minLength: 1, maxLength: 6 });

  function trace(plans: Deed[][]): { events: TraceEvent[]; tasks: Task<unknown>[]; end: string } {
    const events: TraceEvent[] = [];
    const kernel = new Kernel({ observer: (event) => events.push(event) });
    const queue = new Queue<number>(2, 'queue');
    const event = new Event('event');
    const tasks: Task<unknown>[] = [];
    function* act(plan: Deed[]): Coroutine {
      for (const step of plan) {
        if (step.do === 'sleep') yield* sleep(step.seconds);
        else if (step.do === 'turn') yield* turn();
        else if (step.do === 'get') yield* timeout(3, queue.get());
        else if (step.do === 'put') yield* queue.put(tasks.length);
        else if (step.do === 'set') event.set();
        else if (step.do === 'spawn') tasks.push(yield* spawn(event.wait()));
        else if (step.do === 'cancel') yield* cancel(tasks[step.whom % tasks.length]!);
      }
    }
    for (const plan of plans) tasks.push(kernel.spawn(act(plan)));
    let end = 'done';
    try {
      kernel.run();
    } catch (error) {
      end = String(error);
    }
    return { events, tasks, end };
  }

  test('the same program traced ten times gives one trace', () => {
    fc.assert(
      fc.property(programs, (plans) => {
        const { events, end } = trace(plans);
        for (let again = 0; again < 9; again++) {
          const other = trace(plans);
          expect(other.events).toEqual(events);
          expect(other.end).toBe(end);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a trace is well formed: time never goes back, resumed and suspended alternate, nothing follows an end', () => {
    fc.assert(
      fc.property(programs, (plans) => {
        const { events, tasks } = trace(plans);
        const next: Record<string, string[]> = {
          created: ['resumed'],
          resumed: ['suspended', 'finished', 'failed', 'cancelled'],
          suspended: ['resumed'],
          finished: [],
          failed: [],
          cancelled: [],
        };
        const last = new Map<number, string>();
        let at = 0;
        for (const event of events) {
          expect(event.at).toBeGreaterThanOrEqual(at);
          at = event.at;
          if (event.kind === 'timer') continue;
          const before = last.get(event.lane);
          if (before === undefined) expect(event.kind).toBe('created');
          else expect(next[before]).toContain(event.kind);
          last.set(event.lane, event.kind);
        }
        for (const task of tasks) if (task.done) expect(last.get(task.lane)).toBe(task.state);
      }),
    );
  });

  test('whoever is cancelled while it waits hears of it at that very moment', () => {
    fc.assert(
      fc.property(seconds, seconds, (nap, when) => {
        const heard: number[] = [];
        function* sleeper(): Coroutine {
          try {
            yield* sleep(nap);
          } catch (error) {
            if (error instanceof Cancelled) heard.push(yield* now());
            throw error;
          }
        }
        function* main(): Coroutine<string> {
          const task = yield* spawn(sleeper());
          yield* sleep(when);
          yield* cancel(task);
          yield* sleep(10);
          return task.state;
        }
        const state = new Kernel().run(main());
        if (when < nap) expect([state, heard]).toEqual(['cancelled', [when]]);
        if (when > nap) expect([state, heard]).toEqual(['finished', []]);
      }),
    );
  });
});
