/** What only Python 1.5.2–2.7 has: the print and exec statements, old-style classes, and an order between values of all types. */
import { table, codeObject, fromBytes, runCode, unmarked } from './code.ts';
import { newClass, metaclassOf } from './class-making.ts';
import { dictAttribute } from './instances.ts';
import { $call } from './call.ts';
import { coerced, coerces, isOld } from './coercion.ts';
import { B, currentStream, siteLocals, write } from './builtins.ts';
import { define, defineFunctions } from './define.ts';
import { E, raise } from './errors.ts';
import { namespaceDict } from './functions.ts';
import type { PyType, Value } from './object.ts';
import { callMethod, getattr, isSubtype, isType, makeClass, object, type } from './object.ts';
import { $eq, $lt, equal, compareNumbers, compareText } from './comparison.ts';
import { intValue, strValue } from './operands.ts';
import { hooks } from './operator-hooks.ts';
import { $truth } from './truth.ts';
import { address, id, str } from './repr.ts';
import { None, NotImplemented } from './singletons.ts';
import { R } from './state.ts';
import { stdout } from './streams.ts';
import { NamespaceDict, PyDict, PyTuple, PyUnicode } from './values.ts';

/* ---- print and exec ---- */

/** `print >>dest, values` — the trailing comma leaves softspace set. Source: the Python 2.7 reference, "The print statement". */
function $print(dest: Value, values: Value[], nl: boolean): void {
  const out = dest === null || dest === None ? currentStream('stdout') : dest;
  const soft = (): boolean => (out === stdout ? stdout.softspace : $truth(R.tryGet!(out, '$softspace') ?? 0));
  const setSoft = (v: boolean): void => {
    if (out === stdout) stdout.softspace = v;
    else if (out.cls.hasDict) out.setattro('$softspace', v ? 1 : 0);
  };
  let text = '';
  for (let i = 0; i < values.length; i++) {
    if (i > 0 || soft()) {
      if (!(i > 0 && /[\n\t\r]$/.test(text))) text += ' ';
    }
    const v = values[i];
    try {
      text += v instanceof PyUnicode ? encode(v.v) : str(v);
    } catch (e) {
      setSoft(false);
      if (text !== '') write(out, text);
      throw e;
    }
  }
  if (values.length === 0 && soft() && nl) setSoft(false);
  if (nl) text += '\n';
  setSoft(!nl && values.length > 0 && !/[\n\t\r]$/.test(text));
  if (text !== '') write(out, text);
}
/**
 * The print function, for who writes `from __future__ import print_function`. One unicode among the texts makes the separators unicode too.
 * Source: PEP 3105; the Python 2.7 library reference, "Built-in Functions". Errors: TypeError.
 */
function printFunction(values: Value[], sep: Value, end: Value, file: Value): Value {
  const given = (v: Value, name: string): Value => {
    if (v === undefined || v === None || v instanceof PyUnicode || strValue(v) !== undefined) return v;
    throw raise('TypeError', `${name} must be None, str or unicode, not ${v.cls.name}`);
  };
  const wide = [...values, given(sep, 'sep'), given(end, 'end')].some((v) => v instanceof PyUnicode);
  const or = (v: Value, text: string): Value => (v !== undefined && v !== None ? v : wide ? new PyUnicode(text) : text);
  const out = file === undefined || file === None ? currentStream('stdout') : file;
  if (out === None || out === undefined) return None;
  const put = (v: Value): void => {
    if (out === stdout) stdout.put(v instanceof PyUnicode ? encode(v.v) : str(v));
    else getattr(out, '$write').tpcall([v instanceof PyUnicode ? v : str(v)], null);
  };
  values.forEach((v, i) => {
    if (i > 0) put(or(sep, ' '));
    put(v);
  });
  put(or(end, '\n'));
  return None;
}
defineFunctions(B, { 'print(*args, sep=" ", end="\\n", file=None) @2.6-2.7': printFunction });

const encode = (s: string): string => {
  let out = '';
  for (const c of s) {
    const n = c.codePointAt(0)!;
    if (n < 128) out += c;
    else if (n < 0x800) out += String.fromCharCode(0xc0 | (n >> 6), 0x80 | (n & 63));
    else if (n < 0x10000) out += String.fromCharCode(0xe0 | (n >> 12), 0x80 | ((n >> 6) & 63), 0x80 | (n & 63));
    else out += String.fromCharCode(0xf0 | (n >> 18), 0x80 | ((n >> 12) & 63), 0x80 | ((n >> 6) & 63), 0x80 | (n & 63));
  }
  return out;
};

function $exec(body: Value, globals: Value, locals: Value): void {
  let [source, g, l] = [body, globals, locals];
  if (source instanceof PyTuple && (g === null || g === undefined))
    [source, g, l] = [source.a[0], source.a[1] ?? null, source.a[2] ?? null];
  const site = R.site;
  let G: Value;
  let N: Value = null;
  if (g === null || g === undefined || g === None) {
    G = namespaceDict(site?.G ?? R.main!);
    if (site?.locals != null) N = siteLocals(site);
    else if (site?.N != null) N = namespaceDict(site.N);
  } else {
    G = g;
    if (!(G instanceof PyDict)) throw raise('TypeError', `exec: arg 2 must be a dictionary or None`);
    N = l === null || l === undefined || l === None || l === g ? null : l;
  }
  const text =
    typeof source === 'string' ? fromBytes(source) : source instanceof PyUnicode ? unmarked(source.v) : undefined;
  if (text === undefined && source.cls.name !== 'code')
    throw raise('TypeError', 'exec: arg 1 must be a string, file, or code object');
  runCode(text === undefined ? source : codeObject(text, '<string>', 'exec', site, 0, N !== null), G, N);
}

/* ---- old-style classes ---- */

/** An old-style class is a class of ours whose instances are shown and compared the old way; `type(x)` says `instance`. */
export const instanceType = define('instance', { abstract: true, hasDict: true });
const classobj = define('classobj', {
  base: type,
  alloc: (cls) => Object.create(cls.proto),
  methods: {
    '__repr__(self, /)': (c) => `<class ${c.dict.$__module__ ?? '__main__'}.${c.name} at ${address(c)}>`,
    '__str__(self, /)': (c) => `${c.dict.$__module__ ?? '__main__'}.${c.name}`,
  },
});
R.instanceType = instanceType;

/** What every old-style instance has, unless its class says otherwise. */
const oldObject: PyType = makeClass(type, 'oldobject', [object], {}, object, true);
oldObject.heap = false;
oldObject.dict.$__dict__ = dictAttribute(oldObject);
oldObject.alloc = (cls) => Object.create(cls.proto);
for (const [k, js] of Object.entries({
  $__repr__: (o: Value): Value => `<${o.cls.dict.$__module__ ?? '__main__'}.${o.cls.name} instance at ${address(o)}>`,
  $__str__: (o: Value): Value =>
    o.cls.dict.$__repr__ === oldObject.dict.$__repr__ ? oldObject.dict.$__repr__.js(o) : callMethod(o, '$__repr__', []),
})) {
  const native = R.nativeMethod!(`${k.slice(1)}(self, /)`, js, oldObject);
  oldObject.dict[k] = native;
}

/** The class statement of Python 2. */
R.class2 = (name, bases, body, G) => {
  const N: Record<string, Value> = Object.create(null);
  const setCell = body(N);
  delete N.$__qualname__;
  const meta0 =
    N.$__metaclass__ ??
    (bases.length > 0
      ? isType(bases[0])
        ? bases[0].oldStyle
          ? null
          : bases[0].cls
        : bases[0].cls
      : Object.hasOwn(G, '$__metaclass__')
        ? G.$__metaclass__
        : null);
  let cls: Value;
  const dict = new NamespaceDict(N);
  if (meta0 === null || meta0 === classobj || (bases.length === 0 && meta0 === undefined))
    cls = oldClass(name, bases, dict);
  else {
    let meta = meta0;
    const news = bases.filter((b) => isType(b) && !b.oldStyle);
    if (isType(meta)) meta = metaclassOf(meta, news);
    try {
      cls = meta.tpcall([name, new PyTuple(bases), dict], null);
    } catch (e) {
      // What the interpreter itself refuses: often a base that is no class.
      const text = (e as Value).args?.[0];
      if ((e as Value).cls === E.TypeError && (e as Value).tb === null && typeof text === 'string')
        (e as Value).args = [`Error when calling the metaclass bases\n    ${text}`];
      throw e;
    }
  }
  if (typeof setCell === 'function') setCell(cls);
  return cls;
};
/** Of a class that compares its instances and says no more: not in its `dir()`. */
const noHash = R.nativeMethod!(
  '__hash__(self, /)',
  () => {
    throw raise('TypeError', 'unhashable instance');
  },
  oldObject,
);
function oldClass(name: string, bases: Value[], dict: PyDict): Value {
  for (const b of bases) if (!isType(b)) return $call(b.cls, [name, new PyTuple(bases), dict]);
  if (bases.some((b) => !b.oldStyle)) return newClass(type, name, bases, dict, null);
  const t = newClass(classobj, name, bases.length > 0 ? bases : [oldObject], dict, null);
  t.oldStyle = true;
  t.dict.oldStyle = true;
  if (bases.length === 0) t.shownBases = [];
  delete t.dict.$__weakref__;
  if (t.dict.$__hash__ === object.dict.$__hash__ && (t.dict.$__eq__ ?? t.dict.$__cmp__) !== undefined)
    Object.defineProperty(t.dict, '$__hash__', { value: noHash, writable: true, configurable: true });
  return t;
}

/* ---- order between everything ---- */

/** Python 2's three-way comparison. Source: the 2.7 reference, "Comparisons". */
/** A class of the program's own says how its instances are ordered. */
const ownOrder = (v: Value): boolean =>
  v.cls.heap === true && v.cls.dict.$__cmp__ !== undefined && v.cls.dict.$__cmp__.native !== true;
function compare2(a: Value, b: Value): number {
  const own = coerces(a, b);
  if (a === b && !own) return 0;
  const sa = textOf(a);
  const sb = textOf(b);
  if (sa !== undefined && sb !== undefined) return compareText(sa, sb);
  const n = compareNumbers(a, b);
  if (n !== null) return n ?? (a === b ? 0 : -1);
  const old = isOld(a) || isOld(b);
  const pair = own && (old || (!ownOrder(a) && !ownOrder(b))) ? coerced(a, b) : null;
  if (pair !== null && !isOld(pair[0]) && !isOld(pair[1]) && (old || pair[0].cls === pair[1].cls))
    return compareAny(...pair);
  if (pair !== null && old) [a, b] = pair;
  const ca = a.cls.dict.$__cmp__;
  if (ca !== undefined) {
    const r = callMethod(a, '$__cmp__', [b]);
    if (r !== NotImplemented) return sign(r);
  }
  if (b.cls.dict.$__cmp__ !== undefined) {
    const r = callMethod(b, '$__cmp__', [a]);
    if (r !== NotImplemented) return -sign(r);
  }
  if (a instanceof PyDict && b instanceof PyDict) return compareDicts(a, b);
  if (a.cls === b.cls || (a.oldStyle && b.oldStyle)) return id(a) < id(b) ? -1 : 1;
  if (a === None) return -1;
  if (b === None) return 1;
  const rank = (v: Value): string => (intValue(v) !== undefined || v.cls.name === 'float' ? '' : v.cls.name);
  const [ra, rb] = [rank(a), rank(b)];
  return ra !== rb ? (ra < rb ? -1 : 1) : id(a) < id(b) ? -1 : 1;
}
const textOf = (v: Value): string | undefined => (typeof v === 'string' ? v : v instanceof PyUnicode ? v.v : undefined);
function sign(r: Value): number {
  const n = intValue(r);
  if (n === undefined) throw raise('TypeError', 'comparison did not return an int');
  return n < 0 ? -1 : n > 0 ? 1 : 0;
}
/** `cmp(a, b)`: rich comparison first. */
const compareAny = (a: Value, b: Value): number => (equal(a, b) ? 0 : $truth($lt(a, b)) ? -1 : 1);
function compareDicts(a: PyDict, b: PyDict): number {
  if (a.size !== b.size) return a.size < b.size ? -1 : 1;
  const smallest = (x: PyDict, y: PyDict): Value => {
    let best: Value;
    for (const [k, v] of x.entries()) {
      const other = y.get(k);
      if ((other === undefined || !$truth($eq(v, other))) && (best === undefined || compareAny(k, best) < 0)) best = k;
    }
    return best;
  };
  const ka = smallest(a, b);
  if (ka === undefined) return 0;
  const kb = smallest(b, a);
  const c = compareAny(ka, kb);
  return c !== 0 ? c : compareAny(a.get(ka), b.get(kb));
}
hooks.compare2 = compare2;

/** `raise` and `throw` with an old-style class or instance. */
R.oldInstance = (t, v) => {
  if (isType(t) && t.oldStyle) {
    const o =
      v !== None && v.cls !== undefined && isSubtype(v.cls, t)
        ? v
        : t.tpcall(v === None ? [] : v instanceof PyTuple ? v.a : [v], null);
    return asException(o);
  }
  return t.cls.oldStyle === true ? asException(t) : undefined;
};
function asException(o: Value): Value {
  for (const [k, v] of [
    ['args', []],
    ['cause', null],
    ['context', null],
    ['suppress', false],
    ['tb', null],
    ['seen', false],
  ] as const)
    if (o[k] === undefined) o[k] = v;
  return o;
}
Object.assign(table, { $print, $exec });
