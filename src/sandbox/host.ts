/**
 * The host: runs programs one after another, each in a fresh copy of the boot image, within its limits. The same in a Node worker,
 * in a browser worker and in the process of whoever calls it.
 */
import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core';
import type { Listen } from './bell.ts';
import type { Characters, Question } from './characters/table.ts';
import { joinSession, lineInStack, MODULE, placeOf } from './js-session.ts';
import { LONGEST_SOURCE } from './compiling.ts';
import { limitMessage, limitsOf, SHALLOW_STACK, TICK } from './limits.ts';
import { callsDeeply, type Answer } from './deep-call.ts';
import { Machine, type BootImages, type HostFunction, type Image, type MachineParts } from './machine.ts';
import { Output } from './output.ts';
import { placeInPython } from './python-place.ts';
import { FIELD, pack, unpack } from './guest/wire.ts';
import type { GuestOutcome } from './guest/host-interface.ts';
import type { Event, LimitName, Limits, Outcome, Program } from './protocol.ts';
import type { TraceEvent } from '../scheduler/trace.ts';

/** What a host needs from its surroundings. */
export interface Assets {
  /** The guest bundle's text. */
  guest: string;
  /** QuickJS, compiled; absent in Node, where the package loads its own file. */
  wasm: WebAssembly.Module;
  /** Keeps the boot image of this very guest from one process to the next. */
  images?: BootImages | undefined;
  /** The thread has the small stack of a browser's worker, for when there is no other: see deep-call.ts. */
  narrow?: boolean;
  /** Fetches what a program will ask for while it runs, because the guest cannot wait. Called before each run. */
  prepare?(program: Program): Promise<void>;
  /** Python text to JSON `{js, …}`, or `{fault}`; see guest/host-interface.ts. */
  compile(text: string, optionsJson: string): string;
  /** What Unicode says, fetched when somebody asks. */
  characters: Characters;
  /** A compiled module of the standard library as JSON, or null. */
  module(name: string, era: string): string | null;
}

/** What belongs to the program that runs now. */
interface Run {
  program: Program;
  limits: Limits;
  output: Output;
  emit(event: Event): void;
  source: number;
  ticks: number;
  traced: number;
  /** Events that wait to be sent. */
  trace: TraceEvent[];
  deadline: number;
  listen: Listen;
  /** How often it has been interrupted. */
  interrupts: number;
  stdin: string;
  limit: LimitName | null;
  /** The JavaScript stack at the moment when a limit ended the program. */
  stack: string;
  /** What the program's own sources became. */
  compiled: Map<string, string>;
}

/** The Python of a program that names none. */
export const NEWEST_ERA = '3.14';

/** Trace events sent in one message. */
const TRACE_BATCH = 200;

/** Ticks that the guest may use after a limit, to say where it was. */
const AFTERWORD_TICKS = 50;

/** Bytes. A copy of the image stands before every run, so it may not grow for ever. */
const LARGEST_IMAGE = 48 * 1024 * 1024;

export class Host {
  private readonly assets: Assets;
  private machine: Machine | null = null;
  private image: Image | undefined;
  private current: Run | null = null;
  /** Library modules whose code is not in the image, and how many programs asked for them. */
  private readonly wanted = new Map<string, number>();
  private afterword = 0;

  constructor(assets: Assets) {
    this.assets = assets;
  }

  /** Boots the guest, or replaces a worn instance. Called by run(); earlier, it takes the wait out of the first run. */
  async ready(memory = Infinity): Promise<Machine> {
    if (!this.machine || this.machine.wornFor(memory)) {
      this.machine = null;
      this.machine = await Machine.start(this.parts(), this.image);
      this.image = this.machine.image;
    }
    return this.machine;
  }

  /**
   * For the quiet time after a run: library modules that so many programs asked for are read into the image, and the next program that imports them waits
   * the less. Does nothing when there is nothing to read.
   */
  readAhead(uses: number): void {
    const { machine, wanted } = this;
    if (!machine || machine.lost || machine.image.length > LARGEST_IMAGE) return;
    const names = [...wanted].filter(([, times]) => times >= uses).map(([name]) => name);
    if (names.length === 0) return;
    for (const name of names) wanted.delete(name);
    machine.readAhead(names);
    this.image = machine.image;
  }

  /**
   * Runs a program to its end. It never throws for anything that a program does. `listen` is asked while it runs how often it was to be interrupted;
   * Python then gets a KeyboardInterrupt each time.
   */
  async run(program: Program, emit: (event: Event) => void, listen: Listen = () => 0): Promise<Outcome> {
    const limits = limitsOf(program);
    await this.assets.prepare?.(program);
    const machine = await this.ready(limits.memory);
    const run: Run = {
      program,
      limits,
      emit,
      output: new Output(limits, emit),
      source: 0,
      ticks: 0,
      traced: 0,
      trace: [],
      deadline: performance.now() + limits.seconds * 1000,
      listen,
      interrupts: 0,
      stdin: program.stdin ?? '',
      limit: null,
      stack: '',
      compiled: new Map(),
    };
    run.output.muted = program.sources.length > 1;
    this.current = run;
    this.afterword = 0;
    let outcome: Outcome;
    try {
      machine.restore(limits.memory);
      if (this.assets.narrow && !callsDeeply) limits.stack = Math.min(limits.stack, SHALLOW_STACK);
      machine.stacks.begin(machine.context, limits.stack);
      outcome = program.language === 'js' ? this.runJs(machine, run) : await this.runPython(machine, run);
    } catch (error) {
      machine.lost = true;
      // The host's own stack was too small for this recursion, which QuickJS had not yet stopped: the instance is lost, the program no less at its limit.
      if (error instanceof Error && /call stack|recursion/.test(error.message)) run.limit ??= 'stack';
      // Refused memory in the wrong moment, QuickJS may stumble over its own nulls.
      if (machine.refused) run.limit ??= 'memory';
      outcome = run.limit ? this.limited(run, null) : this.crashed(run, error);
    }
    this.current = null;
    run.output.flush();
    this.sendTrace(run);
    return run.interrupts > 0 ? { ...outcome, interrupted: true } : outcome;
  }

  private runJs(machine: Machine, run: Run): Outcome {
    const { context } = machine;
    const { sources, trace = false } = run.program;
    this.call(machine, 'js', trace ? context.newString('traced') : undefined);
    const result = context.evalCode(joinSession(sources), MODULE, { type: 'module', strict: true });
    if (result.error) return this.jsEnd(machine, run, result.error);
    // Native promises run on QuickJS's own jobs; an instance that ran any is not used again.
    while (run.limit === null && machine.runtime.hasPendingJob()) {
      machine.lost = true;
      const jobs = machine.runtime.executePendingJobs(1000);
      if (jobs.error) return this.jsEnd(machine, run, jobs.error);
    }
    if (run.limit) return this.limited(run, null);
    const state = context.getPromiseState(result.value);
    if (state.type === 'rejected') return this.jsEnd(machine, run, state.error);
    if (state.type === 'pending') {
      run.output.say('Error: the top-level await waits for something that never comes\n');
      return { status: 'exception', exit: 13, exception: 'Error', source: run.source, fuel: run.ticks * TICK };
    }
    return { status: 'done', exit: 0, source: sources.length - 1, fuel: run.ticks * TICK };
  }

  /** An uncaught error of a js program: a limit in disguise, or its own. */
  private jsEnd(machine: Machine, run: Run, error: QuickJSHandle): Outcome {
    machine.relieve();
    const text = this.call(machine, 'describe', error);
    const [name = 'Error', said = 'Error', stack = ''] = text?.split(FIELD) ?? [];
    const line = lineInStack(stack);
    const place = line === null ? null : placeOf(run.program.sources, line);
    if (place) run.source = place.source;
    const where = place && `${place.filename}, line ${place.line}`;
    // Without memory for an error object, QuickJS throws null.
    if (!run.limit && machine.refused && /^InternalError: out of memory|^Uncaught null/.test(said))
      run.limit = 'memory';
    if (!run.limit && /^\w+Error: stack overflow/.test(said)) run.limit = 'stack';
    if (run.limit) return this.limited(run, where);
    run.output.muted = false;
    run.output.say(`${said}\n${where ? `    at ${where}\n` : ''}`);
    return { status: 'exception', exit: 1, exception: name, source: run.source, fuel: run.ticks * TICK };
  }

  private async runPython(machine: Machine, run: Run): Promise<Outcome> {
    const { era = NEWEST_ERA, sources, argv = [''], trace = false } = run.program;
    // What is too long to be compiled stays out of the guest, which gets the compiler's answer.
    const given = sources.map((source) => (source.text.length > LONGEST_SOURCE ? { ...source, text: '' } : source));
    const program = machine.context.newString(JSON.stringify({ era, sources: given, argv, trace }));
    const answer = this.answer(machine, 'python', await machine.enterDeeply('python', program));
    if (run.limit) return this.limited(run, placeInPython(run.stack, sources, run.compiled));
    if (answer === null) throw new Error('the Python runtime did not answer');
    return { ...(JSON.parse(answer) as GuestOutcome), fuel: run.ticks * TICK };
  }

  /** Calls the guest's entry. Null when it ended by an error, which during a limit is the interruption itself. */
  private call(machine: Machine, command: string, argument?: QuickJSHandle): string | null {
    if (this.current?.limit) this.afterword = this.current.ticks + AFTERWORD_TICKS;
    return this.answer(machine, command, machine.enter(command, argument));
  }

  private answer({ context }: Machine, command: string, result: Answer): string | null {
    if (result.error) {
      if (this.current?.limit) {
        const stack = context.getProp(result.error, 'stack');
        if (context.typeof(stack) === 'string') this.current.stack = context.getString(stack);
        return null;
      }
      const error: unknown = context.dump(result.error);
      throw new Error(`${command}: ${JSON.stringify(error)}`);
    }
    return context.typeof(result.value) === 'string' ? unpack(context.getString(result.value)) : null;
  }

  private limited(run: Run, where: string | null): Outcome {
    const limit = run.limit as LimitName;
    const message = limitMessage(limit, run.limits) + (where ? `, at ${where}` : '') + '.';
    return { status: 'limit', exit: 1, limit, message, source: run.source, fuel: run.ticks * TICK };
  }

  private crashed(run: Run, error: unknown): Outcome {
    const cause = error instanceof Error ? error.message : String(error);
    const message = `The sandbox was lost and has been replaced (${cause}).`;
    return { status: 'crashed', exit: 1, message, source: run.source, fuel: run.ticks * TICK };
  }

  private interrupt(): boolean {
    const run = this.current;
    if (!run) return false;
    run.ticks++;
    if (run.limit) return run.ticks > this.afterword;
    if (run.ticks * TICK >= run.limits.fuel) run.limit = 'fuel';
    else if (performance.now() > run.deadline) run.limit = 'seconds';
    else if (run.program.language === 'python' && run.listen() > run.interrupts) this.signal(run);
    run.output.tick();
    return run.limit !== null;
  }

  /** Tells the guest of a signal, in the midst of what it does; where its stack has no room left for that, the next tick tries again. */
  private signal(run: Run): void {
    const result = this.machine?.enter('interrupt');
    if (result && !result.error) run.interrupts++;
  }

  private write(stream: 'stdout' | 'stderr', text: string): void {
    const run = this.current;
    if (run && !run.limit) run.limit = run.output.write(stream, text);
  }

  private trace(json: string): void {
    const run = this.current;
    if (!run || run.limit) return;
    // What replayed sources did and wrote is no part of the record.
    if (run.output.muted) return;
    const events = JSON.parse(json) as TraceEvent[];
    for (const event of events) event.output -= run.output.unheard;
    run.trace.push(...events.slice(0, run.limits.traceEvents - run.traced));
    run.traced += events.length;
    if (run.traced > run.limits.traceEvents) run.limit = 'traceEvents';
    if (run.trace.length >= TRACE_BATCH) this.sendTrace(run);
  }

  private sendTrace(run: Run): void {
    if (run.trace.length > 0) run.emit({ type: 'trace', events: run.trace.splice(0) });
  }

  private mark(index: number): void {
    const run = this.current;
    if (!run || index < run.source) return;
    run.source = index;
    const { sources, stdin } = run.program;
    const last = index === sources.length - 1;
    run.output.muted = !last;
    run.stdin = sources[index]?.stdin ?? (last ? stdin : undefined) ?? '';
  }

  private compile(source: string, optionsJson: string): string {
    const { main, filename, base } = JSON.parse(optionsJson) as { main?: boolean; filename: string; base?: number };
    const whole = main && source === '' ? this.current?.program.sources[this.current.source]?.text : undefined;
    const answer = this.assets.compile(whole ?? source, optionsJson);
    // Evaluated behind `base` empty lines: kept as it stands there.
    if (main)
      this.current?.compiled.set(filename, '\n'.repeat(base ?? 0) + ((JSON.parse(answer) as { js?: string }).js ?? ''));
    return answer;
  }

  private module(name: string, era: string): string | null {
    const answer = this.assets.module(name, era);
    if (answer !== null && this.current) this.wanted.set(name, (this.wanted.get(name) ?? 0) + 1);
    return answer;
  }

  private input(): string | null {
    const run = this.current;
    if (!run || !run.stdin) return null;
    const end = run.stdin.indexOf('\n') + 1 || run.stdin.length;
    const line = run.stdin.slice(0, end);
    run.stdin = run.stdin.slice(end);
    return line;
  }

  private parts(): MachineParts {
    const { assets } = this;
    const text = (context: QuickJSContext, value: string | null): QuickJSHandle =>
      value === null ? context.null : context.newString(pack(value));
    const read = (context: QuickJSContext, value: QuickJSHandle | undefined): string =>
      value ? unpack(context.getString(value)) : '';
    const functions: Record<string, HostFunction> = {
      out: (context, value) => (this.write('stdout', read(context, value)), context.undefined),
      err: (context, value) => (this.write('stderr', read(context, value)), context.undefined),
      compile: (context, source, options) => text(context, this.compile(read(context, source), read(context, options))),
      module: (context, name, era) => text(context, this.module(read(context, name), read(context, era))),
      character: (context, what, of, version) =>
        text(
          context,
          assets.characters.answer(read(context, what) as Question, read(context, of), read(context, version)),
        ),
      input: (context) => text(context, this.input()),
      trace: (context, events) => (this.trace(read(context, events)), context.undefined),
      room: (context) => context.newNumber(this.machine?.stacks.room() ?? 0),
      elsewhere: (context, call) => (call && this.machine?.stacks.elsewhere(call) ? context.true : context.false),
      mark: (context, index) => (this.mark(index ? context.getNumber(index) : 0), context.undefined),
    };
    return {
      guest: assets.guest,
      wasm: assets.wasm,
      images: assets.images,
      functions,
      interrupt: () => this.interrupt(),
    };
  }
}
