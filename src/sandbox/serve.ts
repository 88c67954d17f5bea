/** The worker's side, the same in Node and in the browser: boots a host, then runs what it is given. */
import type { Listen, Token } from './bell.ts';
import { Host, type Assets } from './host.ts';
import type { Event } from './protocol.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

/** What differs between platforms. */
export interface Platform<Start> {
  /** Makes a host's assets from the start message. */
  load(start: Start): Promise<Assets>;
  /** After so many uses a library module is read ahead (see Host.readAhead). */
  patience: number;
  listen(token: Token): Listen;
}

/** Answers messages. */
export function serve<Start>(
  post: (message: FromWorker) => void,
  { load, patience, listen }: Platform<Start>,
): (message: ToWorker<Start>) => Promise<void> {
  let host: Host | undefined;
  return async (message) => {
    try {
      if (message.type === 'start') {
        host = new Host(await load(message.start));
        await host.ready();
        post({ type: 'ready' });
      } else if (host) {
        const emit = (event: Event): void => post({ type: 'event', event });
        post({ type: 'outcome', outcome: await host.run(message.program, emit, listen(message.bell)) });
        host.readAhead(patience);
      }
    } catch (error) {
      post({ type: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
}
