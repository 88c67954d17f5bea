/** The worker's side, the same in Node and in the browser: boots a host, then runs what it is given. */
import { Host, type Assets } from './host.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

/**
 * Answers messages. `load` makes a host's assets from the start message; after `patience` uses a library module is read ahead (see Host.readAhead).
 */
export function serve<Start>(
  post: (message: FromWorker) => void,
  load: (start: Start) => Promise<Assets>,
  patience: number,
): (message: ToWorker<Start>) => Promise<void> {
  let host: Host | undefined;
  return async (message) => {
    try {
      if (message.type === 'start') {
        host = new Host(await load(message.start));
        await host.ready();
        post({ type: 'ready' });
      } else if (host) {
        const outcome = await host.run(message.program, (event) => post({ type: 'event', event }));
        post({ type: 'outcome', outcome });
        host.readAhead(patience);
      }
    } catch (error) {
      post({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
}
