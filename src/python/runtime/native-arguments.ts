/** How arguments meet the parameters of a native function; messages as CPython words them, which depend on how the C code reads them. */
import { pluralS } from './arguments.ts';
import { raise } from './errors.ts';
import type { Native } from './native.ts';
import type { Kw, Value } from './object.ts';
import type { Signature } from './signatures.ts';
import { since } from './state.ts';

/** Keywords given to a subclass are its `__init__`'s business when it has one of its own and `__new__` takes none. */
function keywordsForInit(f: Native, cls: Value): boolean {
  const owner = f.owner!;
  return (
    cls !== owner && cls.dict?.$__init__ !== owner.dict.$__init__ && f.signature.params.every((p) => p.kind === 'pos')
  );
}

const called = (f: Native): string => (f.owner !== null && since(309) && !f.makes ? f.qualname : f.label);
/** Some messages know no singular before 3.8. */
const counted = (n: number): string => `${n} argument${since(308) ? pluralS(n) : 's'}`;

/** Arguments in parameter order for a native function. `skip` parameters at the front (self) are not counted in messages. Errors: TypeError. */
export function bindNative(f: Native, args: Value[], kw: Kw, skip: number): Value[] {
  const sig = f.signature;
  if (args.length < skip && f.isNew) throw raise('TypeError', `${f.owner!.name}.__new__(): not enough arguments`);
  const given = args.length - skip;
  if (args.length > sig.most && !sig.vararg) {
    const most = sig.most - skip;
    const least = Math.max(0, sig.least - skip);
    const name = called(f);
    const named = sig.params.length > sig.most;
    if (most === 0)
      throw raise(
        'TypeError',
        named ? `${f.name}() takes no positional arguments` : `${name}() takes no arguments (${given} given)`,
      );
    const one = most === least && most === 1;
    if (one && !named && !f.makes) throw raise('TypeError', `${name}() takes exactly one argument (${given} given)`);
    const simple = one || sig.params.every((p) => p.kind === 'pos');
    if (simple || (f.isNew && since(313) && /^(int|str)$/.test(f.label)))
      throw raise('TypeError', `${f.label} expected ${most === least ? '' : 'at most '}${counted(most)}, got ${given}`);
    throw raise('TypeError', `${f.label}() takes at most ${most} argument${pluralS(most)} (${given} given)`);
  }
  if (kw !== null && f.isNew && keywordsForInit(f, args[0])) kw = null;
  const out: Value[] = args.slice(0, sig.most);
  const rest = sig.vararg ? args.slice(sig.most) : undefined;
  const extra: Map<string, Value> | undefined = sig.kwarg ? new Map() : undefined;
  if (kw !== null && kw.size > 0) {
    if (!sig.kwarg && !sig.params.some((p) => p.kind !== 'pos')) {
      const name = f.name === '__init_subclass__' && since(309) ? `${args[0].name}.${f.name}` : called(f);
      throw raise('TypeError', `${name}() takes no keyword arguments`);
    }
    for (const [name, value] of kw) {
      const i = sig.params.findIndex((p) => p.name === name && p.kind !== 'pos');
      if (i >= 0) {
        if (out[i] !== undefined)
          throw raise(
            'TypeError',
            `argument for ${f.label}() given by name ('${name}') and position (${i + 1 - skip})`,
          );
        out[i] = value;
      } else if (extra) extra.set(name, value);
      else
        throw raise(
          'TypeError',
          since(313)
            ? `${f.label}() got an unexpected keyword argument '${name}'`
            : `'${name}' is an invalid keyword argument for ${since(307) ? `${f.label}()` : 'this function'}`,
        );
    }
  }
  for (let i = 0; i < sig.params.length; i++) {
    const p = sig.params[i]!;
    if (out[i] === undefined) {
      out[i] = undefined;
      if (!p.optional) throw missingNative(f, sig, i, given, skip);
    }
  }
  if (!sig.vararg && !sig.kwarg) return out;
  // The JavaScript function takes them in the order of the signature: positional, *args, keyword-only, **kw.
  const result = out.slice(0, sig.most);
  while (result.length < sig.most) result.push(undefined);
  if (rest) result.push(rest);
  for (let i = sig.most; i < sig.params.length; i++) result.push(out[i]);
  if (extra) result.push(extra);
  return result;
}

function missingNative(f: Native, sig: Signature, i: number, given: number, skip: number): Value {
  const least = sig.least - skip;
  const most = sig.most - skip;
  const p = sig.params[i]!;
  if (p.kind === 'kw' || p.kind === 'any')
    return raise(
      'TypeError',
      since(307)
        ? `${f.label}() missing required argument '${p.name}' (pos ${i + 1 - skip})`
        : `Required argument '${p.name}' (pos ${i + 1 - skip}) not found`,
    );
  if (sig.params.some((other) => other.kind === 'any'))
    return raise(
      'TypeError',
      `${f.label}() takes at least ${least} positional argument${pluralS(least)} (${given} given)`,
    );
  if (least === 1 && most === 1 && !f.makes && sig.params.length === sig.most)
    return raise('TypeError', `${called(f)}() takes exactly one argument (${given} given)`);
  return raise('TypeError', `${f.label} expected ${least === most ? '' : 'at least '}${counted(least)}, got ${given}`);
}
