/** The Node worker: a thread that serves one Sandbox. */
import { parentPort } from 'node:worker_threads';
import { listenShared } from './bell.ts';
import { nodeAssets } from './node-assets.ts';
import { serve } from './serve.ts';
import type { ToWorker } from './worker-protocol.ts';

const port = parentPort;
if (port) {
  const answer = serve<string>((message) => port.postMessage(message), {
    load: (guest) => nodeAssets(guest),
    patience: 2,
    listen: (token) => (token instanceof SharedArrayBuffer ? listenShared(token) : () => 0),
  });
  port.on('message', (message: ToWorker<string>) => void answer(message));
}
