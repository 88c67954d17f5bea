/** The sandbox in a browser: workers of the page. Importing this file downloads nothing; the first run (or warm) does. */
import { guest, wasm } from 'virtual:guest-bundle';
import { blobBell } from './bell.ts';
import type { BrowserStart } from './browser-assets.ts';
import { Sandbox as Client, type SandboxOptions } from './client.ts';
import type { FromWorker, Spawn } from './worker-protocol.ts';

export interface BrowserOptions extends SandboxOptions {
  /** Called while the sandbox is being fetched for the first time, with the share that has arrived, 0 to 1. */
  onProgress?(share: number): void;
}

const spawn: Spawn<BrowserStart> = (hear, broke) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<FromWorker>) => hear(event.data));
  worker.addEventListener('error', (event) => broke(event.message || 'its worker could not be loaded'));
  return {
    post: (message) => worker.postMessage(message),
    bell: blobBell,
    terminate: () => worker.terminate(),
  };
};

/** A file, counted as it arrives. Throws with its address and the server's answer. */
async function fetched(url: string, arrived: (bytes: number) => void): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok || !response.body)
    throw new Error(`${url} answered ${response.status}; reload the page to try again`);
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        arrived(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { headers: { 'content-type': response.headers.get('content-type') ?? '' } });
}

async function download(onProgress: (share: number) => void): Promise<BrowserStart> {
  let bytes = 0;
  const arrived = (more: number): void => onProgress(Math.min(1, (bytes += more) / (guest.bytes + wasm.bytes)));
  const [text, binary, { library, characters }] = await Promise.all([
    fetched(guest.url, arrived),
    fetched(wasm.url, arrived),
    import('virtual:library'),
  ]);
  return { guest: await text.text(), wasm: await WebAssembly.compile(await binary.arrayBuffer()), library, characters };
}

export class Sandbox extends Client<BrowserStart> {
  constructor(options: BrowserOptions = {}) {
    let parts: Promise<BrowserStart> | undefined;
    const start = (): Promise<BrowserStart> => {
      parts ??= download(options.onProgress ?? (() => {}));
      // A failed download is tried again by the next run.
      parts.catch(() => (parts = undefined));
      return parts;
    };
    super(spawn, start, options);
  }
}
