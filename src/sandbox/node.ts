/** The sandbox in Node: workers are threads. */
import { Worker } from 'node:worker_threads';
import { sharedBell } from './bell.ts';
import { buildGuest } from './build/guest.ts';
import { Sandbox as Client, type SandboxOptions } from './client.ts';
import type { FromWorker, Spawn } from './worker-protocol.ts';

const spawn: Spawn<string> = (hear, broke) => {
  const worker = new Worker(new URL('./node-worker.ts', import.meta.url));
  worker.unref();
  worker.on('message', (message: FromWorker) => hear(message));
  worker.on('error', (error) => broke(error instanceof Error ? error.message : String(error)));
  return {
    post: (message) => worker.postMessage(message),
    bell: sharedBell,
    terminate: () => void worker.terminate(),
  };
};

/** Boots on its first run; ends with the process. All its workers run the same guest, even when the sources change meanwhile. */
export class Sandbox extends Client<string> {
  constructor(options?: SandboxOptions) {
    let guest: Promise<string> | undefined;
    const start = (): Promise<string> => {
      guest ??= buildGuest();
      guest.catch(() => (guest = undefined));
      return guest;
    };
    super(spawn, start, options);
  }
}
