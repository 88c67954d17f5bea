/**
 * Ctrl-C for a worker that is busy: while a program runs, a worker reads no messages, so the host looks for itself whether somebody has rung.
 * Between threads of Node that is a number in shared memory. A page shares memory with its workers only if its host sends special headers, and a static
 * site must do without: there, each ring takes back the address of a `blob:`, which the worker notices because it can no longer be fetched.
 */

/** What goes to the worker along with a program. */
export type Token = SharedArrayBuffer | readonly string[];

/** Asked by the host at every TICK: how often it has rung. */
export type Listen = () => number;

/** The end of whoever started the program. */
export interface Bell {
  token: Token;
  ring(): void;
  /** The program has ended. */
  close(): void;
}

export function sharedBell(): Bell {
  const token = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const rings = new Int32Array(token);
  return { token, ring: () => void Atomics.add(rings, 0, 1), close: () => undefined };
}

export function listenShared(token: SharedArrayBuffer): Listen {
  const rings = new Int32Array(token);
  return () => Atomics.load(rings, 0);
}

/** How often a page can ring during one run: to interrupt, and once more to insist. */
const RINGS = 2;

/** A text says that it is one: what comes without a type, Firefox reads as XML, and complains about. */
const addressOf = (): string => URL.createObjectURL(new Blob(['quiet'], { type: 'text/plain' }));

export function blobBell(): Bell {
  const token = Array.from({ length: RINGS }, addressOf);
  const left = [...token];
  const ring = (): void => {
    const url = left.shift();
    if (url !== undefined) URL.revokeObjectURL(url);
  };
  return { token, ring, close: () => token.forEach(() => ring()) };
}

/** Milliseconds before the first look: most programs have ended by then. */
const FIRST_LOOK = 300;
/** Milliseconds between two looks, at least. */
const BETWEEN = 50;
/** A look takes some milliseconds of a busy machine; it may take this share of the program's time. */
const SHARE = 1 / 20;

/** Whether workers can see here that an address was taken back: found out once, with one of their own. */
let works: boolean | undefined;
function tryOut(): boolean {
  const url = addressOf();
  const before = reachable(url);
  URL.revokeObjectURL(url);
  return before && !reachable(url);
}

function reachable(url: string): boolean {
  const request = new XMLHttpRequest();
  try {
    request.open('GET', url, false);
    request.send();
    return request.status === 200;
  } catch {
    return false;
  }
}

export function listenToBlobs(urls: readonly string[]): Listen {
  let rings = 0;
  let next = performance.now() + FIRST_LOOK;
  return () => {
    const url = urls[rings];
    const now = performance.now();
    if (url === undefined || now < next || works === false) return rings;
    works ??= tryOut();
    if (works && !reachable(url)) rings++;
    const after = performance.now();
    next = after + Math.max(BETWEEN, (after - now) / SHARE);
    return rings;
  };
}
