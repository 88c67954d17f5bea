/**
 * The Sandbox that pages, tests and the command line use: programs go in, events and an outcome come out, and nothing that a program does
 * can keep the caller waiting. One worker runs, one waits booted, so that stopping a program costs nothing.
 */
import type { Bell } from './bell.ts';
import { limitMessage, limitsOf } from './limits.ts';
import type { Event, Outcome, Program } from './protocol.ts';
import type { FromWorker, Spawn, WorkerPort } from './worker-protocol.ts';

/** Seconds after which the watchdog ends a worker whose host should have stopped by itself. */
const GRACE = 1;

/** Milliseconds that a stopped Python program has for its last words; then it is interrupted again, and as much later its worker is ended. */
const LAST_WORDS = 2000;

/** The reason of an abort that leaves a program no time: `controller.abort(AT_ONCE)`. */
export const AT_ONCE = 'at once';

/** Interrupts a program, and once more, and then loses patience. Answers how to call it off. */
function ringTwice(bell: Bell, kill: () => void): () => void {
  bell.ring();
  let timer = setTimeout(() => {
    bell.ring();
    timer = setTimeout(kill, LAST_WORDS);
  }, LAST_WORDS);
  return () => clearTimeout(timer);
}

/** A worker and what is known of it. */
interface Crew<Start> {
  port: WorkerPort<Start>;
  /** Resolves when it is booted; rejects when it cannot be. */
  ready: Promise<void>;
  listener: ((message: FromWorker) => void) | null;
}

export interface SandboxOptions {
  /** Keep a second worker booted (the default), so that ending one does not make the next run wait. */
  spare?: boolean;
}

export class Sandbox<Start = unknown> {
  private readonly spawn: Spawn<Start>;
  private readonly start: () => Promise<Start>;
  private readonly spare: boolean;
  private crew: Crew<Start>[] = [];
  private queue: Promise<unknown> = Promise.resolve();
  /** Of the running program. */
  private bell: Bell | undefined;

  /** `start` makes the message that boots a worker; it is first called by the first run (or by warm). */
  constructor(spawn: Spawn<Start>, start: () => Promise<Start>, options: SandboxOptions = {}) {
    this.spawn = spawn;
    this.start = start;
    this.spare = options.spare ?? true;
  }

  /** Boots a worker before it is needed. Rejects with the reason when the sandbox cannot start. */
  async warm(): Promise<void> {
    await this.first().ready;
  }

  /**
   * Runs a program after those given before it have ended. Events come while it runs; the promise resolves to its outcome,
   * and rejects only when the sandbox itself cannot start. An aborted signal ends the program with status `stopped`: a Python one by KeyboardInterrupt,
   * so that its `finally` blocks run, and by ending the worker if it does not take the hint; any other, and any when the reason is AT_ONCE, at once.
   */
  run(program: Program, onEvent: (event: Event) => void = () => {}, signal?: AbortSignal): Promise<Outcome> {
    const result = this.queue.then(() => this.runNow(program, onEvent, signal));
    this.queue = result.catch(() => {});
    return result;
  }

  /** Ctrl-C: the running program gets one more KeyboardInterrupt. */
  interrupt(): void {
    this.bell?.ring();
  }

  /** Ends the workers. A later run starts new ones. */
  close(): void {
    for (const { port } of this.crew.splice(0)) port.terminate();
  }

  private async runNow(program: Program, onEvent: (event: Event) => void, signal?: AbortSignal): Promise<Outcome> {
    const limits = limitsOf(program);
    const last = program.sources.length - 1;
    const stopped: Outcome = { status: 'stopped', exit: 130, message: 'Stopped.', source: last, fuel: 0 };
    if (signal?.aborted) return stopped;
    const worker = this.first();
    const aborted = new Promise<'aborted'>((resolve) =>
      signal?.addEventListener('abort', () => resolve('aborted'), { once: true }),
    );
    try {
      if ((await Promise.race([worker.ready, aborted])) === 'aborted') return stopped;
    } catch (error) {
      this.drop(worker);
      throw error;
    }
    const bell = (this.bell = worker.port.bell());
    const outcome = await new Promise<Outcome>((resolve) => {
      let insisting = (): void => {};
      const end = (result: Outcome, keep: boolean): void => {
        clearTimeout(watchdog);
        insisting();
        bell.close();
        this.bell = undefined;
        worker.listener = null;
        if (!keep) this.drop(worker);
        resolve(result);
      };
      const watchdog = setTimeout(
        () => {
          const message = `${limitMessage('seconds', limits)}, inside one long operation.`;
          end({ status: 'limit', exit: 1, limit: 'seconds', message, source: last, fuel: 0 }, false);
        },
        (limits.seconds + GRACE) * 1000,
      );
      const listener = (message: FromWorker): void => {
        if (message.type === 'event') onEvent(message.event);
        else if (message.type === 'outcome') {
          const { outcome } = message;
          end(signal?.aborted && outcome.interrupted ? { ...outcome, status: 'stopped', exit: 130 } : outcome, true);
        } else if (message.type === 'failed') {
          end(
            { status: 'crashed', exit: 1, message: `The sandbox was lost: ${message.message}`, source: last, fuel: 0 },
            false,
          );
        }
      };
      worker.listener = listener;
      // A signal may be shared with runs that have ended: those have nothing to stop.
      void aborted.then(() => {
        if (worker.listener !== listener) return;
        const kill = (): void => end(stopped, false);
        if (program.language === 'python' && signal?.reason !== AT_ONCE) insisting = ringTwice(bell, kill);
        else kill();
      });
      worker.port.post({ type: 'run', program, bell: bell.token });
    });
    if (this.spare && this.crew.length < 2) void this.hire().ready.catch(() => {});
    return outcome;
  }

  private first(): Crew<Start> {
    return this.crew[0] ?? this.hire();
  }

  private hire(): Crew<Start> {
    let up: () => void = () => {};
    let down: (error: Error) => void = () => {};
    const ready = new Promise<void>((resolve, reject) => ([up, down] = [resolve, reject]));
    const fail = (message: string): void => {
      down(new Error(`The sandbox cannot start: ${message}`));
      worker.listener?.({ type: 'failed', message });
    };
    const port = this.spawn((message) => {
      if (message.type === 'ready') up();
      else if (message.type === 'failed') fail(message.message);
      else worker.listener?.(message);
    }, fail);
    const worker: Crew<Start> = { port, ready, listener: null };
    this.crew.push(worker);
    this.start().then(
      (start) => port.post({ type: 'start', start }),
      (error: unknown) => fail(String(error)),
    );
    return worker;
  }

  private drop(worker: Crew<Start>): void {
    worker.port.terminate();
    this.crew = this.crew.filter((one) => one !== worker);
  }
}
