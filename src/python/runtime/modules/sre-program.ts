/**
 * A tree of a regular expression as instructions, and the machine that runs them: a backtracking matcher with Python's meaning (groups keep what they matched in earlier rounds,
 * a backreference to a group that did not match fails), which keeps its choices on a stack of its own, since QuickJS's is small.
 */
import { raise } from '../errors.ts';
import { since } from '../state.ts';
import { digitCode, folded, nameCode, spaceCode, variants } from './sre-characters.ts';
import type { Item, Node, Tree } from './sre-parse.ts';
import { ASCII, DOTALL, IGNORECASE, INFINITE, LOCALE, MULTILINE, UNICODE } from './sre-parse.ts';

type Test = (c: number) => boolean;
type Op =
  | 'char'
  | 'test'
  | 'any'
  | 'run'
  | 'runLazy'
  | 'at'
  | 'ref'
  | 'save'
  | 'split'
  | 'jump'
  | 'begin'
  | 'loop'
  | 'look'
  | 'atomic'
  | 'if'
  | 'end';
interface Instruction {
  op: Op;
  code: number;
  test: Test | null;
  /** Where to go on: the first choice and the other. */
  x: number;
  y: number;
  min: number;
  max: number;
  lazy: boolean;
  unicode: boolean;
  place: string;
}
const MOST = 6_000_000;

const usesUnicode = (flags: number): boolean => (flags & UNICODE) !== 0 && (flags & (ASCII | LOCALE)) === 0;
function category(name: string, unicode: boolean): Test {
  const base = { d: digitCode, s: spaceCode, w: nameCode }[name.toLowerCase() as 'd' | 's' | 'w'];
  return name === name.toLowerCase() ? (c) => base(c, unicode) : (c) => !base(c, unicode);
}
/** Whether a character is in a set. The first 256 are looked up in a table. */
function setTest(items: Item[], negated: boolean, flags: number): Test {
  const unicode = usesUnicode(flags);
  const tests: Test[] = items.map((i) =>
    'category' in i ? category(i.category, unicode) : (c) => c >= i.range[0] && c <= i.range[1],
  );
  const plain: Test = (c) => tests.some((t) => t(c));
  const any: Test = (flags & IGNORECASE) === 0 ? plain : (c) => variants(c, unicode).some(plain);
  const table: (boolean | undefined)[] = [];
  return (c) => {
    if (c > 255) return any(c) !== negated;
    return (table[c] ??= any(c) !== negated);
  };
}

export class Program {
  private code: Instruction[] = [];
  /** Registers: 2 for each group, then the last group that closed, then the loops'. */
  private registers: number;
  readonly groups: number;
  private first: Test | null = null;

  private text: ArrayLike<number> = [];
  private end = 0;
  private full = false;
  private advanceFrom = -1;
  private r: number[] = [];
  private stack: number[] = [];

  constructor(tree: Tree) {
    this.groups = tree.groups;
    this.registers = 2 * (tree.groups + 1) + 1;
    this.emitNode(tree.node);
    this.emit('end');
    const head = this.code[0]!;
    if (head.op === 'char' || head.op === 'test') this.first = head.test ?? ((c) => c === head.code);
    else if (head.op === 'run' && head.min > 0) this.first = head.test;
  }
  private emit(op: Op, fields: Partial<Instruction> = {}): Instruction {
    const i: Instruction = {
      op,
      code: 0,
      test: null,
      x: 0,
      y: 0,
      min: 0,
      max: 0,
      lazy: false,
      unicode: false,
      place: '',
      ...fields,
    };
    this.code.push(i);
    return i;
  }
  /** The test of a node that always takes one character. */
  private single(n: Node): Test | null {
    if (n.t === 'seq' && n.nodes.length === 1) return this.single(n.nodes[0]!);
    if (n.t === 'any') return (n.flags & DOTALL) !== 0 ? () => true : (c) => c !== 10;
    if (n.t === 'set') return setTest(n.items, n.negated, n.flags);
    if (n.t !== 'literal') return null;
    const { code } = n;
    if ((n.flags & IGNORECASE) === 0) return (c) => c === code;
    const unicode = usesUnicode(n.flags);
    const key = folded(code, unicode);
    return (c) => c === code || folded(c, unicode) === key;
  }
  private emitNode(n: Node): void {
    switch (n.t) {
      case 'literal':
        if ((n.flags & IGNORECASE) === 0) this.emit('char', { code: n.code });
        else this.emit('test', { test: this.single(n) });
        break;
      case 'any':
      case 'set':
        this.emit('test', { test: this.single(n) });
        break;
      case 'at':
        this.emit('at', {
          place: (n.place === '^' || n.place === '$') && (n.flags & MULTILINE) !== 0 ? `${n.place}m` : n.place,
          unicode: usesUnicode(n.flags),
        });
        break;
      case 'ref':
        this.emit('ref', { x: n.group, lazy: (n.flags & IGNORECASE) !== 0, unicode: usesUnicode(n.flags) });
        break;
      case 'seq':
        for (const x of n.nodes) this.emitNode(x);
        break;
      case 'group':
        this.emit('save', { x: 2 * n.group });
        this.emitNode(n.node);
        this.emit('save', { x: 2 * n.group + 1, y: n.group });
        break;
      case 'alt': {
        const ends: Instruction[] = [];
        n.branches.forEach((b, i) => {
          const last = i === n.branches.length - 1;
          const split = last ? null : this.emit('split');
          if (split !== null) split.x = this.code.length;
          this.emitNode(b);
          if (split === null) return;
          ends.push(this.emit('jump'));
          split.y = this.code.length;
        });
        for (const e of ends) e.x = this.code.length;
        break;
      }
      case 'repeat':
        this.emitRepeat(n);
        break;
      case 'look': {
        const look = this.emit('look', { min: n.behind, lazy: n.negated, x: this.code.length + 1 });
        this.emitNode(n.node);
        this.emit('end', { y: 1 });
        look.y = this.code.length;
        break;
      }
      case 'atomic': {
        const atomic = this.emit('atomic', { x: this.code.length + 1 });
        this.emitNode(n.node);
        this.emit('end', { y: 1 });
        atomic.y = this.code.length;
        break;
      }
      case 'if': {
        const test = this.emit('if', { min: n.group, x: this.code.length + 1 });
        this.emitNode(n.yes);
        const jump = this.emit('jump');
        test.y = this.code.length;
        this.emitNode(n.no);
        jump.x = this.code.length;
      }
    }
  }
  private emitRepeat(n: Node & { t: 'repeat' }): void {
    if (n.mode === 'possessive') return this.emitNode({ t: 'atomic', node: { ...n, mode: 'greedy' } });
    const test = this.single(n.node);
    if (test !== null) return void this.emit(n.mode === 'lazy' ? 'runLazy' : 'run', { test, min: n.min, max: n.max });
    const counter = this.registers;
    this.registers += 2;
    this.emit('begin', { x: counter });
    const loop = this.emit('loop', { code: counter, min: n.min, max: n.max, lazy: n.mode === 'lazy' });
    loop.x = this.code.length;
    this.emitNode(n.node);
    this.emit('jump', { x: loop.x - 1 });
    loop.y = this.code.length;
  }

  /**
   * Matches at `start` (with `search`, at the first place from there on). `advanceFrom`: an empty match there does not count; -1: every one does.
   * Gives the registers of the groups, the last of them the group that closed last (or 0), or null.
   */
  match(
    text: ArrayLike<number>,
    start: number,
    end: number,
    search: boolean,
    full: boolean,
    advanceFrom: number,
  ): number[] | null {
    this.text = text;
    this.end = end;
    this.full = full;
    this.advanceFrom = advanceFrom;
    for (let at = start; at <= end; at++) {
      if (this.first !== null && search) {
        while (at < end && !this.first(text[at]!)) at++;
        if (at >= end) break;
      }
      this.r = new Array(this.registers).fill(-1);
      this.stack.length = 0;
      const stop = this.run(0, at);
      if (stop >= 0) {
        this.r[0] = at;
        this.r[1] = stop;
        const last = 2 * (this.groups + 1);
        this.r.length = last + 1;
        return this.r;
      }
      if (!search) break;
    }
    return null;
  }
  private set(i: number, v: number): void {
    this.stack.push(-1, i, this.r[i]!);
    this.r[i] = v;
  }
  /** Takes back what was done since the stack was so high; with `keep`, only the choices, not what the groups matched. */
  private unwind(base: number, keep: boolean): void {
    const s = this.stack;
    if (keep) {
      let to = base;
      for (let i = base; i < s.length; i += 3)
        if (s[i] === -1) {
          s[to] = -1;
          s[to + 1] = s[i + 1]!;
          s[to + 2] = s[i + 2]!;
          to += 3;
        }
      s.length = to;
      return;
    }
    for (let i = s.length - 3; i >= base; i -= 3) if (s[i] === -1) this.r[s[i + 1]!] = s[i + 2]!;
    s.length = base;
  }
  private run(from: number, start: number): number {
    const { text, end, code, stack } = this;
    const base = stack.length;
    let pc = from;
    let at = start;
    for (;;) {
      const i = code[pc]!;
      let ok = true;
      switch (i.op) {
        case 'char':
          ok = at < end && text[at] === i.code;
          at++;
          pc++;
          break;
        case 'test':
          ok = at < end && i.test!(text[at]!);
          at++;
          pc++;
          break;
        case 'run': {
          const most = i.max === INFINITE ? end : Math.min(end, at + i.max);
          const least = at + i.min;
          const test = i.test!;
          while (at < most && test(text[at]!)) at++;
          ok = at >= least;
          pc++;
          if (ok && at > least) stack.push(pc, at - 1, least);
          break;
        }
        case 'runLazy': {
          const least = at + i.min;
          while (at < least && at < end && i.test!(text[at]!)) at++;
          ok = at >= least;
          if (ok && i.max > i.min)
            stack.push(-2 - pc, at, i.max === INFINITE ? end : Math.min(end, least - i.min + i.max));
          pc++;
          break;
        }
        case 'at':
          ok = this.holds(i.place, at, i.unicode);
          pc++;
          break;
        case 'save':
          this.set(i.x, at);
          if (i.y > 0) this.set(2 * (this.groups + 1), i.y);
          pc++;
          break;
        case 'split':
          stack.push(i.y, at, at);
          pc = i.x;
          break;
        case 'jump':
          pc = i.x;
          break;
        case 'begin':
          this.set(i.x, 0);
          this.set(i.x + 1, -1);
          pc++;
          break;
        case 'loop': {
          const n = this.r[i.code]!;
          if (n < i.min) {
            this.set(i.code, n + 1);
            pc = i.x;
          } else {
            const more = (i.max === INFINITE || n < i.max) && at !== this.r[i.code + 1];
            if (!more) pc = i.y;
            else if (i.lazy) {
              // The other choice is one more round: it counts when it is taken.
              stack.push(-2 - pc, at, -1);
              pc = i.y;
            } else {
              stack.push(i.y, at, at);
              this.set(i.code, n + 1);
              this.set(i.code + 1, at);
              pc = i.x;
            }
          }
          break;
        }
        case 'ref': {
          const a = this.r[2 * i.x]!;
          const b = this.r[2 * i.x + 1]!;
          ok = a >= 0 && b >= a && at + b - a <= end;
          for (let k = a; ok && k < b; k++, at++)
            ok = text[k] === text[at] || (i.lazy && folded(text[k]!, i.unicode) === folded(text[at]!, i.unicode));
          pc++;
          break;
        }
        case 'look': {
          const before = stack.length;
          const begin = i.min < 0 ? at : at - i.min;
          const stop = begin < 0 ? -1 : this.run(i.x, begin);
          if (stop >= 0) this.unwind(before, !i.lazy);
          ok = stop >= 0 !== i.lazy;
          pc = i.y;
          break;
        }
        case 'atomic': {
          const before = stack.length;
          const stop = this.run(i.x, at);
          ok = stop >= 0;
          if (ok) this.unwind(before, true);
          at = stop;
          pc = i.y;
          break;
        }
        case 'if':
          pc = this.r[2 * i.min + 1]! >= 0 ? i.x : i.y;
          break;
        default:
          if (i.y === 1) return at;
          ok = !(this.full && at !== end) && !(at === this.advanceFrom && start === at);
          if (ok) return at;
      }
      if (ok) {
        if (stack.length > MOST) throw raise('MemoryError');
        continue;
      }
      // Back to the last choice that is left.
      for (;;) {
        if (stack.length === base) return -1;
        const c = stack.pop()!;
        const b = stack.pop()!;
        const a = stack.pop()!;
        if (a === -1) this.r[b] = c;
        else if (a >= 0) {
          pc = a;
          at = b;
          if (b > c) stack.push(a, b - 1, c);
          break;
        } else {
          pc = -2 - a;
          const again = code[pc]!;
          at = b;
          if (again.op === 'loop') {
            const n = this.r[again.code]!;
            this.set(again.code, n + 1);
            this.set(again.code + 1, at);
            pc = again.x;
            break;
          }
          if (at < c && again.test!(text[at]!)) {
            at++;
            stack.push(a, at, c);
            pc++;
            break;
          }
        }
      }
    }
  }
  private holds(place: string, at: number, unicode: boolean): boolean {
    const { text, end } = this;
    switch (place) {
      case '^':
      case 'A':
        return at === 0;
      case '^m':
        return at === 0 || text[at - 1] === 10;
      case '$':
        return at === end || (at === end - 1 && text[at] === 10);
      case '$m':
        return at === end || text[at] === 10;
      case 'Z':
        return at === end;
      default: {
        if (end === 0 && !since(314)) return false;
        const before = at > 0 && nameCode(text[at - 1]!, unicode);
        const after = at < end && nameCode(text[at]!, unicode);
        return (before !== after) === (place === 'b');
      }
    }
  }
}
