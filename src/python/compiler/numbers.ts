/** Numbers: https://docs.python.org/3/reference/lexical_analysis.html#numeric-literals, and the forms of Python 2. */
import type { Constant } from './ast.ts';
import type { Era } from './eras.ts';
import { atLeast, has } from './eras.ts';

interface Found {
  end: number;
  /** `to` is the offset after the character to mark; with `from`, the whole range is marked. */
  fault: { message: string; from?: number; to: number } | null;
  warning: { category: 'SyntaxWarning' | 'DeprecationWarning'; message: string } | null;
}

const sets: Record<string, { digits: RegExp; name: string }> = {
  x: { digits: /[0-9a-fA-F]/, name: 'hexadecimal' },
  o: { digits: /[0-7]/, name: 'octal' },
  b: { digits: /[01]/, name: 'binary' },
};
const decimal = /[0-9]/;

/** Finds the end of the number that starts at `start`, or what is wrong with it. */
export function scanNumber(text: string, start: number, limit: number, era: Era): Found {
  const at = (i: number): string => (i < limit ? (text[i] ?? '') : '');
  const underscores = has(era, 'underscores in numbers');
  const py3 = atLeast(era, '3.0');
  const modern = atLeast(era, '3.8');
  /** Where a digit out of place is marked: 3.8 marked the one before it. */
  const past = atLeast(era, '3.9') ? 1 : 0;
  const bad = (message: string, to: number, from?: number): Found => ({
    end: to,
    fault:
      from === undefined
        ? { message: modern ? message : 'invalid token', to }
        : { message: modern ? message : 'invalid token', from, to },
    warning: null,
  });
  /** The digits from `i`; null with a fault if an underscore is not followed by one. */
  const run = (i: number, digits: RegExp): number => {
    for (;;) {
      while (digits.test(at(i))) i++;
      if (!underscores || at(i) !== '_' || !digits.test(at(i + 1))) return i;
      i++;
    }
  };
  const done = (end: number, name: string): Found =>
    ending(text, end, limit, era, name) ?? { end, fault: null, warning: null };

  const second = at(start + 1).toLowerCase();
  const set = at(start) === '0' ? sets[second] : undefined;
  if (set !== undefined && (second === 'x' || has(era, '0o and 0b literals'))) {
    let i = start + 2;
    if (underscores && at(i) === '_') i++;
    if (!set.digits.test(at(i))) {
      if (decimal.test(at(i)) && modern) return bad(`invalid digit '${at(i)}' in ${set.name} literal`, i + past);
      return bad(`invalid ${set.name} literal`, i);
    }
    i = run(i, set.digits);
    if (underscores && at(i) === '_') {
      if (modern && decimal.test(at(i + 1)))
        return bad(`invalid digit '${at(i + 1)}' in ${set.name} literal`, i + 1 + past);
      return bad(`invalid ${set.name} literal`, i + 1);
    }
    if (modern && decimal.test(at(i))) return bad(`invalid digit '${at(i)}' in ${set.name} literal`, i + 1);
    if (!py3 && /[lL]/.test(at(i))) i++;
    return done(i, set.name);
  }
  let i = start;
  let whole = true;
  if (at(i) !== '.') {
    i = run(i, decimal);
    if (underscores && at(i) === '_') return bad('invalid decimal literal', i + 1);
  }
  const integerEnd = i;
  if (at(i) === '.') {
    whole = false;
    i++;
    if (decimal.test(at(i))) i = run(i, decimal);
    if (underscores && at(i) === '_' && decimal.test(at(i - 1))) return bad('invalid decimal literal', i + 1);
  }
  if (/[eE]/.test(at(i))) {
    let j = i + 1;
    if (/[+-]/.test(at(j))) j++;
    if (decimal.test(at(j))) {
      whole = false;
      i = run(j, decimal);
      if (underscores && at(i) === '_') return bad('invalid decimal literal', i + 1);
    } else if (j > i + 1) return bad('invalid decimal literal', j);
  }
  if (/[jJ]/.test(at(i))) return done(i + 1, 'imaginary');
  if (!whole) return done(i, 'decimal');
  if (!py3) {
    if (at(start) === '0' && integerEnd - start > 1 && /[89]/.test(text.slice(start, integerEnd)))
      return bad('invalid token', integerEnd);
    if (/[lL]/.test(at(i))) i++;
    return done(i, 'decimal');
  }
  if (at(start) === '0' && /[1-9]/.test(text.slice(start, integerEnd))) {
    const message = 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';
    if (!modern) return bad('invalid token', integerEnd);
    let zeros = start;
    while (at(zeros) === '0' || at(zeros) === '_') zeros++;
    return atLeast(era, '3.10') ? bad(message, zeros, start) : bad(message, integerEnd);
  }
  return done(i, 'decimal');
}

/** What may stand right after a number: not a name, except the keywords that always could. */
function ending(text: string, end: number, limit: number, era: Era, name: string): Found | null {
  if (!atLeast(era, '3.9') || end >= limit) return null;
  const word = (atLeast(era, '3.11') ? /^[A-Za-z_]+/ : /^[A-Za-z_\u0080-\uffff]+/).exec(text.slice(end, end + 6))?.[0];
  if (word === undefined) return null;
  if (/^(and|else|for|if|in|is|or|not)/.test(word)) {
    if (!atLeast(era, '3.10')) return null;
    return {
      end,
      fault: null,
      warning: {
        category: atLeast(era, '3.11') ? 'SyntaxWarning' : 'DeprecationWarning',
        message: `invalid ${name} literal`,
      },
    };
  }
  if (!atLeast(era, '3.10')) return null;
  return { end, fault: { message: `invalid ${name} literal`, to: end }, warning: null };
}

const longest = 4300;

/** The value of a number's text; throws a RangeError, with Python's message, for a decimal that is too long (CVE-2020-10735). */
export function numberValue(text: string, era: Era): Constant {
  if (text.length < 10 && (text.charCodeAt(0) !== 48 || text.length === 1) && /^\d+$/.test(text))
    return { type: 'Constant', kind: 'int', value: text };
  const plain = text.replaceAll('_', '').toLowerCase();
  if (plain.endsWith('j')) return { type: 'Constant', kind: 'imaginary', value: Number(plain.slice(0, -1)) };
  const py2 = !atLeast(era, '3.0');
  const digits = py2 && plain.endsWith('l') ? plain.slice(0, -1) : plain;
  const based = /^0[xob]/.test(digits);
  if (!based && /[.e]/.test(digits)) return { type: 'Constant', kind: 'float', value: Number(digits) };
  if (based) return integer(BigInt(digits).toString(), digits !== plain, py2);
  if (py2 && /^0[0-7]+$/.test(digits)) return integer(BigInt(`0o${digits}`).toString(), digits !== plain, py2);
  if (atLeast(era, '3.7') && digits.length > longest) {
    const limit = `Exceeds the limit (${longest} digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`;
    throw new RangeError(
      atLeast(era, '3.7')
        ? `${limit} - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.`
        : limit,
    );
  }
  return integer(digits.replace(/^0+(?=.)/, ''), digits !== plain, py2);
}

/** In Python 2 an integer that a 64-bit machine's C long does not hold is a long. */
function integer(value: string, marked: boolean, py2: boolean): Constant {
  const long = py2 && (marked || value.length > 19 || (value.length === 19 && value > '9223372036854775807'));
  return { type: 'Constant', kind: long ? 'long' : 'int', value };
}
