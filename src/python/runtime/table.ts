/** The table of helpers that compiled code receives as `$`; src/python/compiler/helpers.ts is the list, and a test holds the two together. */
import { $agen, $aiter, $anext, $Wrapped } from './asyncgen.ts';
import { formatValue } from './builtins.ts';
import { $call, $callkw, $fn, $kw, PyFunction } from './call.ts';
import { $class } from './class-statement.ts';
import { $callsuper, $super0, $superm } from './super.ts';
import { table } from './code.ts';
import * as comparison from './comparison.ts';
import * as containers from './containers.ts';
import { raise } from './errors.ts';
import {
  $again,
  $assertfail,
  $chain,
  $exc,
  $match,
  $nameerror,
  $raise,
  $raise2,
  $reraise,
  $stopped,
  $tb,
  $unbound,
  $unboundfree,
} from './exceptions.ts';
import { $reap } from './finalise.ts';
import { $signal } from './interrupt.ts';
import { $callwatched, $tracecall, $traceline, $traceraise, $tracereturn, $traceyield } from './tracing.ts';
import { $code } from './frames.ts';
import { $D, $frame, $gen, $gtb, $yieldfrom } from './generator.ts';
import { $await, $awaitin, $coro } from './generator-types.ts';
import { $iter, $js, items } from './iteration.ts';
import { $born, $home, $settle } from './lane-calls.ts';
import { $label } from './lanes.ts';
import './named-arguments.ts';
import { $import, $importfrom, $importstar } from './modules.ts';
import type { Kw, Value } from './object.ts';
import { $del, $get, $set, OwnFunction, PyObject, callMethod, getattr, isType, special, tryGet } from './object.ts';
import { intValue, norm, strValue, typeName } from './operands.ts';
import * as operators from './operators.ts';
import { repr, str } from './repr.ts';
import { $deeper, cramped, elsewhere, gate } from './room.ts';
import { Ellipsis, None, NotImplemented } from './singletons.ts';
import { R, since } from './state.ts';
import * as truth from './truth.ts';
import { $float, $list, $tuple, PyBytes, PyComplex, PyDict, PyLong, PyModule, PySlice, PyUnicode } from './values.ts';

for (const room of [operators, truth, comparison, containers])
  for (const [k, v] of Object.entries(room)) if (k[0] === '$') table[k] = v;

// Compiled code asks small ints and text for these before it computes inline: in QuickJS much cheaper than `typeof`.
// `n`: whoever stores a value asks whether it is a function; without one here, the whole chain of prototypes would be looked through.
Object.assign(Number.prototype, { int: true, ownKey: true, n: undefined });
Object.assign(BigInt.prototype, { int: false, ownKey: false });
Object.assign(Boolean.prototype, { int: false, ownKey: false });
Object.assign(String.prototype, { text: true, ownKey: true, n: undefined });

/* ---- method calls ---- */

/** What `o.m` found is called with o in front if it is a plain method, else as any attribute. */
function $callfound(o: Value, k: string, found: Value, args: Value[]): Value {
  if (found instanceof Box) return found.f.tpcall(found.bound ? [found.self, ...args] : args, null);
  if (found === undefined) return $callm(o, k, args);
  return callFound(o, k, found, args, null);
}
function callFound(o: Value, k: string, found: Value, args: Value[], kw: Kw): Value {
  if (typeof found === 'object' && found.n !== undefined && found.desc === 1) return found.tpcall([o, ...args], kw);
  if (found instanceof OwnFunction) return getattr(o, k).tpcall(args, kw);
  if (typeof found === 'object' && found.desc !== 0) return getattr(o, k).tpcall(args, kw);
  return found.tpcall(args, kw);
}
/** What `$loadm` found, kept until the arguments are there. */
class Box {
  f: Value;
  self: Value;
  bound: boolean;
  constructor(f: Value, self: Value, bound: boolean) {
    this.f = f;
    this.self = self;
    this.bound = bound;
  }
}
function $loadm(o: Value, k: string): Value {
  return new Box(getattr(o, k), o, false);
}
/** The attribute `o.k` of a method call: when there is none, the place to report is `at`, not that of the call. */
function attributeAt(o: Value, k: string, at: number | undefined): Value {
  // A module's own name, unless its class is the program's.
  if (o instanceof PyModule && Object.hasOwn(o.ns, k) && (o as Value).cls.heap === false) return o.ns[k];
  try {
    return getattr(o, k);
  } catch (e) {
    if (e instanceof PyObject) (e as Value).at = at;
    throw e;
  }
}
function $callm(o: Value, k: string, args: Value[], _l?: number, at?: number): Value {
  const found = o[k];
  if (found !== undefined) return callFound(o, k, found, args, null);
  return attributeAt(o, k, at).tpcall(args, null);
}
// With none to two arguments, compiled code says so, and no array is made.
function $callm0(o: Value, k: string, at?: number): Value {
  const found = o[k];
  if (found === undefined) return attributeAt(o, k, at).call0();
  if (typeof found === 'object' && found.n !== undefined && found.desc === 1)
    return found.native === true ? found.direct1(o) : found.call1(o);
  return callFound(o, k, found, [], null);
}
function $callm1(o: Value, k: string, a: Value, at?: number): Value {
  const found = o[k];
  if (found === undefined) return attributeAt(o, k, at).call1(a);
  if (typeof found === 'object' && found.n !== undefined && found.desc === 1)
    return found.native === true ? found.direct2(o, a) : found.call2(o, a);
  return callFound(o, k, found, [a], null);
}
function $callm2(o: Value, k: string, a: Value, b: Value, at?: number): Value {
  const found = o[k];
  if (found === undefined) return attributeAt(o, k, at).call2(a, b);
  if (typeof found === 'object' && found.n !== undefined && found.desc === 1)
    return found.native === true ? found.direct3(o, a, b) : found.call3(o, a, b);
  return callFound(o, k, found, [a, b], null);
}
function $callmkw(o: Value, k: string, args: Value[], kw: Kw, _l?: number, at?: number): Value {
  const map = kw !== null && kw.size > 0 ? kw : null;
  const found = o[k];
  if (found !== undefined) return callFound(o, k, found, args, map);
  return attributeAt(o, k, at).tpcall(args, map);
}
function $callmnamed(o: Value, k: string, args: Value[], names: string[], _l?: number, at?: number): Value {
  const found = o[k];
  if (found === undefined) return attributeAt(o, k, at).callNamed(args, names);
  if (typeof found === 'object' && found.n !== undefined && found.desc === 1 && found.native !== true)
    return found.callNamed([o, ...args], names);
  if (typeof found === 'object' && found.desc !== 0) return getattr(o, k).callNamed(args, names);
  return found.callNamed(args, names);
}

/** The callee as messages name it: `f()`, `C.m()`. */
function calleeName(f: Value): string {
  if (typeof f === 'string') return '__build_class__()';
  const name = !since(309) && isType(f) ? null : tryGet(f, since(309) ? '$__qualname__' : '$__name__');
  if (typeof name !== 'string') return since(309) ? str(f) : `${f.cls.name} object`;
  const module = since(309) ? tryGet(f, '$__module__') : undefined;
  return typeof module === 'string' && module !== 'builtins' ? `${module}.${name}()` : `${name}()`;
}
function $kwadd(kw: Map<string, Value>, name: string, value: Value, f: Value): Map<string, Value> {
  if (kw.has(name)) throw raise('TypeError', `${calleeName(f)} got multiple values for keyword argument '${name}'`);
  kw.set(name, value);
  return kw;
}
function $kwstar(kw: Map<string, Value>, mapping: Value, f: Value): Map<string, Value> {
  if (special(mapping, '$keys') === undefined && tryGet(mapping, '$keys') === undefined)
    throw raise('TypeError', `${calleeName(f)} argument after ** must be a mapping, not ${typeName(mapping)}`);
  const entries: [Value, Value][] =
    mapping instanceof PyDict && mapping.cls.heap === false
      ? mapping.entries()
      : items(getattr(mapping, '$keys').tpcall([], null)).map((k): [Value, Value] => [
          k,
          callMethod(mapping, '$__getitem__', [k]),
        ]);
  for (const [k, v] of entries) {
    const name = strValue(k);
    if (name === undefined)
      throw raise(
        'TypeError',
        since(309) || f.code === undefined ? 'keywords must be strings' : `${calleeName(f)} keywords must be strings`,
      );
    $kwadd(kw, name, v, f);
  }
  return kw;
}
function $star(array: Value[], iterable: Value, f?: Value): Value[] {
  if (
    f !== undefined &&
    (f === null ? since(309) : f.cls !== undefined) &&
    special(iterable, '$__iter__') === undefined &&
    special(iterable, '$__getitem__') === undefined
  )
    throw raise(
      'TypeError',
      `${f === null ? 'Value after * must' : `${calleeName(f)} argument after * must`} be ${since(207) ? 'an iterable' : 'a sequence'}, not ${typeName(iterable)}`,
    );
  for (const v of items(iterable)) array.push(v);
  return array;
}

/* ---- text ---- */

function $format(v: Value, conversion: number, spec: Value): string {
  let x = v;
  if (conversion === 115) x = str(v);
  else if (conversion === 114) x = repr(v);
  else if (conversion === 97) x = R.builtins!.$ascii.tpcall([v], null);
  if (spec === undefined || spec === '') {
    if (x.text) return x;
    if (x.int) return String(x);
  }
  const r = formatValue(x, spec ?? '');
  return strValue(r) ?? r;
}

/* ---- names and context managers ---- */

const $mksite = (G: Value, N: Value, locals: Value): Value => ({ G, N, locals });
function $delname(ns: Record<string, Value>, name: string): void {
  if (!Object.hasOwn(ns, `$${name}`) && !(typeof Proxy === 'function' && !Object.isExtensible(ns))) $nameerror(name);
  delete ns[`$${name}`];
}
interface Entered {
  exit: Value;
  self: Value;
  value: Value;
}
function enter(m: Value, async: boolean): Entered {
  const a = async ? '$__aenter__' : '$__enter__';
  const b = async ? '$__aexit__' : '$__exit__';
  const d = m.cls.dict;
  const first = d[a];
  const last = d[b];
  if (first === undefined || last === undefined)
    throw notManager(
      m,
      async,
      (last === undefined && (first !== undefined || (async && !since(309))) ? b : a).slice(1),
    );
  // A method is called with its object; anything else is bound now, before the body.
  const method = last instanceof PyFunction;
  const exit = method || typeof last !== 'object' || last.desc === 0 ? last : last.tpget(m, m.cls);
  const self = method ? m : undefined;
  return { exit, self, value: callMethod(m, a, []) };
}
function notManager(m: Value, async: boolean, which: string): Value {
  if (!since(311)) return raise('AttributeError', which);
  const other = async
    ? special(m, '$__enter__') !== undefined && special(m, '$__exit__') !== undefined
    : special(m, '$__aenter__') !== undefined && special(m, '$__aexit__') !== undefined;
  const missed = which === '__exit__' || which === '__aexit__' ? ` (missed ${which} method)` : '';
  const hint = other && since(314) ? ` Did you mean to use '${async ? 'with' : 'async with'}'?` : '';
  return raise(
    'TypeError',
    `'${m.cls.name}' object does not support the ${async ? 'asynchronous context manager' : 'context manager'} protocol${missed}${hint}`,
  );
}
function $withexit(r: Entered, e?: Value): Value {
  if (--gate.left < 0 && cramped()) return elsewhere($withexit, undefined, [r, e]);
  const none = e === undefined;
  const kind = none ? None : e.cls;
  const value = none ? None : e;
  const tb = none ? None : (e.tb ?? None);
  if (r.self === undefined) return r.exit.tpcall([kind, value, tb], null);
  return r.exit.n === 4 ? r.exit.js(r.self, kind, value, tb) : r.exit.tpcall([r.self, kind, value, tb], null);
}

Object.assign(table, {
  $R: R,
  $D,
  $None: None,
  $Ellipsis: Ellipsis,
  $NotImplemented: NotImplemented,
  $float,
  $imag: (v: number) => new PyComplex(0, v),
  $big: (digits: string) => norm(BigInt(digits)),
  $bytes: (s: string) => new PyBytes(s),
  $long: (digits: string) => new PyLong(intValue(norm(BigInt(digits)))!),
  $unicode: (v: string) => new PyUnicode(v),
  $reap,
  $signal,
  $deeper,
  $elsewhere: elsewhere,
  $tracecall,
  $callwatched,
  $traceline,
  $tracereturn,
  $traceraise,
  $traceyield,
  $nameerror,
  $unbound,
  $unboundfree,
  $delname,
  $mksite,
  $call,
  $callkw,
  $callm,
  $callm0,
  $callm1,
  $callm2,
  $callnamed: (f: Value, args: Value[], names: string[]) => f.callNamed(args, names),
  $callmnamed,
  $callmkw,
  $loadm,
  $callfound,
  $kw,
  $kwadd,
  $kwstar,
  $star,
  $super0,
  $superm,
  $callsuper,
  $get,
  $set,
  $del,
  $slice: (a: Value, b: Value, c: Value) => new PySlice(a, b, c),
  $list,
  $tuple,
  $format,
  $fstr: (parts: string[]) => parts.join(''),
  $repr: repr,
  $iter,
  $js,
  $code,
  $fn,
  $frame,
  $born,
  $home,
  $label,
  $settle,
  $gen,
  $coro,
  $agen,
  $Wrapped,
  $class,
  $import,
  $importfrom,
  $importstar,
  $displayhook: (v: Value) => R.sys!.$displayhook.tpcall([v], null),
  $tb,
  $gtb,
  $exc,
  $again,
  $chain,
  $raise,
  $raise2,
  $reraise,
  $match,
  $assertfail,
  $withenter: (m: Value) => enter(m, false),
  $awithenter: (m: Value) => enter(m, true),
  $withexit,
  $yieldfrom,
  $await,
  $awaitin,
  $aiter,
  $anext,
  $stopped,
  $first: (a: Value) => a,
});
