/** A pattern's text, read token by token, and the error that says where it is wrong. Source: the library reference, "Regular Expression Syntax". */
import { quoted } from '../text-repr.ts';

/** A pattern that is none: re.error, with its place where there is one. */
export class PatternError extends Error {
  pos: number | undefined;
  constructor(message: string, pos?: number) {
    super(message);
    this.pos = pos;
  }
}

/** What is read token by token: a character, or a backslash with the one behind it. */
export class Tokens {
  a: string[];
  bytes: boolean;
  at = 0;
  next: string | null = null;
  constructor(chars: string[], bytes: boolean) {
    this.a = chars;
    this.bytes = bytes;
    this.step();
  }
  step(): void {
    const c = this.a[this.at];
    if (c === undefined) {
      this.next = null;
      return;
    }
    if (c === '\\') {
      const d = this.a[this.at + 1];
      if (d === undefined) throw new PatternError('bad escape (end of pattern)', this.a.length - 1);
      this.next = c + d;
      this.at += 2;
    } else {
      this.next = c;
      this.at++;
    }
  }
  get(): string | null {
    const c = this.next;
    this.step();
    return c;
  }
  match(c: string): boolean {
    if (this.next !== c) return false;
    this.step();
    return true;
  }
  tell(): number {
    return this.at - (this.next === null ? 0 : this.next.length > 1 && this.next[0] === '\\' ? 2 : 1);
  }
  seek(at: number): void {
    this.at = at;
    this.step();
  }
  error(msg: string, back = 0): PatternError {
    return new PatternError(msg, this.tell() - back);
  }
  while(max: number, of: RegExp): string {
    let s = '';
    while (s.length < max && this.next !== null && of.test(this.next)) s += this.get();
    return s;
  }
  until(end: string, what: string): string {
    let s = '';
    for (;;) {
      const c = this.get();
      if (c === null)
        throw s === ''
          ? this.error(`missing ${what}`)
          : this.error(`missing ${end}, unterminated name`, Array.from(s).length);
      if (c === end) {
        if (s === '') throw this.error(`missing ${what}`, 1);
        return s;
      }
      s += c;
    }
  }
  groupName(name: string, extra: number): void {
    const back = Array.from(name).length + extra;
    if (this.bytes && /[^\x00-\x7f]/.test(name))
      throw this.error(`bad character in group name ${quoted(name, true)}`, back);
    if (!/^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u.test(name))
      throw this.error(`bad character in group name ${quoted(name, false)}`, back);
  }
}
