/** _sre: compiled patterns and their matches, on which the library's `re` stands. Source: https://docs.python.org/3/library/re.html#regular-expression-objects */
import { cut, points, wide } from '../codepoints.ts';
import { define, defineFunctions, defineNames } from '../define.ts';
import { raise } from '../errors.ts';
import { PyIterator, defineIterator } from '../iteration.ts';
import { natives } from '../modules.ts';
import type { Value } from '../object.ts';
import { PyObject } from '../object.ts';
import { equal } from '../comparison.ts';
import { indexOf, intValue, strValue } from '../operands.ts';
import { address, repr } from '../repr.ts';
import { None, NotImplemented } from '../singletons.ts';
import { R, since } from '../state.ts';
import { PyByteArray, PyBytes, PyDict, PyTuple, PyUnicode } from '../values.ts';
import { ASCII, LOCALE, Parser, UNICODE } from './sre-parse.ts';
import { PatternError } from './sre-tokens.ts';
import { Program } from './sre-program.ts';
import { UnknownGroup, parseTemplate } from './sre-template.ts';
import type { Part } from './sre-template.ts';

/** Text that is matched, by code points or bytes. */
interface Subject {
  value: Value;
  text: string;
  bytes: boolean;
  codes: ArrayLike<number>;
}
let lastText: string | null = null;
let lastCodes: number[] = [];
function codesOf(text: string): number[] {
  if (text === lastText) return lastCodes;
  const out: number[] = [];
  if (wide(text)) for (const c of points(text)) out.push(c.codePointAt(0)!);
  else for (let i = 0; i < text.length; i++) out.push(text.charCodeAt(i));
  lastText = text;
  return (lastCodes = out);
}
function subject(v: Value): Subject {
  let text = strValue(v);
  let bytes = false;
  if (text === undefined && v instanceof PyUnicode) text = v.v;
  if (text === undefined) {
    bytes = since(300);
    text =
      v instanceof PyBytes || v instanceof PyByteArray ? v.s : typeof v === 'object' ? v.bufferText?.() : undefined;
  }
  if (text === undefined)
    throw raise(
      'TypeError',
      since(313)
        ? `expected string or bytes-like object, got '${v.cls.name}'`
        : since(300)
          ? since(311)
            ? `expected string or bytes-like object, got '${v.cls.name}'`
            : 'expected string or bytes-like object'
          : 'expected string or buffer',
    );
  return { value: v, text, bytes, codes: codesOf(text) };
}
const make = (s: Subject, text: string): Value =>
  s.bytes ? new PyBytes(text) : s.value instanceof PyUnicode ? new PyUnicode(text) : text;
/** A bytearray may have changed since: its groups are what is there now. */
const current = (s: Subject): string =>
  s.value instanceof PyByteArray
    ? s.value.s
    : typeof s.value === 'object'
      ? (s.value.bufferText?.() ?? s.text)
      : s.text;
const part = (s: Subject, i: number, j: number): Value => make(s, s.bytes ? current(s).slice(i, j) : cut(s.text, i, j));

export class Pattern extends PyObject {
  pattern: Value;
  text: string;
  bytes: boolean;
  flags: number;
  program: Program;
  names: Map<string, number>;
  errorClass: Value;
  templates = new Map<string, Part[]>();
  constructor(
    pattern: Value,
    s: Subject,
    flags: number,
    program: Program,
    names: Map<string, number>,
    errorClass: Value,
  ) {
    super();
    this.pattern = pattern;
    this.text = s.text;
    this.bytes = s.bytes;
    this.flags = flags;
    this.program = program;
    this.names = names;
    this.errorClass = errorClass;
  }
  subject(v: Value): Subject {
    const s = subject(v);
    if (since(300) && s.bytes !== this.bytes && this.pattern !== None)
      throw raise(
        'TypeError',
        s.bytes
          ? 'cannot use a string pattern on a bytes-like object'
          : 'cannot use a bytes pattern on a string-like object',
      );
    return s;
  }
}
/** What finditer() gives. */
class MatchIterator extends PyIterator {}
defineIterator('callable_iterator', MatchIterator);

export class Match extends PyObject {
  re: Pattern;
  s: Subject;
  r: number[];
  pos: number;
  endpos: number;
  constructor(re: Pattern, s: Subject, r: number[], pos: number, endpos: number) {
    super();
    this.re = re;
    this.s = s;
    this.r = r;
    this.pos = pos;
    this.endpos = endpos;
  }
  group(i: number, fallback: Value = None): Value {
    const a = this.r[2 * i]!;
    const b = this.r[2 * i + 1]!;
    return a < 0 || b < 0 ? fallback : part(this.s, a, b);
  }
  index(v: Value): number {
    const n = intValue(v) ?? (typeof v === 'object' && v.cls.dict.$__index__ !== undefined ? indexOf(v) : undefined);
    const i =
      n !== undefined ? Number(n) : (this.re.names.get(strValue(v) ?? (v instanceof PyUnicode ? v.v : '')) ?? -1);
    if (i < 0 || i > this.re.program.groups) throw raise('IndexError', 'no such group');
    return i;
  }
  side(v: Value, right: number): number {
    return this.bounds(this.index(v))[right]!;
  }
  bounds(i: number): [number, number] {
    const [a, b] = [this.r[2 * i]!, this.r[2 * i + 1]!];
    return a < 0 || b < 0 ? [-1, -1] : [a, b];
  }
}
/** Raises the module's error for what is wrong with a pattern or template. */
function patternError(errorClass: Value, e: unknown, pattern: Value): Value {
  if (e instanceof RangeError) return raise('OverflowError', e.message);
  if (e instanceof UnknownGroup) return raise('IndexError', `unknown group name ${repr(e.message)}`);
  if (!(e instanceof PatternError)) return e;
  const pos = e.pos === undefined ? None : e.pos;
  return errorClass.tpcall([e.message, pattern, pos], null);
}
/** Errors: ValueError when flags exclude one another. */
function checkFlags(flags: number, bytes: boolean): void {
  if (!since(300)) return;
  if (bytes && (flags & UNICODE) !== 0) throw raise('ValueError', 'cannot use UNICODE flag with a bytes pattern');
  if (!bytes && (flags & LOCALE) !== 0 && since(306))
    throw raise('ValueError', 'cannot use LOCALE flag with a str pattern');
  if (bytes && (flags & LOCALE) !== 0 && (flags & ASCII) !== 0)
    throw raise('ValueError', 'ASCII and LOCALE flags are incompatible');
  if ((flags & ASCII) !== 0 && (flags & UNICODE) !== 0)
    throw raise('ValueError', 'ASCII and UNICODE flags are incompatible');
}
function compile(pattern: Value, flags: number, errorClass: Value): Value {
  if (strValue(pattern) === undefined && !(pattern instanceof PyUnicode) && !(pattern instanceof PyBytes))
    throw raise('TypeError', 'first argument must be string or compiled pattern');
  const s = subject(pattern);
  checkFlags(flags, s.bytes);
  const unicode = since(300) && !s.bytes;
  const chars = s.bytes ? s.text.split('') : Array.from(s.text);
  try {
    const given = unicode && (flags & 256) === 0 ? flags | UNICODE : flags;
    let parser = new Parser(chars, s.bytes, given);
    let tree = parser.parse();
    checkFlags(flags | tree.inline, s.bytes);
    // Flags found inside hold from the beginning.
    if (tree.flags !== given) {
      const all = (tree.flags & 256) !== 0 && (flags & UNICODE) === 0 ? tree.flags & ~UNICODE : tree.flags;
      parser = new Parser(chars, s.bytes, all);
      tree = parser.parse();
      tree.flags = all;
    }
    for (const [category, text] of tree.warnings) R.warn?.(category, text, undefined as never, 0);
    return new Pattern(pattern, s, tree.flags, new Program(tree), tree.names, errorClass);
  } catch (e) {
    throw patternError(errorClass, e, pattern);
  }
}

const clamp = (v: Value, size: number): number => {
  const n = Number(indexOf(v));
  return n < 0 ? 0 : n > size ? size : n;
};
function once(p: Pattern, string: Value, pos: Value, endpos: Value, search: boolean, full: boolean): Value {
  const s = p.subject(string);
  const end = endpos === undefined ? s.codes.length : clamp(endpos, s.codes.length);
  const start = pos === undefined ? 0 : clamp(pos, s.codes.length);
  const r = start > end ? null : p.program.match(s.codes, start, end, search, full, -1);
  return r === null ? None : new Match(p, s, r, start, end);
}
/** All matches that do not overlap. Before 3.7 an empty one could not begin where the last one ended, and stepped on. */
function* all(p: Pattern, s: Subject, start: number, end: number, search = true): Generator<Match> {
  let at = start;
  let advance = -1;
  while (at <= end) {
    const r = p.program.match(s.codes, at, end, search, false, advance);
    if (r === null) return;
    yield new Match(p, s, r, start, end);
    if (since(307)) {
      advance = r[1] === r[0] ? r[1]! : -1;
      at = r[1]!;
    } else at = r[1] === r[0] ? r[1]! + 1 : r[1]!;
  }
}
const range = (s: Subject, pos: Value, endpos: Value): [number, number] => [
  pos === undefined ? 0 : clamp(pos, s.codes.length),
  endpos === undefined ? s.codes.length : clamp(endpos, s.codes.length),
];

function template(p: Pattern, repl: Value): Part[] {
  const r = subject(repl);
  const known = p.templates.get(r.text);
  if (known !== undefined) return known;
  try {
    const parts = parseTemplate(r.bytes ? r.text.split('') : Array.from(r.text), r.bytes, p.program.groups, p.names);
    p.templates.set(r.text, parts);
    return parts;
  } catch (e) {
    throw patternError(p.errorClass, e, repl);
  }
}
const textOf = (v: Value, s: Subject): string => {
  const text =
    strValue(v) ?? (v instanceof PyUnicode ? v.v : v instanceof PyBytes || v instanceof PyByteArray ? v.s : undefined);
  if (text === undefined || (since(300) && v instanceof PyBytes !== s.bytes && !(v instanceof PyByteArray)))
    throw raise(
      'TypeError',
      s.bytes
        ? `sequence item 0: expected a bytes-like object, ${v.cls.name} found`
        : `sequence item 0: expected str instance, ${v.cls.name} found`,
    );
  return text;
};
function expand(m: Match, parts: Part[]): string {
  let out = '';
  for (const x of parts) {
    if (typeof x === 'string') out += x;
    else {
      const v = m.group(x);
      if (v === None) {
        if (!since(305)) throw m.re.errorClass.tpcall(['unmatched group'], null);
      } else out += textOf(v, m.s);
    }
  }
  return out;
}
function substitute(p: Pattern, repl: Value, string: Value, count: Value): [Value, number] {
  const s = p.subject(string);
  const most = count === undefined ? 0 : Number(indexOf(count));
  const callable =
    repl.cls.dict.$__call__ !== undefined ||
    (strValue(repl) === undefined &&
      typeof repl.tpcall === 'function' &&
      !(repl instanceof PyUnicode) &&
      !(repl instanceof PyBytes));
  const parts = callable ? [] : template(p, repl);
  let out = '';
  let at = 0;
  let n = 0;
  const add = (v: Value): void => {
    out += textOf(v, s);
  };
  for (const m of all(p, s, 0, s.codes.length)) {
    if (most > 0 && n >= most) break;
    const [a, b] = m.bounds(0);
    if (!since(307) && a === b && a === at && n > 0) continue;
    if (at < a) add(part(s, at, a));
    if (callable) {
      const v = repl.tpcall([m], null);
      if (v !== None) add(v);
    } else {
      if (since(300) && subject(repl).bytes !== s.bytes) textOf(repl, s);
      out += expand(m, parts);
    }
    at = b;
    n++;
  }
  if (n === 0) return [s.value.cls.heap === true ? make(s, s.text) : s.value, 0];
  if (at < s.codes.length) add(part(s, at, s.codes.length));
  const unicode = !since(300) && repl instanceof PyUnicode;
  return [unicode ? new PyUnicode(out) : make(s, out), n];
}

const pattern = define('Pattern', {
  shape: Pattern,
  module: 're',
  abstract: true,
  methods: {
    'match(self, string, pos=0, endpos=9223372036854775807)': (p: Pattern, s, a, b) => once(p, s, a, b, false, false),
    'fullmatch(self, string, pos=0, endpos=9223372036854775807) @3.4+': (p: Pattern, s, a, b) =>
      once(p, s, a, b, false, true),
    'search(self, string, pos=0, endpos=9223372036854775807)': (p: Pattern, s, a, b) => once(p, s, a, b, true, false),
    'findall(self, string, pos=0, endpos=9223372036854775807)'(p: Pattern, string, a, b) {
      const s = p.subject(string);
      const out: Value[] = [];
      const empty = make(s, '');
      for (const m of all(p, s, ...range(s, a, b))) {
        const n = p.program.groups;
        out.push(
          n === 0
            ? m.group(0)
            : n === 1
              ? m.group(1, empty)
              : new PyTuple(Array.from({ length: n }, (_, i) => m.group(i + 1, empty))),
        );
      }
      return R.list!(out);
    },
    'finditer(self, string, pos=0, endpos=9223372036854775807)'(p: Pattern, string, a, b) {
      const s = p.subject(string);
      return new MatchIterator(all(p, s, ...range(s, a, b)));
    },
    'scanner(self, string, pos=0, endpos=9223372036854775807)'(p: Pattern, string, a, b) {
      const s = p.subject(string);
      return new Scanner(p, s, ...range(s, a, b));
    },
    'split(self, string, maxsplit=0)'(p: Pattern, string, maxsplit = 0) {
      const s = p.subject(string);
      const most = Number(indexOf(maxsplit));
      const out: Value[] = [];
      let at = 0;
      let n = 0;
      for (const m of all(p, s, 0, s.codes.length)) {
        if (most > 0 && n >= most) break;
        const [a, b] = m.bounds(0);
        if (!since(307) && a === b) continue;
        out.push(part(s, at, a));
        for (let i = 1; i <= p.program.groups; i++) out.push(m.group(i));
        at = b;
        n++;
      }
      out.push(part(s, at, s.codes.length));
      return R.list!(out);
    },
    'sub(self, repl, string, count=0)': (p: Pattern, repl, string, count) => substitute(p, repl, string, count)[0],
    'subn(self, repl, string, count=0)': (p: Pattern, repl, string, count) =>
      new PyTuple(substitute(p, repl, string, count)),
    '__copy__(self, /)': (p: Pattern) => p,
    '__deepcopy__(self, memo, /)': (p: Pattern) => p,
    '__repr__(self, /)'(p: Pattern) {
      if (!since(304)) return `<_sre.SRE_Pattern object at ${address(p)}>`;
      const names: [number, string][] = [
        ...(since(313) ? [] : ([[1, 'TEMPLATE']] as [number, string][])),
        [2, 'IGNORECASE'],
        [4, 'LOCALE'],
        [8, 'MULTILINE'],
        [16, 'DOTALL'],
        [32, 'UNICODE'],
        [64, 'VERBOSE'],
        [128, 'DEBUG'],
        [256, 'ASCII'],
      ];
      let flags = p.flags;
      if (!p.bytes && (flags & (4 | 32 | 256)) === UNICODE) flags &= ~UNICODE;
      const out = names.filter(([f]) => (flags & f) !== 0).map(([, name]) => `re.${name}`);
      const rest = flags & ~511;
      if (rest !== 0) out.push(`0x${rest.toString(16)}`);
      const text = repr(p.pattern);
      const shown = text.length > 200 ? text.slice(0, 200) : text;
      return `re.compile(${shown}${out.length > 0 ? `, ${out.join('|')}` : ''})`;
    },
    '__eq__(self, other, /) @3.6+': (p: Pattern, o) =>
      o instanceof Pattern
        ? p === o || (p.flags === o.flags && p.bytes === o.bytes && p.text === o.text && equal(p.pattern, o.pattern))
        : NotImplemented,
    '__hash__(self, /) @3.6+': (p: Pattern) => R.builtins!.$hash.tpcall([new PyTuple([p.flags, p.pattern])], null),
  },
  classMethods: { '__class_getitem__(cls, item, /) @3.9+': (cls: Value, item: Value) => R.alias!(cls, item) },
  attributes: {
    pattern: (p: Pattern) => p.pattern,
    flags: (p: Pattern) => p.flags,
    groups: (p: Pattern) => p.program.groups,
    groupindex(p: Pattern) {
      const d = new PyDict();
      for (const [k, v] of p.names) d.set(k, v);
      if (!since(305)) return d;
      const proxy = R.importModule!('types').ns.$MappingProxyType;
      return proxy === undefined ? d : proxy.tpcall([d], null);
    },
  },
});
const match = define('Match', {
  shape: Match,
  module: 're',
  abstract: true,
  methods: {
    'group(self, /, *args)'(m: Match, args: Value[] | PyTuple) {
      const a = Array.isArray(args) ? args : args.a;
      if (a.length === 0) return m.group(0);
      if (a.length === 1) return m.group(m.index(a[0]));
      return new PyTuple(a.map((i) => m.group(m.index(i))));
    },
    'groups(self, default=None)': (m: Match, fallback = None) =>
      new PyTuple(Array.from({ length: m.re.program.groups }, (_, i) => m.group(i + 1, fallback))),
    'groupdict(self, default=None)'(m: Match, fallback = None) {
      const d = new PyDict();
      for (const [k, i] of m.re.names) d.set(k, m.group(i, fallback));
      return d;
    },
    'start(self, group=0, /)': (m: Match, g = 0) => m.side(g, 0),
    'end(self, group=0, /)': (m: Match, g = 0) => m.side(g, 1),
    'span(self, group=0, /)': (m: Match, g = 0) => new PyTuple([m.side(g, 0), m.side(g, 1)]),
    'expand(self, template)': (m: Match, t) => make(m.s, expand(m, template(m.re, t))),
    '__getitem__(self, key, /) @3.6+': (m: Match, k) => m.group(m.index(k)),
    '__copy__(self, /) @3.7+': (m: Match) => m,
    '__deepcopy__(self, memo, /) @3.7+': (m: Match) => m,
    '__repr__(self, /)'(m: Match) {
      if (!since(304)) return `<_sre.SRE_Match object at ${address(m)}>`;
      const [a, b] = m.bounds(0);
      return `<${since(307) ? 're.Match' : '_sre.SRE_Match'} object; span=(${a}, ${b}), match=${repr(m.group(0))}>`;
    },
  },
  classMethods: { '__class_getitem__(cls, item, /) @3.9+': (cls: Value, item: Value) => R.alias!(cls, item) },
  attributes: {
    re: (m: Match) => m.re,
    string: (m: Match) => m.s.value,
    pos: (m: Match) => m.pos,
    endpos: (m: Match) => m.endpos,
    lastindex: (m: Match) => (m.r.at(-1)! > 0 ? m.r.at(-1) : None),
    lastgroup(m: Match) {
      const last = m.r.at(-1)!;
      for (const [k, i] of m.re.names) if (i === last) return k;
      return None;
    },
    regs: (m: Match) =>
      new PyTuple(Array.from({ length: m.re.program.groups + 1 }, (_, i) => new PyTuple(m.bounds(i)))),
  },
});
/** Gives one match after the other, at the place where the last ended or from there on. */
class Scanner extends PyObject {
  pattern: Pattern;
  there: Iterator<Match>;
  from: Iterator<Match>;
  constructor(p: Pattern, s: Subject, start: number, end: number) {
    super();
    this.pattern = p;
    this.there = all(p, s, start, end, false);
    this.from = all(p, s, start, end);
  }
}
const next = (it: Iterator<Match>): Value => {
  const r = it.next();
  return r.done === true ? None : r.value;
};
define('SRE_Scanner', {
  shape: Scanner,
  module: '_sre',
  abstract: true,
  methods: { 'match(self, /)': (c: Scanner) => next(c.there), 'search(self, /)': (c: Scanner) => next(c.from) },
  attributes: { pattern: (c: Scanner) => c.pattern },
});

natives.set('_sre', (ns) => {
  if (!since(307))
    for (const [t, name] of [
      [pattern, 'SRE_Pattern'],
      [match, 'SRE_Match'],
    ] as const) {
      t.name = t.qualname = name;
      t.module = '_sre';
    }
  defineNames(ns, {
    Pattern: pattern,
    Match: match,
    MAXREPEAT: 4294967295,
    MAXGROUPS: 1073741823,
    MAGIC: 20230502,
    CODESIZE: 4,
  });
  defineFunctions(ns, {
    'compile(pattern, flags, error, /)': (p, flags, error) => compile(p, Number(intValue(flags) ?? 0), error),
    'parse_template(pattern, template, /)': (p: Pattern, t) => R.list!(template(p, t)),
    'getcodesize()': () => 4,
  });
});
