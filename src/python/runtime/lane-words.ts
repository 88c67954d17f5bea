/** Values and calls in a few words, for the trace. Only the runtime's own types are looked into: a `__repr__` of the program's might do anything. */
import { CO, type PyCode } from './code-objects.ts';
import type { Value } from './object.ts';
import { repr, str } from './repr.ts';
import { PyDict, PyFloat, PyList, PyTuple } from './values.ts';

const LONGEST = 32;
const MOST = 5;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** A value, shortened. Instances of the program's classes are named by their class. */
export function worded(v: Value, depth = 0): string {
  if (v === undefined || v === null) return '?';
  if (v instanceof PyTuple || v instanceof PyList) {
    if (v.cls.heap) return `<${v.cls.name}>`;
    const [open, close] = v instanceof PyTuple ? ['(', v.a.length === 1 ? ',)' : ')'] : ['[', ']'];
    if (depth > 1 && v.a.length > 0) return `${open}…${close}`;
    const items = v.a.slice(0, MOST).map((item: Value) => worded(item, depth + 1));
    return cut(`${open}${[...items, ...(v.a.length > MOST ? ['…'] : [])].join(', ')}${close}`);
  }
  if (v instanceof PyDict) return v.cls.heap === true ? `<${v.cls.name}>` : '{…}';
  // As people write it, also where `repr` told all of its digits.
  if (v instanceof PyFloat && v.cls.heap !== true) return str(v);
  if (plain.has(v.cls.name) && v.cls.heap !== true) return cut(repr(v));
  if (v.gen) return v.f.lane?.name ?? shortName(v.qualname);
  if (typeof v.name === 'string' && (v.js !== undefined || v.mro !== undefined)) return shortName(v.name);
  return `<${v.cls.name}>`;
}
const plain = new Set([
  'int',
  'long',
  'complex',
  'bool',
  'str',
  'string',
  'unicode',
  'bytes',
  'NoneType',
  'ellipsis',
  'range',
]);

export const shortName = (qualname: string): string => qualname.replace(/^.*<locals>\./, '');

/** A call stays short: what is long inside brackets is left out. */
const argument = (v: Value): string => {
  const text = worded(v);
  return text.length > 14 && /^[[(].*[\])…]$/.test(text) ? (text[0] === '[' ? '[…]' : '(…)') : text;
};
/** A call with its arguments, in the order of the function's JavaScript parameters: `countdown('rocket', 3)`. */
export function wordedCall({ f }: PyCode, values: readonly Value[]): string {
  const { varnames, argcount, kwonlyargcount, flags } = f;
  const name = shortName(f.qualname);
  const method = varnames[0] === 'self' && name.includes('.');
  const args = values.slice(method ? 1 : 0, argcount).map((v) => argument(v));
  const starred: Value = (flags & CO.VARARGS) !== 0 ? values[argcount] : undefined;
  const rest: string[] = starred === undefined ? [] : starred.a.map((v: Value) => argument(v));
  const from = argcount + (starred === undefined ? 0 : 1);
  const keywords = values.slice(from, from + kwonlyargcount).map((v, i) => `${varnames[argcount + i]!}=${argument(v)}`);
  return `${name}(${[...args, ...rest, ...keywords].join(', ')})`;
}

/** An exception with what it was made of. */
export function exceptionWords(error: Value): string {
  const name: string = error?.cls?.name ?? 'error';
  const args: Value[] = Array.isArray(error?.args) ? error.args : [];
  return args.length === 0 ? name : `${name}(${args.map((a) => worded(a)).join(', ')})`;
}
