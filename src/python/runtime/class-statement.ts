/**
 * The `class` statement: bases, metaclass, the namespace in which the body runs, and the call that makes the class.
 * Source: https://docs.python.org/3/reference/datamodel.html#customizing-class-creation, PEP 3115, 560.
 */
import type { PyCode } from './code-objects.ts';
import { ClassCell, metaclassOf } from './class-making.ts';
import { $delitem, $getitem, $setitem } from './containers.ts';
import { raise } from './errors.ts';
import type { Kw, Value } from './object.ts';
import { PyObject, isType, own, tryGet, type } from './object.ts';
import { repr } from './repr.ts';
import { R, since } from './state.ts';
import { NamespaceDict, PyDict, PyTuple } from './values.ts';

/** Replaces bases that are no classes by what their `__mro_entries__` gives (PEP 560). */
export function resolveBases(bases: Value[]): Value[] {
  const out: Value[] = [];
  for (const b of bases) {
    const f = isType(b) ? undefined : tryGet(b, '$__mro_entries__');
    if (f === undefined || !since(307)) out.push(b);
    else {
      const entries = f.tpcall([new PyTuple(bases)], null);
      if (!(entries instanceof PyTuple)) throw raise('TypeError', '__mro_entries__ must return a tuple');
      out.push(...entries.a);
    }
  }
  return out;
}

/** A namespace over any mapping that `__prepare__` returned: names become items. */
export function mappingNamespace(m: Value): Record<string, Value> {
  return new Proxy(Object.create(null), {
    get(_t, k) {
      if (typeof k !== 'string' || k[0] !== '$') return undefined;
      try {
        return $getitem(m, k.slice(1));
      } catch (e) {
        if (e instanceof PyObject && e.cls.mro.some((c) => c.name === 'KeyError')) return undefined;
        throw e;
      }
    },
    set(_t, k, v) {
      $setitem(m, (k as string).slice(1), v);
      return true;
    },
    deleteProperty(_t, k) {
      $delitem(m, (k as string).slice(1));
      return true;
    },
    has: (_t, k) => typeof k === 'string' && k[0] === '$',
  }) as Record<string, Value>;
}

/** Executes a class statement. Errors: TypeError, and whatever the body or the metaclass raises. */
export function $class(
  name: string,
  baseValues: Value[],
  keywords: Kw,
  body: (N: Record<string, Value>) => Value,
  _code: PyCode,
  G: Record<string, Value>,
): Value {
  const bases = resolveBases(baseValues);
  const kw = new Map(keywords ?? []);
  let meta: Value = kw.get('metaclass');
  kw.delete('metaclass');
  if (!since(300)) {
    // The library's modules say `metaclass=` in every era; a class body of Python 2 says `__metaclass__`.
    const named = meta === undefined ? body : (N: Record<string, Value>): Value => ((N.$__metaclass__ = meta), body(N));
    return R.class2!(name, bases, named, G);
  }
  if (meta === undefined) meta = bases.length > 0 ? bases[0].cls : type;
  if (isType(meta)) meta = metaclassOf(meta, bases);
  const prepare =
    isType(meta) && meta.dict.$__prepare__ === type.dict.$__prepare__ && !own(meta.dict, '$__prepare__')
      ? undefined
      : tryGet(meta, '$__prepare__');
  let ns: Value = undefined;
  if (prepare !== undefined) {
    ns = prepare.tpcall([name, new PyTuple(bases)], kw.size > 0 ? kw : null);
    if (ns.cls.dict.$__getitem__ === undefined)
      throw raise(
        'TypeError',
        `${isType(meta) ? meta.name : '<metaclass>'}.__prepare__() must return a mapping, not ${ns.cls.name}`,
      );
  }
  let N: Record<string, Value>;
  let dict: Value;
  if (ns === undefined) {
    N = Object.create(null);
    dict = new NamespaceDict(N);
  } else if (ns instanceof NamespaceDict && ns.cls.heap === false) {
    N = ns.ns;
    dict = ns;
  } else if (ns instanceof PyDict && ns.cls.heap === false) {
    N = Object.create(null);
    dict = becomeNamespace(ns, N);
  } else {
    N = mappingNamespace(ns);
    dict = ns;
  }
  const setCell = body(N);
  const cell = typeof setCell === 'function' ? new ClassCell(setCell) : undefined;
  if (cell !== undefined && since(306)) N.$__classcell__ = cell;
  const hadBases = bases.length !== baseValues.length || bases.some((b, i) => b !== baseValues[i]);
  if (hadBases) N.$__orig_bases__ = new PyTuple(baseValues);
  const cls = meta.tpcall([name, new PyTuple(bases), dict], kw.size > 0 ? kw : null);
  if (cell !== undefined && cell.cell !== cls) {
    const where = `defining ${repr(name)} as ${repr(cls)}`;
    if (cell.cell !== undefined) {
      if (isType(cls) && since(306)) throw raise('TypeError', `__class__ set to ${repr(cell.cell)} ${where}`);
    } else if (!since(308) || !isType(cls)) cell.fill(cls);
    else throw raise('RuntimeError', `__class__ not set ${where}. Was __classcell__ propagated to type.__new__?`);
  }
  return cls;
}

/** Turns a plain dict into the dict of a namespace object, in place, so that code can run in it. */
export function becomeNamespace(d: PyDict, N: Record<string, Value>): PyDict {
  for (const [k, v] of d.entries()) if (typeof k === 'string') N[`$${k}`] = v;
  const rest = d.entries().filter(([k]) => typeof k !== 'string');
  const nd = d as Value;
  nd.h.clear();
  for (const [k, v] of rest) nd.h.set(k, v);
  Object.setPrototypeOf(d, NamespaceDict.prototype);
  nd.ns = N;
  return d;
}
