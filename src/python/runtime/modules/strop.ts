/** strop: the string functions of Python 1.5.2, when strings had no methods; `string` is made of them. Source: the Python 1.5.2 library reference, "string". */
import { toFloatValue } from '../float.ts';
import { toIntBase } from '../int.ts';
import { defineFunctions, defineNames } from '../define.ts';
import { raise } from '../errors.ts';
import { items } from '../iteration.ts';
import { nativeModule } from '../modules.ts';
import type { NativeJs, Value } from '../object.ts';
import { intValue, strValue } from '../operands.ts';
import { PyFloat, PyLong, PyUnicode } from '../values.ts';
import { kind2, translateBytes2 } from '../str.ts';
import { asciiCase } from '../text-case.ts';
import { textMethods } from '../text-methods.ts';

const methods: Record<string, NativeJs> = {};
for (const [key, f] of Object.entries({ ...textMethods(kind2), ...asciiCase(kind2) })) {
  const mark = key.lastIndexOf(' @');
  // The forms of Python 3 are not among them.
  if (mark >= 0 && key.slice(mark + 2).startsWith('3') && key.slice(mark + 2) !== '3.12-') continue;
  methods[key.slice(0, key.indexOf('('))] = f;
}
const method = (name: string): NativeJs => methods[name]!;
function join(words: Value, sep: Value): Value {
  const between = sep === undefined ? ' ' : (strValue(sep) ?? (sep instanceof PyUnicode ? sep.v : undefined));
  if (between === undefined) throw raise('TypeError', 'sequence, string expected');
  return items(words)
    .map((w, i) => {
      const s = strValue(w);
      if (s === undefined) throw raise('TypeError', `sequence item ${i}: expected string, ${w.cls.name} found`);
      return s;
    })
    .join(between);
}
const base = (v: Value): Value => v ?? 10;

nativeModule('strop', 100, 207, (ns) => {
  defineFunctions(ns, {
    'lower(s, /)': method('lower'),
    'upper(s, /)': method('upper'),
    'swapcase(s, /)': method('swapcase'),
    'capitalize(s, /)': method('capitalize'),
    'strip(s, /)': method('strip'),
    'lstrip(s, /)': method('lstrip'),
    'rstrip(s, /)': method('rstrip'),
    'find(s, sub, start=None, end=None, /)': method('find'),
    'rfind(s, sub, start=None, end=None, /)': method('rfind'),
    'count(s, sub, start=None, end=None, /)': method('count'),
    'expandtabs(s, tabsize=8, /)': method('expandtabs'),
    'split(s, sep=None, maxsplit=0, /)': split,
    'splitfields(s, sep=None, maxsplit=0, /)': split,
    'join(words, sep=" ", /)': join,
    'joinfields(words, sep=" ", /)': join,
    'replace(s, old, new, maxsplit=0, /)': (s, old, by, n) =>
      method('replace')(s, old, by, n === undefined || intValue(n) == 0 ? -1 : n),
    'translate(s, table, deletechars="", /)': translateBytes2,
    'maketrans(frm, to, /)'(from, to) {
      const [a, b] = [strValue(from), strValue(to)];
      if (a === undefined || b === undefined || a.length !== b.length)
        throw raise('ValueError', 'maketrans arguments must have same length');
      const table = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i));
      for (let i = 0; i < a.length; i++) table[a.charCodeAt(i)] = b[i]!;
      return table.join('');
    },
    'atoi(s, base=10, /)': (s, b) => toIntBase(s, base(b), 'int'),
    'atol(s, base=10, /)': (s, b) => new PyLong(intValue(toIntBase(s, base(b), 'long'))!),
    'atof(s, /)': (s) => new PyFloat(toFloatValue(s)),
  });
  defineNames(ns, {
    whitespace: '\t\n\v\f\r ',
    lowercase: 'abcdefghijklmnopqrstuvwxyz',
    uppercase: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  });
});
/** In strop a maximum of 0 means none. */
function split(s: Value, sep: Value, n: Value): Value {
  return method('split')(s, sep, n === undefined || intValue(n) == 0 ? -1 : n);
}
