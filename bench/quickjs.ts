/** A bare QuickJS for benchmarks: no limits, no boot image, nothing between the program and the clock but one call. */
import { newQuickJSWASMModuleFromVariant, type QuickJSContext } from 'quickjs-emscripten-core';
import variant from '@jitl/quickjs-wasmfile-release-sync';

export async function bareQuickJS(): Promise<QuickJSContext> {
  const module = await newQuickJSWASMModuleFromVariant(variant);
  const context = module.newContext();
  context.runtime.setMaxStackSize(512 * 1024);
  return context;
}

/** Evaluates a script; throws what it throws. Its value comes back as data. */
export function evaluate(context: QuickJSContext, code: string, filename = 'bench.js'): unknown {
  const handle = context.unwrapResult(context.evalCode(code, filename));
  const value: unknown = context.dump(handle);
  handle.dispose();
  return value;
}
