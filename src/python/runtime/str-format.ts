/** `str.format`: replacement fields with attributes, items, conversions and nested specifications. Source: PEP 3101; the library reference, "Format String Syntax". */
import { formatSlot } from './format-slot.ts';
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { getattr } from './object.ts';
import { $getitem } from './containers.ts';
import { MAX_TEXT } from './limits.ts';
import { asciiRepr } from './percent.ts';
import { repr, str } from './repr.ts';
import { since } from './state.ts';
import { PyUnicode } from './values.ts';

const bad = (text: string): Value => raise('ValueError', text);

/** One part of a format string: literal text, then perhaps a field. */
export interface FormatPart {
  literal: string;
  field: { name: string; spec: string; conversion: string | null; nested: boolean } | null;
}

/** Splits a format string. Errors: ValueError. */
export function* parseFormat(text: string): Generator<FormatPart> {
  let literal = '';
  let i = 0;
  while (i < text.length) {
    const c = text[i]!;
    if (c !== '{' && c !== '}') {
      let j = i + 1;
      while (j < text.length && text[j] !== '{' && text[j] !== '}') j++;
      literal += text.slice(i, j);
      i = j;
      continue;
    }
    if (text[i + 1] === c) {
      literal += c;
      i += 2;
      yield { literal, field: null };
      literal = '';
      continue;
    }
    if (c === '}') throw bad("Single '}' encountered in format string");
    if (i + 1 >= text.length) throw bad("Single '{' encountered in format string");
    const [field, end] = readField(text, i + 1);
    yield { literal, field };
    literal = '';
    i = end;
  }
  if (literal !== '') yield { literal, field: null };
}
function readField(text: string, from: number): [NonNullable<FormatPart['field']>, number] {
  let i = from;
  let inside = false;
  for (; i < text.length; i++) {
    const c = text[i]!;
    if (c === '{') throw bad("unexpected '{' in field name");
    if (c === '[') inside = true;
    else if (c === ']') inside = false;
    else if (!inside && (c === '}' || c === ':' || c === '!')) break;
  }
  const name = text.slice(from, i);
  if (i >= text.length) throw bad("expected '}' before end of string");
  let conversion: string | null = null;
  if (text[i] === '!') {
    if (i + 1 >= text.length)
      throw bad(
        since(300)
          ? 'end of string while looking for conversion specifier'
          : 'end of format while looking for conversion specifier',
      );
    conversion = String.fromCodePoint(text.codePointAt(i + 1)!);
    i += 1 + conversion.length;
    if (i >= text.length) throw bad("unmatched '{' in format spec");
    if (text[i] !== ':' && text[i] !== '}') throw bad("expected ':' after conversion specifier");
  }
  if (text[i] === '}') return [{ name, spec: '', conversion, nested: false }, i + 1];
  const start = i + 1;
  let depth = 1;
  let nested = false;
  for (i = start; i < text.length; i++) {
    if (text[i] === '{') {
      depth++;
      nested = true;
    } else if (text[i] === '}' && --depth === 0)
      return [{ name, spec: text.slice(start, i), conversion, nested }, i + 1];
  }
  throw bad(
    since(300)
      ? depth > 1 || nested
        ? "expected '}' before end of string"
        : "unmatched '{' in format spec"
      : "unmatched '{' in format",
  );
}

/** `a.b[0]` → the first name and the steps after it. Errors: ValueError. */
export function parseFieldName(name: string): { first: string; steps: { attribute: boolean; key: string }[] } {
  const at = /[.[]/.exec(name)?.index ?? name.length;
  const steps: { attribute: boolean; key: string }[] = [];
  let i = at;
  while (i < name.length) {
    if (name[i] === '.') {
      let j = i + 1;
      while (j < name.length && name[j] !== '.' && name[j] !== '[') j++;
      if (j === i + 1) throw bad('Empty attribute in format string');
      steps.push({ attribute: true, key: name.slice(i + 1, j) });
      i = j;
    } else if (name[i] === '[') {
      const j = name.indexOf(']', i);
      if (j < 0) throw bad("Missing ']' in format string");
      if (j === i + 1) throw bad('Empty attribute in format string');
      steps.push({ attribute: false, key: name.slice(i + 1, j) });
      i = j + 1;
    } else throw bad("Only '.' or '[' may follow ']' in format field specifier");
  }
  return { first: name.slice(0, at), steps };
}
/** What an item key or a first name is: a number when it is all digits. */
export function indexKey(key: string): number | undefined {
  if (!/^\d+$/.test(key)) return undefined;
  const n = Number(key);
  if (n > Number.MAX_SAFE_INTEGER) throw bad('Too many decimal digits in format string');
  return n;
}

/** Format strings read to their end before: a loop uses the same one again and again. */
const parsed = new Map<string, FormatPart[]>();

class Fields {
  args: Value[] | null;
  named: (key: string) => Value;
  unicode: boolean;
  auto = 0;
  numbering: '' | 'automatic' | 'manual' = '';
  constructor(args: Value[] | null, named: (key: string) => Value, unicode: boolean) {
    this.args = args;
    this.named = named;
    this.unicode = unicode;
  }
  value(name: string): Value {
    if (
      name === '' &&
      this.args !== null &&
      this.numbering !== 'manual' &&
      this.auto < this.args.length &&
      since(207)
    ) {
      this.numbering = 'automatic';
      return this.args[this.auto++];
    }
    const { first, steps } = parseFieldName(name);
    let n = indexKey(first);
    if (first === '' && since(207)) {
      if (this.numbering === 'manual')
        throw bad('cannot switch from manual field specification to automatic field numbering');
      this.numbering = 'automatic';
      n = this.auto++;
    } else if (first === '') throw bad('zero length field name in format');
    else if (n !== undefined) {
      if (this.numbering === 'automatic')
        throw bad('cannot switch from automatic field numbering to manual field specification');
      this.numbering = 'manual';
    }
    let v: Value;
    if (n === undefined) v = this.named(first);
    else {
      if (this.args === null) throw bad('Format string contains positional fields');
      v = this.args[n];
      if (v === undefined)
        throw raise(
          'IndexError',
          since(308) ? `Replacement index ${n} out of range for positional args tuple` : 'tuple index out of range',
        );
    }
    for (const step of steps) {
      if (step.attribute) v = getattr(v, `$${step.key}`);
      else v = $getitem(v, indexKey(step.key) ?? step.key);
    }
    return v;
  }
  render(text: string, depth: number): string {
    if (depth < 0) throw bad('Max string recursion exceeded');
    let out = '';
    const known = parsed.get(text);
    const parts: FormatPart[] = known ?? [];
    for (const part of known ?? parseFormat(text)) {
      if (known === undefined) parts.push(part);
      out += part.literal;
      const f = part.field;
      if (f === null) continue;
      let v = this.value(f.name);
      if (f.conversion !== null) v = convert(v, f.conversion);
      const spec = f.nested ? this.render(f.spec, depth - 1) : f.spec;
      out += formatSlot(v, spec, this.unicode);
      if (out.length > MAX_TEXT) throw raise('MemoryError');
    }
    if (known === undefined) {
      if (parsed.size > 200) parsed.clear();
      parsed.set(text, parts);
    }
    return out;
  }
}
function convert(v: Value, c: string): Value {
  if (c === 'r') return repr(v);
  if (c === 's') return v instanceof PyUnicode ? v : str(v);
  if (c === 'a' && since(300)) return asciiRepr(v);
  const code = c.codePointAt(0)!;
  if (code > 32 && code < 127) throw bad(`Unknown conversion specifier ${c}`);
  throw bad(`Unknown conversion specifier \\x${code.toString(16)}`);
}

/** `text.format(*args, **kw)`. Errors: ValueError, IndexError, KeyError, and whatever the values raise. */
export function formatMethod(text: string, args: Value[], kw: Map<string, Value>, unicode: boolean): string {
  return new Fields(
    args,
    (key) => {
      const v = kw.get(key);
      if (v === undefined) throw raise('KeyError', key);
      return v;
    },
    unicode,
  ).render(text, 1);
}
/** `text.format_map(mapping)`. */
export function formatMap(text: string, mapping: Value): string {
  return new Fields(null, (key) => $getitem(mapping, key), false).render(text, 1);
}
