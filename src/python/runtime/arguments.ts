/**
 * How arguments meet the parameters of a function written in Python; messages as CPython words them.
 * Source: https://docs.python.org/3/reference/expressions.html#calls.
 */
import type { PyFunction } from './call.ts';
import { CO } from './code-objects.ts';
import { raise } from './errors.ts';
import type { Kw, NativeJs, Value } from './object.ts';
import { R, since } from './state.ts';
import { PyDict, PyTuple } from './values.ts';

/** `js(...a)`, without the cost of a spread for the usual few. */
export function spread(js: NativeJs, a: Value[]): Value {
  switch (a.length) {
    case 0:
      return js();
    case 1:
      return js(a[0]);
    case 2:
      return js(a[0], a[1]);
    case 3:
      return js(a[0], a[1], a[2]);
    case 4:
      return js(a[0], a[1], a[2], a[3]);
    default:
      return js(...a);
  }
}

/** The ending of "arguments", unless there is one. */
export const pluralS = (n: number): string => (n === 1 ? '' : 's');

const list = (names: string[]): string =>
  names.length === 1
    ? `'${names[0]}'`
    : names.length === 2
      ? `'${names[0]}' and '${names[1]}'`
      : `${names
          .slice(0, -1)
          .map((n) => `'${n}'`)
          .join(', ')}, and '${names.at(-1)}'`;

/** Arguments in parameter order for a Python function. Errors: TypeError, worded as CPython's. */
export function bind(f: PyFunction, args: Value[], kw: Kw): Value[] {
  const c = f.code.f;
  const npos = c.argcount;
  const nkw = c.kwonlyargcount;
  const names = c.varnames;
  const total = npos + nkw;
  const hasVar = (c.flags & CO.VARARGS) !== 0;
  const hasKw = (c.flags & CO.VARKEYWORDS) !== 0;
  const slots: Value[] = [];
  const given = args.length;
  for (let i = 0; i < npos; i++) slots.push(i < given ? args[i] : undefined);
  for (let i = npos; i < total; i++) slots.push(undefined);
  const extra: PyDict | undefined = hasKw ? new PyDict() : undefined;
  // Python 2 counts before it looks at names; 2.7 counts the names too.
  if (given > npos && !hasVar && !since(300)) throw tooMany(f, given + (since(207) ? (kw?.size ?? 0) : 0), slots);
  if (kw !== null) {
    let wrongPos: string[] | undefined;
    for (const name of kw.keys()) {
      const value = kw.get(name);
      let i = names.indexOf(name);
      if (i >= total) i = -1;
      if (i >= 0 && i < c.posonlyargcount) {
        if (!extra) (wrongPos ??= []).push(name);
        i = -1;
      }
      if (i >= 0) {
        if (slots[i] !== undefined)
          throw raise(
            'TypeError',
            `${title(f)}() got multiple values for ${since(300) ? '' : 'keyword '}argument '${name}'`,
          );
        slots[i] = value;
      } else if (extra) extra.set(name, value);
      else if (!wrongPos) throw unexpected(f, name);
    }
    if (wrongPos)
      throw raise(
        'TypeError',
        `${title(f)}() got some positional-only arguments passed as keyword arguments: '${wrongPos.join(', ')}'`,
      );
  }
  if (given > npos && !hasVar) throw tooMany(f, given, slots);
  const firstDefault = npos - (f.defaults?.length ?? 0);
  for (let i = Math.min(given, npos); i < npos; i++)
    if (slots[i] === undefined) {
      if (i >= firstDefault) slots[i] = f.defaults![i - firstDefault];
      else
        throw missingArguments(
          f,
          names.slice(0, firstDefault).filter((_, j) => slots[j] === undefined && j >= 0),
          'positional',
          given,
        );
    }
  if (nkw > 0) {
    const absent: string[] = [];
    for (let i = npos; i < total; i++)
      if (slots[i] === undefined) {
        const d = f.kwdefaults?.get(names[i]!);
        if (d === undefined) absent.push(names[i]!);
        else slots[i] = d;
      }
    if (absent.length > 0) throw missingArguments(f, absent, 'keyword-only', given);
  }
  if (!hasVar && !hasKw) return slots;
  const out = slots.slice(0, npos);
  if (hasVar) out.push(new PyTuple(given > npos ? args.slice(npos) : []));
  for (let i = npos; i < total; i++) out.push(slots[i]);
  if (extra) out.push(extra);
  return out;
}
const title = (f: PyFunction): string => (since(310) ? f.qualname : f.name);

function unexpected(f: PyFunction, name: string): Value {
  const { posonlyargcount, argcount, kwonlyargcount, varnames } = f.code.f;
  const near = since(313) ? R.nearest!(name, varnames.slice(posonlyargcount, argcount + kwonlyargcount)) : undefined;
  const hint = near === undefined ? '' : `. Did you mean '${near}'?`;
  return raise('TypeError', `${title(f)}() got an unexpected keyword argument '${name}'${hint}`);
}
function missingArguments(f: PyFunction, absent: string[], kind: string, given: number): Value {
  const c = f.code.f;
  if (!since(300)) {
    const n = c.argcount - (f.defaults?.length ?? 0);
    const exact = f.defaults?.length || c.flags & CO.VARARGS ? 'at least' : 'exactly';
    return raise('TypeError', `${f.name}() takes ${exact} ${n} argument${pluralS(n)} (${given} given)`);
  }
  return raise(
    'TypeError',
    `${title(f)}() missing ${absent.length} required ${kind} argument${pluralS(absent.length)}: ${list(absent)}`,
  );
}
function tooMany(f: PyFunction, given: number, slots: Value[]): Value {
  const c = f.code.f;
  const defaults = f.defaults?.length ?? 0;
  if (!since(300)) {
    if (c.argcount === 0) return raise('TypeError', `${f.name}() takes no arguments (${given} given)`);
    return raise(
      'TypeError',
      `${f.name}() takes ${defaults ? 'at most' : 'exactly'} ${c.argcount} argument${pluralS(c.argcount)} (${given} given)`,
    );
  }
  const takes = defaults ? `from ${c.argcount - defaults} to ${c.argcount}` : `${c.argcount}`;
  const plural = defaults ? c.argcount !== 1 || true : c.argcount !== 1;
  const kwGiven = c.varnames
    .slice(c.argcount, c.argcount + c.kwonlyargcount)
    .filter((_, i) => slots[c.argcount + i] !== undefined).length;
  const what = kwGiven
    ? `${given} positional argument${pluralS(given)} (and ${kwGiven} keyword-only argument${pluralS(kwGiven)}) were given`
    : `${given} ${given === 1 ? 'was' : 'were'} given`;
  return raise('TypeError', `${title(f)}() takes ${takes} positional argument${plural ? 's' : ''} but ${what}`);
}
