/**
 * One QuickJS in WebAssembly and its boot image: the guest bundle is evaluated once, and every program starts from a copy of the memory as it was
 * then. Nothing is ever disposed of: the next copy wipes it out, whatever state a program left behind.
 */
import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten-core';
import { Stacks, type Answer } from './deep-call.ts';

/** A host function as the guest sees it: it takes handles, and must not throw. */
export type HostFunction = (context: QuickJSContext, ...args: QuickJSHandle[]) => QuickJSHandle;

export interface MachineParts {
  /** The guest bundle. */
  guest: string;
  /** QuickJS compiled. */
  wasm: WebAssembly.Module;
  /** Where to look for an image before the bundle is evaluated, and to leave one after. */
  images?: BootImages | undefined;
  /** Installed as properties of `$host` before the bundle is evaluated. */
  functions: Record<string, HostFunction>;
  /** Called once every TICK; true ends the program. */
  interrupt(): boolean;
}

/** A boot image: the used part of the memory; what lies behind it is zero. */
export type Image = Uint8Array;

/** Keeps boot images of one guest bundle from process to process. An image is good only for a machine of the same layout. */
export interface BootImages {
  load(layout: string): Image | null;
  save(layout: string, image: Image): void;
}

/** A memory grown beyond this is given back by starting a new instance, because WebAssembly memory cannot shrink. */
const KEEP_AT_MOST = 96 * 1024 * 1024;

/** What the build of QuickJS starts with. */
const INITIAL = 16 * 1024 * 1024;

const PAGE = 65_536;

export class Machine {
  readonly context: QuickJSContext;
  readonly runtime: QuickJSRuntime;
  readonly stacks: Stacks;
  /** The object of the host's functions, which only the guest's own code holds besides; the guest adds its `enter` to it. */
  private readonly host: QuickJSHandle;
  private readonly memory: WebAssembly.Memory;
  image: Image;
  /** Set when the instance cannot be trusted any more, although its memory could be copied back. */
  lost = false;

  /** True once the running program was refused memory. */
  refused = false;
  /** What the memory may grow to, in bytes. */
  private allowed = Infinity;

  private constructor(
    context: QuickJSContext,
    stacks: Stacks,
    memory: WebAssembly.Memory,
    host: QuickJSHandle,
    image: Image,
  ) {
    this.context = context;
    this.runtime = context.runtime;
    this.stacks = stacks;
    this.memory = memory;
    this.host = host;
    this.image = image;
    // QuickJS's own limit counts blocks, not bytes, in WebAssembly: so the limit stands where the heap grows. A refusal reaches QuickJS as `out of memory`.
    const grow = memory.grow.bind(memory);
    memory.grow = (pages) => {
      if (memory.buffer.byteLength + pages * PAGE > this.allowed) {
        this.refused = true;
        throw new RangeError('the memory limit is reached');
      }
      return grow(pages);
    };
  }

  /**
   * A new instance with the guest booted. Without an image the bundle is evaluated (a few hundred milliseconds for the whole of Python) and the image taken;
   * with one, everything that the host holds handles to is made in the same order, so that it lies where the image has it, and the rest is copied.
   */
  static async start(parts: MachineParts, image?: Image): Promise<Machine> {
    const stacks = new Stacks();
    const quickjs = await stacks.load(parts.wasm);
    const memory = quickjs.getWasmMemory();
    const context = quickjs.newContext();
    context.runtime.setInterruptHandler(() => parts.interrupt());
    const host = context.newObject();
    for (const [name, call] of Object.entries(parts.functions)) {
      const handle = context.newFunction(name, (...args: QuickJSHandle[]) => call(context, ...args));
      context.setProp(host, name, handle);
      handle.dispose();
    }
    // The environment's strings (the program's path, the language) lie before everything else, so they decide where the rest lies; so does this function.
    const layout = `${Machine.start} ${Object.keys(parts.functions).join()} ${host.value}`;
    const fits = (i: Image | null | undefined): i is Image => i != null && i.length <= memory.buffer.byteLength;
    if (!fits(image)) image = parts.images?.load(layout) ?? undefined;
    if (!fits(image)) {
      context.setProp(context.global, '$host', host);
      evaluate(context, parts.guest, 'guest', 'global');
      preloadModule(context, 'scheduler', '$scheduler');
      preloadModule(context, 'session', '$session');
      image = takeImage(memory);
      parts.images?.save(layout, image);
    }
    return new Machine(context, stacks, memory, host, image);
  }

  /** Calls the guest's entry; the caller looks at the result. */
  enter(command: string, argument: QuickJSHandle = this.context.undefined): Answer {
    const { context, host } = this;
    return this.stacks.callPlainly(context.getProp(host, 'enter'), [context.newString(command), argument]);
  }

  /** As enter, on stacks of its own, if the host has any. */
  enterDeeply(command: string, argument: QuickJSHandle): Promise<Answer> {
    const { context, host } = this;
    return this.stacks.call(context.getProp(host, 'enter'), [context.newString(command), argument]);
  }

  /** Reads modules of the library into the image, so that programs import them for what running them costs. */
  readAhead(names: readonly string[]): void {
    this.restore(Infinity);
    this.stacks.begin(this.context, 0);
    const answer = this.enter('read', this.context.newString(JSON.stringify(names)));
    if (answer.error) this.context.unwrapResult({ error: answer.error });
    this.image = takeImage(this.memory);
  }

  /** Puts the memory back as it was after boot, in about a millisecond; the program that runs next may allocate `memory` bytes, in steps of the heap's growth. */
  restore(memory: number): void {
    this.allowed = this.image.length + memory;
    this.refused = false;
    const bytes = new Uint8Array(this.memory.buffer);
    bytes.set(this.image);
    bytes.fill(0, this.image.length);
  }

  /** Lets the guest use memory again after a program exhausted it, to say what happened. */
  relieve(): void {
    this.allowed = Infinity;
  }

  /** True when a program with this limit needs a new instance: this one broke, or holds more memory than is worth keeping or than the program may have. */
  wornFor(memory: number): boolean {
    const size = this.memory.buffer.byteLength;
    return this.lost || size > Math.max(INITIAL, Math.min(KEEP_AT_MOST, this.image.length + memory));
  }
}

function takeImage(memory: WebAssembly.Memory): Image {
  const words = new BigUint64Array(memory.buffer);
  let end = words.length;
  while (end > 0 && words[end - 1] === 0n) end--;
  return new Uint8Array(memory.buffer.slice(0, Math.ceil((end * 8) / PAGE) * PAGE));
}

function evaluate(context: QuickJSContext, code: string, filename: string, type: 'global' | 'module'): void {
  const result = context.evalCode(code, filename, { type });
  if (result.error) {
    const error: unknown = context.dump(result.error);
    throw new Error(
      `The guest bundle does not start (${filename}): ${JSON.stringify(error)}. Rebuild it and look at src/sandbox/guest.`,
    );
  }
  result.value.dispose();
}

/** Makes the object in the global variable importable as a module of that name, and takes the variable away. */
function preloadModule(context: QuickJSContext, name: string, variable: string): void {
  const keys = context.evalCode(`Object.keys(globalThis.${variable}).join(', ')`);
  const names = context.unwrapResult(keys).consume((handle) => context.getString(handle));
  evaluate(
    context,
    `export const { ${names} } = globalThis.${variable}; delete globalThis.${variable};`,
    name,
    'module',
  );
}
