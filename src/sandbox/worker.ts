/** The browser worker: serves one Sandbox of the page. */
import { listenToBlobs } from './bell.ts';
import { browserAssets, type BrowserStart } from './browser-assets.ts';
import { serve } from './serve.ts';
import type { ToWorker } from './worker-protocol.ts';

const answer = serve<BrowserStart>((message) => self.postMessage(message), {
  load: browserAssets,
  patience: 1,
  listen: (token) => listenToBlobs(Array.isArray(token) ? token : []),
});
self.addEventListener('message', (event: MessageEvent<ToWorker<BrowserStart>>) => void answer(event.data));
