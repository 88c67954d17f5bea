/** _asyncio: what asyncio's text in Python takes from here. Filled by the files that have it. */
import { defineFunctions } from '../../define.ts';
import { natives } from '../../modules.ts';
import type { NativeJs } from '../../object.ts';

export const exported: Record<string, NativeJs> = {};
natives.set('_asyncio', (ns) => defineFunctions(ns, exported));
