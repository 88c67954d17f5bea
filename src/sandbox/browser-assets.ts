/** What a host in a browser worker needs; the page fetches the large parts once and hands them to each worker. */
import type { Assets } from './host.ts';

/** The message that boots a browser worker. */
export interface BrowserStart {
  guest: string;
  wasm: WebAssembly.Module;
}

const notYet = JSON.stringify({
  fault: { name: 'NotImplementedError', message: 'Python is not part of the sandbox yet' },
});

export function browserAssets({ guest, wasm }: BrowserStart): Promise<Assets> {
  return Promise.resolve({ guest, wasm, compile: () => notYet, module: () => null });
}
