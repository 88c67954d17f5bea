/** The Node worker: a thread that serves one Sandbox. */
import { parentPort } from 'node:worker_threads';
import { nodeAssets } from './node-assets.ts';
import { serve } from './serve.ts';
import type { ToWorker } from './worker-protocol.ts';

const port = parentPort;
if (port) {
  const answer = serve<string>(
    (message) => port.postMessage(message),
    (guest) => nodeAssets(guest),
    2,
  );
  port.on('message', (message: ToWorker<string>) => void answer(message));
}
