/**
 * A call into QuickJS on a stack of its own. QuickJS in WebAssembly recurses on the host's stack, of which a Chromium worker has 500 kB: some 400 nested calls
 * of Python's. A call that may be suspended ("JavaScript Promise Integration", WebAssembly 3.0) runs on a second one, of about a megabyte, although ours never is
 * suspended; and there a program can nest its calls as deep as CPython lets it.
 */
import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core';

export type Answer = { value: QuickJSHandle; error?: undefined } | { error: QuickJSHandle };

type ExportedCall = (context: number, callee: number, self: number, count: number, args: number) => number;

/** What a context has inside: the package offers no other way to the exported function. */
interface Inside {
  ctx: { value: number };
  memory: {
    toPointerArray(handles: QuickJSHandle[]): { value: number };
    heapValueHandle(pointer: number): QuickJSHandle;
  };
  ffi: { module: { _QTS_Call: ExportedCall }; QTS_ResolveException(context: number, result: number): number };
}

const { promising } = WebAssembly as {
  promising?: (call: ExportedCall) => (...args: Parameters<ExportedCall>) => Promise<number>;
};

/** Whether this host can. */
export const callsDeeply = promising !== undefined;

/** Calls a function of the guest's; what it throws is in the answer. Rejects when the stack overflowed, which loses the instance. */
export async function deepCall(context: QuickJSContext, callee: QuickJSHandle, args: QuickJSHandle[]): Promise<Answer> {
  if (!promising) return context.callFunction(callee, context.undefined, args) as Answer;
  const { ctx, memory, ffi } = context as unknown as Inside;
  const call = promising(ffi.module._QTS_Call);
  const self = context.undefined as QuickJSHandle & { value: number };
  const given = memory.toPointerArray(args);
  const result = await call(ctx.value, (callee as typeof self).value, self.value, args.length, given.value);
  const error = ffi.QTS_ResolveException(ctx.value, result);
  return error ? { error: memory.heapValueHandle(error) } : { value: memory.heapValueHandle(result) };
}
