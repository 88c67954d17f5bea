/** Programs that read as what they show: each prints lines with their virtual time, and the lines are the test. */
import { expect, test } from 'vitest';
import {
  Cancelled,
  Event,
  Future,
  Kernel,
  Queue,
  VirtualClock,
  cancel,
  join,
  now,
  self,
  sleep,
  spawn,
  timeout,
  turn,
  wait,
  type Coroutine,
} from '../../src/scheduler/index.ts';

/** Runs a program whose tasks `say` things, and answers what was said: `1 A`. */
function said(program: (say: (text: string) => Coroutine) => Coroutine<unknown>): string[] {
  const lines: string[] = [];
  function* say(text: string): Coroutine {
    lines.push(`${yield* now()} ${text}`);
  }
  new Kernel().run(program(say));
  return lines;
}

test('three rockets count down side by side, in no time', () => {
  const lines = said(function* (say) {
    function* rocket(name: string, delay: number, count: number): Coroutine {
      yield* sleep(delay);
      for (; count > 0; count--) {
        yield* say(`${name} ${count}`);
        yield* sleep(1);
      }
      yield* say(`${name} lift-off`);
    }
    yield* spawn(rocket('A', 0, 2));
    yield* spawn(rocket('B', 0.25, 3));
    yield* spawn(rocket('C', 3600, 1));
  });
  expect(lines).toEqual([
    '0 A 2',
    '0.25 B 3',
    '1 A 1',
    '1.25 B 2',
    '2 A lift-off',
    '2.25 B 1',
    '3.25 B lift-off',
    '3600 C 1',
    '3601 C lift-off',
  ]);
});

test('0.1 s and then 0.2 s is the same moment as 0.3 s, and who asked first wakes first', () => {
  const lines = said(function* (say) {
    function* once(): Coroutine {
      yield* sleep(0.3);
      yield* say('once');
    }
    function* twice(): Coroutine {
      yield* sleep(0.1);
      yield* sleep(0.2);
      yield* say('twice');
    }
    yield* spawn(twice());
    yield* spawn(once());
  });
  expect(lines).toEqual(['0.3 once', '0.3 twice']);
});

test('turn lets the others go first', () => {
  const lines = said(function* (say) {
    function* counter(name: string): Coroutine {
      for (let i = 0; i < 2; i++) {
        yield* say(`${name}${i}`);
        yield* turn();
      }
    }
    yield* spawn(counter('a'));
    yield* spawn(counter('b'));
  });
  expect(lines).toEqual(['0 a0', '0 b0', '0 a1', '0 b1']);
});

test('join returns what the task returned, however late one asks', () => {
  const lines = said(function* (say) {
    function* work(): Coroutine<number> {
      yield* sleep(2);
      return 42;
    }
    const task = yield* spawn(work(), 'work');
    yield* say(`got ${yield* join(task)}`);
    yield* sleep(1);
    yield* say(`still ${yield* join(task)}`);
  });
  expect(lines).toEqual(['2 got 42', '3 still 42']);
});

test('join throws what the task threw', () => {
  const lines = said(function* (say) {
    // oxlint-disable-next-line require-yield -- a task that fails before it waits
    function* broken(): Coroutine {
      throw new Error('no fuel');
    }
    const task = yield* spawn(broken());
    try {
      yield* join(task);
    } catch (error) {
      yield* say(String(error));
    }
  });
  expect(lines).toEqual(['0 Error: no fuel']);
});

test('cancel throws Cancelled where the task waits; its finally may wait too; the one who joins learns it as TaskCancelled', () => {
  const lines = said(function* (say) {
    function* sleeper(): Coroutine {
      try {
        yield* sleep(100);
      } finally {
        yield* say('tidying');
        yield* sleep(1);
        yield* say('tidy');
      }
    }
    const task = yield* spawn(sleeper(), 'sleeper');
    yield* sleep(2);
    yield* say(`cancelled: ${yield* cancel(task)}`);
    try {
      yield* join(task);
    } catch (error) {
      yield* say(String(error));
    }
    yield* say(`${task.state}, again: ${yield* cancel(task)}`);
  });
  expect(lines).toEqual([
    '2 cancelled: true',
    '2 tidying',
    '3 tidy',
    '3 TaskCancelled: sleeper was cancelled: main asked for it',
    '3 cancelled, again: false',
  ]);
});

test('a task that catches Cancelled and goes on, goes on', () => {
  const lines = said(function* (say) {
    function* stubborn(): Coroutine<string> {
      try {
        yield* sleep(100);
      } catch (error) {
        if (!(error instanceof Cancelled)) throw error;
        yield* sleep(1);
      }
      return 'here';
    }
    const task = yield* spawn(stubborn());
    yield* turn();
    yield* cancel(task);
    yield* say(`${yield* join(task)} ${task.state}`);
  });
  expect(lines).toEqual(['1 here finished']);
});

test('however many cancel a task at once, it is interrupted once, and has time to tidy up', () => {
  const lines = said(function* (say) {
    function* sleeper(): Coroutine {
      try {
        yield* sleep(100);
      } finally {
        yield* sleep(1);
        yield* say('tidy');
      }
    }
    const task = yield* spawn(sleeper());
    yield* sleep(1);
    yield* cancel(task);
    yield* cancel(task);
    yield* sleep(5);
    yield* say(task.state);
  });
  expect(lines).toEqual(['2 tidy', '6 cancelled']);
});

test('a task that cancels itself is cancelled at its next wait', () => {
  const lines = said(function* (say) {
    function* quitter(): Coroutine {
      yield* cancel(yield* self());
      yield* say('before');
      yield* sleep(1);
      yield* say('never');
    }
    const task = yield* spawn(quitter());
    yield* sleep(5);
    yield* say(task.state);
  });
  expect(lines).toEqual(['0 before', '5 cancelled']);
});

test('timeout ends a body that takes too long, and leaves alone one that does not', () => {
  const lines = said(function* (say) {
    function* work(seconds: number): Coroutine<string> {
      yield* sleep(seconds);
      return `worked ${seconds} s`;
    }
    yield* say(yield* timeout(2, work(1)));
    try {
      yield* timeout(2, work(3));
    } catch (error) {
      yield* say(String(error));
    }
    yield* sleep(10);
    yield* say('undisturbed');
  });
  expect(lines).toEqual(['1 worked 1 s', '3 TimeoutError: not done after 2 s', '13 undisturbed']);
});

test('an inner timeout does not take the outer one’s end for its own', () => {
  const lines = said(function* (say) {
    function* inner(): Coroutine {
      try {
        yield* timeout(5, sleep(100));
      } catch (error) {
        yield* say(`inner: ${(error as Error).name}`);
        throw error;
      }
    }
    try {
      yield* timeout(1, inner());
    } catch (error) {
      yield* say(`outer: ${(error as Error).name}`);
    }
  });
  expect(lines).toEqual(['1 inner: Cancelled', '1 outer: TimeoutError']);
});

test('an event lets everybody through until it is cleared', () => {
  const lines = said(function* (say) {
    const door = new Event('the door');
    function* visitor(name: string): Coroutine {
      yield* door.wait();
      yield* say(name);
    }
    yield* spawn(visitor('a'));
    yield* spawn(visitor('b'));
    yield* sleep(1);
    door.set();
    yield* visitor('c');
    yield* turn();
    door.clear();
    yield* spawn(visitor('d'));
    yield* sleep(1);
    door.set();
  });
  expect(lines).toEqual(['1 c', '1 a', '1 b', '2 d']);
});

test('a full queue makes its producer wait, an empty one its consumer', () => {
  const lines = said(function* (say) {
    const queue = new Queue<number>(1, 'the belt');
    function* producer(): Coroutine {
      for (let i = 0; i < 3; i++) {
        yield* queue.put(i);
        yield* say(`put ${i}`);
      }
    }
    yield* spawn(producer());
    yield* sleep(1);
    for (let i = 0; i < 3; i++) {
      yield* say(`got ${yield* queue.get()}`);
      yield* sleep(1);
    }
  });
  expect(lines).toEqual(['0 put 0', '1 got 0', '1 put 1', '2 got 1', '2 put 2', '3 got 2']);
});

test('a future wakes those who wait, in the order in which they came, and has one result', () => {
  const lines = said(function* (say) {
    const answer = new Future<number>('the answer');
    function* asker(name: string): Coroutine {
      yield* say(`${name} ${yield* wait(answer)}`);
    }
    yield* spawn(asker('a'));
    yield* spawn(asker('b'));
    yield* sleep(1);
    answer.succeed(42);
    expect(() => answer.succeed(43)).toThrow('the answer has its result already');
  });
  expect(lines).toEqual(['1 a 42', '1 b 42']);
});

test('deadlock names who waits for what', () => {
  const kernel = new Kernel();
  const orders = new Queue<string>(Infinity, 'orders');
  const opened = new Event('the opening');
  const cook = kernel.spawn(orders.get(), 'cook');
  kernel.spawn(opened.wait(), 'waiter');
  kernel.spawn(join(cook), 'guest');
  expect(() => kernel.run()).toThrow(
    [
      'every task waits, and nothing is left that could wake one:',
      '  cook waits for an item of orders',
      '  waiter waits for the opening',
      '  guest waits for cook',
    ].join('\n'),
  );
});

test('deadlock mentions who failed before: often the reason', () => {
  const kernel = new Kernel();
  const orders = new Queue<string>(Infinity, 'orders');
  // oxlint-disable-next-line require-yield -- a task that fails before it waits
  function* guest(): Coroutine {
    throw new Error('no table');
  }
  kernel.spawn(orders.get(), 'cook');
  kernel.spawn(guest(), 'guest');
  expect(() => kernel.run()).toThrow('(guest had failed before: Error: no table)');
});

test('a failure that nobody joined is thrown at the end of the run; several together', () => {
  function* failing(seconds: number): Coroutine {
    yield* sleep(seconds);
    throw new RangeError(`after ${seconds} s`);
  }
  const one = new Kernel();
  one.spawn(failing(1), 'one');
  expect(() => one.run()).toThrow('after 1 s');

  const two = new Kernel();
  two.spawn(failing(2), 'late');
  two.spawn(failing(1), 'early');
  expect(() => two.run()).toThrow('2 tasks failed: early (RangeError: after 1 s), late (RangeError: after 2 s)');
});

test('step does one thing at a time and says what happened', () => {
  const kernel = new Kernel();
  function* napper(): Coroutine {
    yield* sleep(2);
  }
  kernel.spawn(napper(), 'napper');
  const steps: string[] = [];
  while (!kernel.done) {
    steps.push(
      kernel
        .step()
        .map((event) => `${event.at} ${event.kind}${event.on ? ` (${event.on})` : ''}`)
        .join(', '),
    );
  }
  expect(steps).toEqual(['0 resumed, 0 suspended (sleep 2 s)', '2 timer', '2 resumed, 2 finished']);
  expect(kernel.step()).toEqual([]);
});

test('a clock that does not jump waits for whoever drives it', () => {
  const clock = new VirtualClock({ autojump: false });
  const kernel = new Kernel({ clock });
  const task = kernel.spawn(sleep(2), 'sleeper');
  kernel.step();
  expect(kernel.step()).toEqual([]);
  expect(kernel.next).toBe(2);
  expect(() => kernel.run()).toThrow('the clock stands still before 2 s');
  clock.advance(2);
  while (!kernel.done) kernel.step();
  expect(task.state).toBe('finished');
});

test('mistakes are thrown back where they were made', () => {
  function* wrong(): Coroutine<string[]> {
    const heard: string[] = [];
    const attempts: (() => Coroutine<unknown>)[] = [
      () => sleep(-1),
      () => sleep(Infinity),
      () => spawn(sleep as unknown as Coroutine),
      () => timeout(NaN, sleep(1)),
      function* () {
        yield 3 as never;
      },
      function* () {
        yield* turn();
        (yield* self()).kernel.run();
      },
    ];
    for (const attempt of attempts) {
      try {
        yield* attempt();
      } catch (error) {
        heard.push(String(error));
      }
    }
    return heard;
  }
  expect(new Kernel().run(wrong())).toEqual([
    'RangeError: sleep takes a finite number of seconds from 0 up, not -1',
    'RangeError: sleep takes a finite number of seconds from 0 up, not Infinity',
    'TypeError: spawn takes a generator, not a function: call it, spawn(sleep(…))',
    'RangeError: timeout takes a finite number of seconds from 0 up, not NaN',
    'TypeError: main yielded 3, which is no trap: write yield* sleep(…), yield* wait(…) and so on',
    'Error: main drives the kernel that runs it: use yield* spawn(…) and yield* join(…) inside a task',
  ]);
});

test('whoever holds a generator can play the kernel by hand', () => {
  function* greeter(): Coroutine<string> {
    yield* sleep(1);
    const task = yield* self();
    return `I am ${task.name}`;
  }
  const hand = greeter();
  expect(hand.next().value).toEqual({ trap: 'sleep', seconds: 1 });
  expect(hand.next().value).toEqual({ trap: 'self' });
  expect(hand.next({ name: 'nobody' })).toEqual({ done: true, value: 'I am nobody' });
});

test('a sleeper is woken by time, not by whoever ran last', () => {
  const woken: string[] = [];
  const kernel = new Kernel({
    observer: (event) => {
      if (event.kind === 'resumed') woken.push(`${event.at} ${event.name} by ${event.by}`);
    },
  });
  kernel.spawn(sleep(2), 'late');
  kernel.spawn(sleep(1), 'early');
  kernel.run();
  expect(woken).toEqual(['0 late by 0', '0 early by 0', '1 early by 0', '2 late by 0']);
});

test('the trace says who woke whom', () => {
  const events: string[] = [];
  let written = 0;
  const kernel = new Kernel({
    observer: (event) =>
      events.push(`${event.at} ${event.name} ${event.kind} by ${event.by ?? '–'} at ${event.output}`),
    written: () => written,
  });
  const door = new Event('the door');
  function* opener(): Coroutine {
    written += 10;
    door.set();
    yield* turn();
  }
  kernel.spawn(door.wait(), 'guest');
  kernel.spawn(opener(), 'opener');
  kernel.run();
  expect(events).toEqual([
    '0 guest created by 0 at 0',
    '0 opener created by 0 at 0',
    '0 guest resumed by 0 at 0',
    '0 guest suspended by – at 0',
    '0 opener resumed by 0 at 0',
    '0 opener suspended by – at 10',
    '0 guest resumed by 2 at 10',
    '0 guest finished by – at 10',
    '0 opener resumed by 0 at 10',
    '0 opener finished by – at 10',
  ]);
});
