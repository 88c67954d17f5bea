/** Signatures of native functions, read from their text: `index(self, value, start=0, /)`. */

/** Parameters of a native function, read from its signature text: `index(self, value, start=0, /)`. */
export interface Signature {
  name: string;
  params: { name: string; optional: boolean; kind: 'pos' | 'any' | 'kw'; text: string }[];
  vararg: boolean;
  kwarg: boolean;
  /** Positional parameters, and how many of them must be given. */
  most: number;
  least: number;
  text: string;
}

/** Reads a signature. `/`, `*`, `*args` and `**kw` mean what they mean in Python; a default only says that the parameter may be missing (then undefined). */
export function parseSignature(text: string): Signature {
  const open = text.indexOf('(');
  const body = text.slice(open + 1, text.lastIndexOf(')'));
  const sig: Signature = {
    name: text.slice(0, open),
    params: [],
    vararg: false,
    kwarg: false,
    most: 0,
    least: 0,
    text: `(${body})`,
  };
  let kwOnly = false;
  for (const raw of splitTop(body)) {
    const part = raw.trim();
    if (part === '') continue;
    if (part === '/') for (const p of sig.params) p.kind = 'pos';
    else if (part === '*') kwOnly = true;
    else if (part.startsWith('**')) sig.kwarg = true;
    else if (part.startsWith('*')) {
      sig.vararg = true;
      kwOnly = true;
    } else {
      const at = part.indexOf('=');
      const name = at < 0 ? part : part.slice(0, at);
      sig.params.push({ name, optional: at >= 0, kind: kwOnly ? 'kw' : 'any', text: part });
      if (!kwOnly) {
        sig.most++;
        if (at < 0) sig.least = sig.most;
      }
    }
  }
  return sig;
}
function splitTop(body: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < body.length; i++) {
    const c = body[i]!;
    if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c)) depth--;
    else if (c === ',' && depth === 0) {
      parts.push(body.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(body.slice(from));
  return parts;
}

/** How many parameters a signature has when all are positional and none is optional, else -1. */
export function fixedArity(text: string): number {
  const body = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
  if (body.includes('=') || body.includes('*')) return -1;
  const parts = body.split(',').map((p) => p.trim());
  return parts.filter((p) => p !== '' && p !== '/').length;
}
