/** Variable annotations, type parameters and other things that compiled code hands over without asking for an answer. Source: PEP 526, 649, 695, 696. */
import { $agen } from './asyncgen.ts';
import type { PyCode } from './code-objects.ts';
import { table } from './code.ts';
import { raise } from './errors.ts';
import type { Frame } from './generator.ts';
import { $frame, $gen } from './generator.ts';
import type { Value } from './object.ts';
import { callMethod, getattr } from './object.ts';
import { None } from './singletons.ts';
import { R } from './state.ts';
import { PyDict } from './values.ts';

/** `name: annotation` at module or class level: an item of the namespace's `__annotations__`. */
function $annotate(ns: Record<string, Value>, name: string, value: Value): void {
  let d = Object.hasOwn(ns, '$__annotations__') || Object.getPrototypeOf(ns) === null ? ns.$__annotations__ : undefined;
  if (d === undefined) {
    d = new PyDict();
    ns.$__annotations__ = d;
  }
  if (d instanceof PyDict && d.cls.heap === false) d.set(name, value);
  else callMethod(d, '$__setitem__', [name, value]);
}
/** Type parameters are classes of the module typing: loaded when first needed. */
const typing = (name: string): Value => getattr(R.importModule!('typing'), `$${name}`);
function $typeparam(kind: string, name: string, bound: (() => Value) | null, fallback: (() => Value) | null): Value {
  return typing('_make_type_param').tpcall([kind, name, thunk(bound), thunk(fallback)], null);
}
/** A lazy value as a Python function without parameters, or None. */
function thunk(f: (() => Value) | null): Value {
  return f === null ? None : R.nativeFunction!('evaluate()', f);
}
function $generic(f: Value, params: Value): Value {
  f['@type_params'] = params;
  return f;
}
const $typealias = (name: string, params: Value, value: () => Value): Value =>
  typing('_make_type_alias').tpcall([name, params, thunk(value)], null);

type Body = (f: Frame, it: Value) => Generator<Value, Value, Value>;
function $genexp(code: PyCode, body: Body, it: Value): Value {
  const f = $frame(code);
  return $gen(f, body(f, it));
}
function $agenexp(code: PyCode, body: Body, it: Value): Value {
  const f = $frame(code);
  return $agen(f, body(f, it));
}
Object.assign(table, {
  $annotate,
  $annotatelazy: (ns: Record<string, Value>, name: string, value: () => Value) => $annotate(ns, name, value()),
  $typeparam,
  $generic,
  $genericbase: (params: Value) => getattr(typing('Generic'), '$__class_getitem__').tpcall([params], null),
  $typealias,
  $genexp,
  $agenexp,
  $template() {
    throw raise('NotImplementedError', 'template strings (PEP 750) are not part of this Python');
  },
});
