/** What the match statement asks of its subject. Source: PEP 634. */
import { table } from './code.ts';
import { raise } from './errors.ts';
import { isinstance } from './builtins.ts';
import { items, iterate } from './iteration.ts';
import type { Value } from './object.ts';
import { getattr, isType, lookupAttr, special, tryGet } from './object.ts';
import { repr } from './repr.ts';
import { R, since } from './state.ts';
import { PyByteArray, PyBytes, PyDict, PyList, PyRange, PyTuple } from './values.ts';

const registered = (v: Value, name: string): boolean => {
  const m = R.loadedModule?.('collections.abc') ?? R.loadedModule?.('_collections_abc');
  const abc = m === undefined ? undefined : tryGet(m, `$${name}`);
  return abc !== undefined && isinstance(v, abc);
};
const flagged = (v: Value, flag: string): boolean => v.cls.mro.some((c: Value) => c[flag] === true);

/** The items when `v` is a sequence, but no text or bytes. */
/**
 * The items of a sequence, as an array or as much of one as the pattern looks at: those of its first `before` and its last `after` places, and only with `between` the others.
 * Without a `*`, `between` is null, and a sequence of another length is not asked for its items. Undefined when `v` is no sequence.
 */
function $matchseq(v: Value, before: number, after: number, between: boolean | null): ArrayLike<Value> | undefined {
  if (typeof v === 'string' || v.isStr === true || v instanceof PyBytes || v instanceof PyByteArray) return undefined;
  if (v instanceof PyList || v instanceof PyTuple) return v.cls.heap ? items(v) : v.a;
  if (v instanceof PyRange || flagged(v, 'sequence') || registered(v, 'Sequence')) {
    const n = R.builtins!.$len.tpcall([v], null) as number;
    if (between === null ? n !== before : n < before + after) return undefined;
    const item = (i: number): Value => special(v, '$__getitem__').tpget(v, v.cls).tpcall([i], null);
    if (between === true) return Array.from({ length: n }, (_, i) => item(i));
    const out: Record<number, Value> & { length: number } = { length: n };
    for (let i = 0; i < before; i++) out[i] = item(i);
    for (let i = n - after; i < n; i++) out[i] = item(i);
    return out;
  }
  return undefined;
}
const isMapping = (v: Value): boolean =>
  v instanceof PyDict || v.cls.name === 'mappingproxy' || flagged(v, 'mapping') || registered(v, 'Mapping');

/** Values of the keys, then with `rest` a dict of the others. Errors: ValueError for a key twice. */
function $matchmap(v: Value, keys: Value[], rest: boolean): Value[] | undefined {
  if (!isMapping(v)) return undefined;
  const seen = new PyDict();
  const values: Value[] = [];
  if (keys.length > 0) {
    if ((R.builtins!.$len.tpcall([v], null) as number) < keys.length) return undefined;
    const get = getattr(v, '$get');
    const absent = new PyList([]);
    for (const k of keys) {
      if (seen.has(k)) throw raise('ValueError', `mapping pattern checks duplicate key (${repr(k)})`);
      seen.set(k, true);
      const found = get.tpcall([k, absent], null);
      if (found === absent) return undefined;
      values.push(found);
    }
  }
  if (rest) {
    const others = new PyDict();
    for (const k of iterate(getattr(v, '$keys').tpcall([], null)))
      if (!seen.has(k)) others.set(k, special(v, '$__getitem__').tpget(v, v.cls).tpcall([k], null));
    values.push(others);
  }
  return values;
}

/** Built-in classes whose single positional pattern is the subject itself. */
const selfMatching = new Set([
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
]);

/** Attribute values, positional patterns first. Errors: TypeError. */
function $matchclass(v: Value, cls: Value, npos: number, names: string[]): Value[] | undefined {
  if (!isType(cls)) throw raise('TypeError', `called match pattern must be a ${since(312) ? 'class' : 'type'}`);
  if (!isinstance(v, cls)) return undefined;
  const out: Value[] = [];
  const seen = new Set<string>();
  const take = (name: string): boolean => {
    if (seen.has(name)) throw raise('TypeError', `${cls.name}() got multiple sub-patterns for attribute '${name}'`);
    seen.add(name);
    const x = tryGet(v, `$${name}`);
    if (x === undefined) return false;
    out.push(x);
    return true;
  };
  if (npos > 0) {
    const args = lookupAttr(cls, '$__match_args__');
    if (args === undefined) {
      const self = cls.mro.some((c) => !c.heap && selfMatching.has(c.name));
      const allowed = self ? 1 : 0;
      if (npos > allowed)
        throw raise(
          'TypeError',
          `${cls.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${npos} given)`,
        );
      out.push(v);
    } else {
      if (!(args instanceof PyTuple))
        throw raise('TypeError', `${cls.name}.__match_args__ must be a tuple (got ${args.cls.name})`);
      if (npos > args.a.length)
        throw raise(
          'TypeError',
          `${cls.name}() accepts ${args.a.length} positional sub-pattern${args.a.length === 1 ? '' : 's'} (${npos} given)`,
        );
      for (let i = 0; i < npos; i++) {
        const name = args.a[i];
        if (typeof name !== 'string')
          throw raise('TypeError', `__match_args__ elements must be strings (got ${name.cls.name})`);
        if (!take(name)) return undefined;
      }
    }
  }
  for (const n of names) if (!take(n)) return undefined;
  return out;
}
Object.assign(table, { $matchseq, $matchmap, $matchclass });
