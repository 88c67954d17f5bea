/** What a host in Node needs: the guest's text, the compiler, and the standard library from its folder. */
import { buildGuest } from './build/guest.ts';
import type { Assets } from './host.ts';

/** Until the compiler is joined on, a Python program is answered with this fault. */
const notYet = JSON.stringify({ fault: { name: 'NotImplementedError', message: 'Python is not part of the sandbox yet' } });

export async function nodeAssets(guest?: string): Promise<Assets> {
  return { guest: guest ?? (await buildGuest()), compile: () => notYet, module: () => null };
}
