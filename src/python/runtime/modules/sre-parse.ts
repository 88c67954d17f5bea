/** Patterns of regular expressions, read into a tree. Source: the library reference, "Regular Expression Syntax"; the messages are CPython's. */
import { quoted } from '../text-repr.ts';
import { PatternError, Tokens } from './sre-tokens.ts';
import { codeOfName } from './unicodedata.ts';
import { since } from '../state.ts';

export const IGNORECASE = 2;
export const LOCALE = 4;
export const MULTILINE = 8;
export const DOTALL = 16;
export const UNICODE = 32;
export const VERBOSE = 64;
export const ASCII = 256;
export const INFINITE = 4294967295;
/** Widths beyond this count as this. */
const WIDEST = 2 ** 64;

/** A range of code points, or a category: d, D, s, S, w, W. */
export type Item = { range: [number, number] } | { category: string };
/** `flags` are those that are on where the node stands; `behind` is the width that is looked back, or -1 for a look ahead. */
export type Node =
  | { t: 'literal'; code: number; flags: number }
  | { t: 'any'; flags: number }
  | { t: 'set'; negated: boolean; items: Item[]; flags: number }
  | { t: 'at'; place: string; flags: number }
  | { t: 'seq'; nodes: Node[] }
  | { t: 'alt'; branches: Node[] }
  | { t: 'group'; group: number; node: Node }
  | { t: 'repeat'; min: number; max: number; mode: 'greedy' | 'lazy' | 'possessive'; node: Node }
  | { t: 'look'; behind: number; negated: boolean; node: Node }
  | { t: 'ref'; group: number; flags: number }
  | { t: 'if'; group: number; yes: Node; no: Node }
  | { t: 'atomic'; node: Node };
export interface Tree {
  node: Node;
  flags: number;
  /** The flags that the pattern itself turns on for all of it. */
  inline: number;
  groups: number;
  names: Map<string, number>;
  /** Category and text of what is deprecated. */
  warnings: [string, string][];
}

/** Thrown when `(?x)` turns verbose mode on: the pattern is read again. */
class Verbose {
  flags: number;
  constructor(flags: number) {
    this.flags = flags;
  }
}

const flagLetters: Record<string, number> = {
  i: IGNORECASE,
  L: LOCALE,
  m: MULTILINE,
  s: DOTALL,
  x: VERBOSE,
  a: ASCII,
  u: UNICODE,
};
const TYPES = ASCII | LOCALE | UNICODE;
const simpleEscapes: Record<string, number> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };
const isOct = (c: string | null): boolean => c !== null && c >= '0' && c <= '7' && c.length === 1;
const isDigit = (c: string | null): boolean => c !== null && /^[0-9]$/.test(c);
const isLetter = (c: string): boolean => /^[A-Za-z]$/.test(c);

const hex = /^[0-9a-fA-F]$/;
const one = (code: number): Item => ({ range: [code, code] });
const repeats = new Set(['*', '+', '?', '{']);
const spaces = new Set([' ', '\t', '\n', '\r', '\v', '\f']);

/** Reads a pattern, given as characters. Errors: PatternError, RangeError. */
export class Parser {
  s: Tokens;
  chars: string[];
  bytes: boolean;
  flags: number;
  groups = 0;
  inline = 0;
  open = new Set<number>();
  names = new Map<string, number>();
  widths: ([number, number] | null)[] = [null];
  /** Group count at the beginning of the look-behind being read, or null. */
  behind: number | null = null;
  conditions = new Map<number, number>();
  warnings: [string, string][] = [];
  constructor(chars: string[], bytes: boolean, flags: number) {
    this.s = new Tokens(chars, bytes);
    this.chars = chars;
    this.bytes = bytes;
    this.flags = flags;
  }
  parse(): Tree {
    let node: Node;
    try {
      node = this.alternatives(this.flags, 0, true);
    } catch (e) {
      if (!(e instanceof Verbose)) throw e;
      return new Parser(this.chars, this.bytes, e.flags).parse();
    }
    if (this.s.next !== null) throw this.s.error('unbalanced parenthesis');
    for (const [n, at] of this.conditions)
      if (n > this.groups) throw new PatternError(`invalid group reference ${n}`, at);
    this.setWidths(node);
    return {
      node,
      flags: this.flags,
      inline: this.inline,
      groups: this.groups,
      names: this.names,
      warnings: this.warnings,
    };
  }

  alternatives(flags: number, nested: number, first: boolean): Node {
    const s = this.s;
    const a: Node[] = [];
    for (;;) {
      a.push(this.sequence(flags, nested + 1, first && nested === 0 && a.length === 0));
      if (!s.match('|')) break;
    }
    return a.length === 1 ? a[0]! : { t: 'alt', branches: a };
  }

  sequence(flags: number, nested: number, first: boolean): Node {
    const s = this.s;
    const a: Node[] = [];
    let f = flags;
    for (;;) {
      const c = s.next;
      if (c === null || c === '|' || c === ')') break;
      s.get();
      if (f & VERBOSE) {
        if (spaces.has(c)) continue;
        if (c === '#') {
          for (;;) {
            const d = s.get();
            if (d === null || d === '\n') break;
          }
          continue;
        }
      }
      if (c[0] === '\\' && c.length > 1) a.push(this.escape(c, f));
      else if (c === '[') a.push(this.set(f));
      else if (repeats.has(c)) {
        const here = s.tell();
        let min = 0;
        let max = INFINITE;
        if (c === '?') max = 1;
        else if (c === '+') min = 1;
        else if (c === '{') {
          if (s.next === '}') {
            a.push({ t: 'literal', code: 123, flags: f });
            continue;
          }
          const lo = s.while(Infinity, /^[0-9]$/);
          const hi = s.match(',') ? s.while(Infinity, /^[0-9]$/) : lo;
          if (!s.match('}')) {
            a.push({ t: 'literal', code: 123, flags: f });
            s.seek(here);
            continue;
          }
          if (lo !== '') min = Number(lo);
          if (hi !== '') max = Number(hi);
          if (min >= INFINITE || (hi !== '' && max >= INFINITE))
            throw new RangeError('the repetition number is too large');
          if (max < min) throw s.error('min repeat greater than max repeat', s.tell() - here);
        }
        const item = a[a.length - 1];
        if (item === undefined || item.t === 'at') throw s.error('nothing to repeat', s.tell() - here + c.length);
        if (item.t === 'repeat') throw s.error('multiple repeat', s.tell() - here + c.length);
        const mode = s.match('?') ? 'lazy' : since(311) && s.match('+') ? 'possessive' : 'greedy';
        a[a.length - 1] = { t: 'repeat', min, max, mode, node: item };
      } else if (c === '.') a.push({ t: 'any', flags: f });
      else if (c === '^') a.push({ t: 'at', place: '^', flags: f });
      else if (c === '$') a.push({ t: 'at', place: '$', flags: f });
      else if (c === '(') {
        const r = this.group(f, nested, first && a.length === 0);
        if (typeof r === 'number') f = r;
        else if (r !== null) a.push(r);
      } else a.push({ t: 'literal', code: c.codePointAt(0)!, flags: f });
    }
    // A sequence inside a sequence cannot be repeated by accident: each stays one node.
    return a.length === 1 ? (a[0]!.t === 'repeat' ? { t: 'seq', nodes: a } : a[0]!) : { t: 'seq', nodes: a };
  }

  /** What follows `(`. A number: flags for what follows; null: a comment. */
  group(f: number, nested: number, first: boolean): Node | number | null {
    const s = this.s;
    const start = s.tell() - 1;
    let capture = true;
    let atomic = false;
    let name: string | null = null;
    let inner = f;
    if (s.match('?')) {
      const c = s.get();
      if (c === null) throw s.error('unexpected end of pattern');
      if (c === 'P') {
        if (s.match('<')) {
          name = s.until('>', 'group name');
          s.groupName(name, 1);
        } else if (s.match('=')) {
          const ref = s.until(')', 'group name');
          s.groupName(ref, 1);
          const n = this.names.get(ref);
          const back = Array.from(ref).length + 1;
          if (n === undefined) throw s.error(`unknown group name ${quoted(ref, false)}`, back);
          this.checkRef(n, back);
          return { t: 'ref', group: n, flags: f };
        } else {
          const d = s.get();
          if (d === null) throw s.error('unexpected end of pattern');
          throw s.error(`unknown extension ?P${d}`, d.length + 2);
        }
      } else if (c === ':') capture = false;
      else if (c === '#') {
        for (;;) {
          if (s.next === null) throw s.error('missing ), unterminated comment', s.tell() - start);
          if (s.get() === ')') return null;
        }
      } else if (c === '=' || c === '!' || c === '<') {
        let ahead = true;
        let not = c === '!';
        const outer = this.behind;
        if (c === '<') {
          const d = s.get();
          if (d === null) throw s.error('unexpected end of pattern');
          if (d !== '=' && d !== '!') throw s.error(`unknown extension ?<${d}`, d.length + 2);
          ahead = false;
          not = d === '!';
          if (this.behind === null) this.behind = this.groups + 1;
        }
        const a = this.alternatives(f, nested + 1, false);
        if (!ahead && outer === null) this.behind = null;
        if (!s.match(')')) throw s.error('missing ), unterminated subpattern', s.tell() - start);
        return { t: 'look', behind: ahead ? -1 : 0, negated: not, node: a };
      } else if (c === '(') {
        const which = s.until(')', 'group name');
        const back = Array.from(which).length + 1;
        let n: number;
        if (/^[0-9]+$/.test(which)) {
          n = Number(which);
          if (n === 0) throw s.error('bad group number', back);
          if (n >= 1073741823) throw s.error(`invalid group reference ${n}`, back);
          if (!this.conditions.has(n)) this.conditions.set(n, s.tell() - back);
        } else {
          s.groupName(which, 1);
          const known = this.names.get(which);
          if (known === undefined) throw s.error(`unknown group name ${quoted(which, false)}`, back);
          n = known;
        }
        if (this.behind !== null) this.checkBehind(n, 0);
        const yes = this.sequence(f, nested + 1, false);
        let no: Node = { t: 'seq', nodes: [] };
        if (s.match('|')) {
          no = this.sequence(f, nested + 1, false);
          if (s.next === '|') throw s.error('conditional backref with more than two branches');
        }
        if (!s.match(')')) throw s.error('missing ), unterminated subpattern', s.tell() - start);
        return { t: 'if', group: n, yes, no };
      } else if (c === '>' && since(311)) {
        capture = false;
        atomic = true;
      } else if (c in flagLetters || c === '-') {
        const r = this.inlineFlags(c);
        if (r === null) {
          if (since(311) && !first) throw s.error('global flags not at the start of the expression', s.tell() - start);
          if (this.flags & VERBOSE && !(f & VERBOSE)) throw new Verbose(this.flags);
          return f | this.flags;
        }
        const [add, del] = r;
        inner = (add & TYPES ? f & ~TYPES : f) & ~del;
        inner |= add;
        capture = false;
      } else throw s.error(`unknown extension ?${c}`, c.length + 1);
    }
    let n = 0;
    if (capture) {
      n = ++this.groups;
      this.widths[n] = null;
      if (name !== null) {
        const old = this.names.get(name);
        if (old !== undefined)
          throw s.error(
            `redefinition of group name ${quoted(name, false)} as group ${n}; was group ${old}`,
            Array.from(name).length + 1,
          );
        this.names.set(name, n);
      }
      this.open.add(n);
    }
    const a = this.alternatives(inner, nested + 1, false);
    if (!s.match(')')) throw s.error('missing ), unterminated subpattern', s.tell() - start);
    if (capture) {
      this.open.delete(n);
      this.widths[n] = this.width(a);
      return { t: 'group', group: n, node: a };
    }
    return atomic ? { t: 'atomic', node: a } : a.t === 'repeat' || a.t === 'at' ? { t: 'seq', nodes: [a] } : a;
  }

  /** `(?i)`: null; `(?i-s:`: what is turned on and off. */
  inlineFlags(first: string): [number, number] | null {
    const s = this.s;
    let c: string | null = first;
    let add = 0;
    let del = 0;
    if (c !== '-') {
      for (;;) {
        const flag = flagLetters[c!]!;
        if (!s.bytes && c === 'L') throw s.error("bad inline flags: cannot use 'L' flag with a str pattern");
        if (s.bytes && c === 'u') throw s.error("bad inline flags: cannot use 'u' flag with a bytes pattern");
        add |= flag;
        if (flag & TYPES && (add & TYPES) !== flag)
          throw s.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        c = s.get();
        if (c === null) throw s.error('missing -, : or )');
        if (c === ')' || c === '-' || c === ':') break;
        if (!(c in flagLetters)) throw s.error(/^\p{L}$/u.test(c) ? 'unknown flag' : 'missing -, : or )', c.length);
      }
    }
    if (c === ')') {
      this.flags |= add;
      this.inline |= add;
      return null;
    }
    if (c === '-') {
      c = s.get();
      if (c === null) throw s.error('missing flag');
      if (!(c in flagLetters)) throw s.error(/^\p{L}$/u.test(c) ? 'unknown flag' : 'missing flag', c.length);
      for (;;) {
        const flag = flagLetters[c!]!;
        if (flag & TYPES) throw s.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        del |= flag;
        c = s.get();
        if (c === null) throw s.error('missing :');
        if (c === ':') break;
        if (!(c in flagLetters)) throw s.error(/^\p{L}$/u.test(c) ? 'unknown flag' : 'missing :', c.length);
      }
    }
    if (add & del) throw s.error('bad inline flags: flag turned on and off', 1);
    return [add, del];
  }

  checkBehind(n: number, back: number): void {
    if (this.behind === null) return;
    if (this.open.has(n)) throw this.s.error('cannot refer to an open group', back);
    if (n >= this.behind) throw this.s.error('cannot refer to group defined in the same lookbehind subpattern', back);
  }
  checkRef(n: number, back: number): void {
    if (this.open.has(n)) throw this.s.error('cannot refer to an open group', back);
    this.checkBehind(n, 0);
  }

  /** \x, \u, \U, \N with what follows; null for another letter. */
  coded(e: string): number | null {
    const s = this.s;
    const c = e[1]!;
    if (c === 'x') {
      const t = e + s.while(2, hex);
      if (t.length !== 4) throw s.error(`incomplete escape ${t}`, t.length);
      return parseInt(t.slice(2), 16);
    }
    if ((c === 'u' || c === 'U') && !s.bytes && since(303)) {
      const n = c === 'u' ? 4 : 8;
      const t = e + s.while(n, hex);
      if (t.length !== n + 2) throw s.error(`incomplete escape ${t}`, t.length);
      const v = parseInt(t.slice(2), 16);
      if (v > 0x10ffff) throw s.error(`bad escape ${t}`, t.length);
      return v;
    }
    if (c === 'N' && !s.bytes && since(308)) {
      if (!s.match('{')) throw s.error('missing {');
      const name = s.until('}', 'character name');
      const code = codeOfName(name);
      if (code === null) throw s.error(`undefined character name ${quoted(name, false)}`, Array.from(name).length + 4);
      return code;
    }
    return null;
  }

  escape(e: string, f: number): Node {
    const s = this.s;
    const c = e.slice(1);
    if (c === 'A') return { t: 'at', place: 'A', flags: f };
    if (c === 'Z' || (c === 'z' && since(314))) return { t: 'at', place: 'Z', flags: f };
    if (c === 'b' || c === 'B') return { t: 'at', place: c, flags: f };
    if (/^[dDsSwW]$/.test(c)) return { t: 'set', negated: false, items: [{ category: c }], flags: f };
    const code = this.coded(e);
    if (code !== null) return { t: 'literal', code, flags: f };
    if (c === '0') return { t: 'literal', code: parseInt(c + s.while(2, /^[0-7]$/), 8), flags: f };
    if (isDigit(c)) {
      let t = e;
      if (isDigit(s.next)) {
        t += s.get();
        if (isOct(t[1]!) && isOct(t[2]!) && isOct(s.next)) {
          t += s.get();
          const v = parseInt(t.slice(1), 8);
          if (v > 0o377) throw s.error(`octal escape value ${t} outside of range 0-0o377`, t.length);
          return { t: 'literal', code: v, flags: f };
        }
      }
      const n = Number(t.slice(1));
      if (n > this.groups) throw s.error(`invalid group reference ${n}`, t.length - 1);
      if (this.open.has(n)) throw s.error('cannot refer to an open group', t.length);
      this.checkBehind(n, 0);
      return { t: 'ref', group: n, flags: f };
    }
    if (c in simpleEscapes) return { t: 'literal', code: simpleEscapes[c]!, flags: f };
    if (isLetter(c) && since(306)) throw s.error(`bad escape ${e}`, e.length);
    return { t: 'literal', code: c.codePointAt(0)!, flags: f };
  }

  classEscape(e: string): Item {
    const s = this.s;
    const c = e.slice(1);
    if (/^[dDsSwW]$/.test(c)) return { category: c };
    const code = this.coded(e);
    if (code !== null) return one(code);
    if (isOct(c)) {
      const t = e + s.while(2, /^[0-7]$/);
      const v = parseInt(t.slice(1), 8);
      if (v > 0o377) throw s.error(`octal escape value ${t} outside of range 0-0o377`, t.length);
      return one(v);
    }
    if (c in simpleEscapes) return one(simpleEscapes[c]!);
    if (isDigit(c) || (isLetter(c) && since(306))) throw s.error(`bad escape ${e}`, e.length);
    const v = c.codePointAt(0)!;
    return one(v);
  }

  set(f: number): Node {
    const s = this.s;
    const here = s.tell() - 1;
    const items: Item[] = [];
    const not = s.match('^');
    const item = (c: string): Item => (c[0] === '\\' && c.length > 1 ? this.classEscape(c) : one(c.codePointAt(0)!));
    for (let n = 0; ; n++) {
      const c = s.get();
      if (c === null) throw s.error('unterminated character set', s.tell() - here);
      if (c === ']' && n > 0) break;
      const from = s.tell() - Array.from(c).length;
      const low = item(c);
      if (!s.match('-')) {
        items.push(low);
        continue;
      }
      const d = s.get();
      if (d === null) throw s.error('unterminated character set', s.tell() - here);
      if (d === ']') {
        items.push(low, one(45));
        break;
      }
      const to = s.tell() - Array.from(d).length;
      const high = item(d);
      const text = (a: number, b: number): string => s.a.slice(a, b).join('');
      if ('category' in low || 'category' in high || high.range[0] < low.range[0]) {
        const range = `${text(from, to - 1)}-${text(to, s.tell())}`;
        throw s.error(`bad character range ${range}`, Array.from(range).length);
      }
      items.push({ range: [low.range[0], high.range[0]] });
    }
    return { t: 'set', negated: not, items, flags: f };
  }

  /** The least and greatest number of characters that a node takes. */
  width(n: Node): [number, number] {
    switch (n.t) {
      case 'literal':
      case 'any':
      case 'set':
        return [1, 1];
      case 'at':
      case 'look':
        return [0, 0];
      case 'seq':
        return n.nodes
          .map((x) => this.width(x))
          .reduce((p, q) => [Math.min(WIDEST, p[0] + q[0]), Math.min(WIDEST, p[1] + q[1])], [0, 0]);
      case 'alt': {
        const all = n.branches.map((x) => this.width(x));
        return [Math.min(...all.map((w) => w[0])), Math.max(...all.map((w) => w[1]))];
      }
      case 'repeat': {
        const [lo, hi] = this.width(n.node);
        return [Math.min(WIDEST, lo * n.min), n.max === INFINITE && hi > 0 ? WIDEST : Math.min(WIDEST, hi * n.max)];
      }
      case 'ref':
        return this.widths[n.group] ?? [0, WIDEST];
      case 'if': {
        const [y, z] = [this.width(n.yes), this.width(n.no)];
        return [Math.min(y[0], z[0]), Math.max(y[1], z[1])];
      }
      default:
        return this.width(n.node);
    }
  }
  /** Gives every look-behind its width. Errors: PatternError without a place when it has several. */
  setWidths(n: Node): void {
    switch (n.t) {
      case 'seq':
        return n.nodes.forEach((x) => this.setWidths(x));
      case 'alt':
        return n.branches.forEach((x) => this.setWidths(x));
      case 'if':
        this.setWidths(n.yes);
        return this.setWidths(n.no);
      case 'look':
        if (n.behind >= 0) {
          const [lo, hi] = this.width(n.node);
          if (lo > INFINITE) throw new PatternError('looks too much behind');
          if (lo !== hi) throw new PatternError('look-behind requires fixed-width pattern');
          n.behind = lo;
        }
        return this.setWidths(n.node);
      case 'group':
      case 'repeat':
      case 'atomic':
        return this.setWidths(n.node);
      default:
    }
  }
}
