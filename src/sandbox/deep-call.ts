/**
 * The stacks that QuickJS recurses on. QuickJS in WebAssembly uses the host's stack, of which a Chromium worker has 500 kB: some 400 nested calls of Python's. A
 * call that may be suspended ("JavaScript Promise Integration", WebAssembly 3.0) has one of its own, of about a megabyte: so Python programs are called in this
 * way. When a program has nearly used that up, it is suspended and goes on upon another such stack, as often as STACKS allows.
 */
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import variant from '@jitl/quickjs-wasmfile-release-sync';

export type Answer = { value: QuickJSHandle; error?: undefined } | { error: QuickJSHandle };

type ExportedCall = (context: number, callee: number, self: number, count: number, args: number) => number;
/** How QuickJS calls a function of the host's. `self` is an address on its stack. */
type HostCall = (context: number, self: number, count: number, args: number, id: number) => number;

/** What a context has inside: the package offers no other way to the exported function. */
interface Inside {
  ctx: { value: number };
  memory: {
    toPointerArray(handles: QuickJSHandle[]): { value: number; dispose(): void };
    heapValueHandle(pointer: number): QuickJSHandle;
  };
  ffi: {
    module: { _QTS_Call: ExportedCall };
    QTS_ResolveException(context: number, result: number): number;
    QTS_Throw(context: number, error: number): number;
  };
}

const { promising, Suspending } = WebAssembly as {
  promising?: (call: ExportedCall) => (...args: Parameters<ExportedCall>) => Promise<number>;
  Suspending?: new (call: () => Promise<number>) => WebAssembly.ImportValue;
};

/** Whether this host can. */
export const callsDeeply = promising !== undefined && Suspending !== undefined;

/**
 * A call of the host's that may have to wait, as WebAssembly, because a function that can wait cannot be called from a stack that cannot:
 *
 *     (func (export "f") (param i32 i32 i32 i32 i32) (result i32) (local i32)
 *       (if (result i32) (i32.eq (local.tee 5 (call $c (local.get 0) … (local.get 4))) (i32.const -1))
 *         (then (call $w))
 *         (else (local.get 5))))
 */
const FORK = Uint8Array.from(
  [
    '0061736d 01000000', // WebAssembly, version 1
    '010e02 60057f7f7f7f7f017f 6000017f', // types: of five numbers, of none
    '020b02 0001630000 0001770001', // imports: c of the first type, w of the second
    '03020100', // one function, of the first type
    '0705 01 0166 00 02', // exported as f
    '0a1f01 1d 01017f 2000 2001 2002 2003 2004 1000 2205 417f 46 047f 1001 05 2005 0b 0b',
  ]
    .join('')
    .match(/[0-9a-f]{2}/g) ?? [],
  (byte) => Number.parseInt(byte, 16),
);

/** What `c` answers to have `w` called. */
const WAIT = -1;

/** How many a program may use. QuickJS's own record of its frames, in the memory of WebAssembly, has room for more. */
const STACKS = 24;

/**
 * After so many changes the next one waits for the event loop. Chromium (measured in 153) leaves some 15 bytes on the worker's own stack at each, until what runs
 * is one task of the loop no more: after 40,000 that stack would be full.
 */
const REST = 4096;

/** Bytes of QuickJS's stack that are left to what is called on a stack after the last look at it, if there are as many. */
const MARGIN = 64 * 1024;

/** What a host says whose stack cannot be told. */
const PLENTY = 2 ** 30;

export class Stacks {
  private context: QuickJSContext | null = null;
  /** Bytes of QuickJS's stack that the program may use on one of the host's, and how many of them it uses before it changes to the next. */
  private limit = 0;
  private span = 0;
  private used = 1;
  /** Addresses on QuickJS's stack, which grows down: the highest that was seen since the program began, the one where the present stack began, the last seen. */
  private top = 0;
  private start = 0;
  private at = 0;
  /** Calls on the host's own stack, which cannot be suspended. */
  private plain = 0;
  /** What is to be called on the next stack, once the function of the host's that was asked for it has returned. */
  private next: QuickJSHandle | null = null;
  /** What that function answered. */
  private answer = 0;
  private changes = 0;

  /** QuickJS from its compiled module; its calls of the host's functions become able to wait. */
  load(wasm: WebAssembly.Module): Promise<QuickJSWASMModule> {
    const instantiateWasm = async (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance) => void,
    ): Promise<WebAssembly.Exports> => {
      if (callsDeeply) this.wrap(imports);
      const instance = await WebAssembly.instantiate(wasm, imports);
      receive(instance);
      return instance.exports;
    };
    return newQuickJSWASMModuleFromVariant(newVariant(variant, { emscriptenModule: { instantiateWasm } }));
  }

  /** The import by which functions of the host's are called is the one with five parameters. */
  private wrap(imports: WebAssembly.Imports): void {
    const found = Object.values(imports).flatMap((group) =>
      Object.entries(group)
        .filter(([, value]) => typeof value === 'function' && value.length === 5)
        .map(([name, value]) => ({ group, name, call: value as unknown as HostCall })),
    );
    const [only] = found;
    if (!only || found.length > 1 || !Suspending)
      throw new Error(
        `this build of QuickJS imports ${found.length} functions of five parameters: look at deep-call.ts`,
      );
    const c: HostCall = (context, self, count, args, id) => {
      this.at = self;
      if (self > this.top) this.top = this.start = self;
      this.answer = only.call(context, self, count, args, id);
      return this.next === null ? this.answer : WAIT;
    };
    const w = new Suspending(() => this.goOn());
    const fork = new WebAssembly.Instance(new WebAssembly.Module(FORK), { '': { c, w } });
    only.group[only.name] = fork.exports['f'] as WebAssembly.ImportValue;
  }

  /** Before a program: what it may use of QuickJS's stack. */
  begin(context: QuickJSContext, limit: number): void {
    this.context = context;
    this.limit = limit;
    this.span = Math.max(limit - MARGIN, limit / 2);
    this.top = 0;
    this.plain = 0;
    this.next = null;
    this.use(1, 0);
  }

  private use(stacks: number, start: number): void {
    this.used = stacks;
    this.start = start;
    this.context?.runtime.setMaxStackSize(this.limit && this.limit + this.top - start);
  }

  /** To be asked from the program by a function of the host's: how many bytes it may use before it should go on upon another stack. */
  room(): number {
    return callsDeeply ? this.span - (this.start - this.at) : PLENTY;
  }

  /** To be asked likewise, when there is no room: calls that function of the guest's on another stack, if there is one. */
  elsewhere(call: QuickJSHandle): boolean {
    if (!callsDeeply || this.plain > 0 || this.used === STACKS) return false;
    this.next = call.dup();
    return true;
  }

  private async goOn(): Promise<number> {
    const { next, answer, used, start } = this;
    const { ctx, ffi } = this.context as unknown as Inside;
    if (next === null) return answer;
    this.next = null;
    if (++this.changes % REST === 0) await new Promise((rested) => setTimeout(rested));
    this.use(used + 1, this.at);
    const { value, error } = { value: undefined, ...(await this.call(next, [])) };
    this.use(used, start);
    next.dispose();
    value?.dispose();
    return error ? ffi.QTS_Throw(ctx.value, (error as QuickJSHandle & { value: number }).value) : answer;
  }

  /** Calls a function of the guest's on a stack of its own; what it throws is in the answer. Rejects when the stack overflowed, which loses the instance. */
  async call(callee: QuickJSHandle, args: QuickJSHandle[]): Promise<Answer> {
    const context = this.context as QuickJSContext;
    if (!promising) return this.callPlainly(callee, args);
    const { ctx, memory, ffi } = context as unknown as Inside;
    const self = context.undefined as QuickJSHandle & { value: number };
    const given = memory.toPointerArray(args);
    const result = await promising(ffi.module._QTS_Call)(
      ctx.value,
      (callee as typeof self).value,
      self.value,
      args.length,
      given.value,
    );
    given.dispose();
    const error = ffi.QTS_ResolveException(ctx.value, result);
    return error ? { error: memory.heapValueHandle(error) } : { value: memory.heapValueHandle(result) };
  }

  /** The same on the host's own stack, without waiting. */
  callPlainly(callee: QuickJSHandle, args: QuickJSHandle[]): Answer {
    const context = this.context as QuickJSContext;
    this.plain++;
    try {
      return context.callFunction(callee, context.undefined, args) as Answer;
    } finally {
      this.plain--;
    }
  }
}
