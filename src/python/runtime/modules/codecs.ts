/** _codecs: encoding and decoding by name, and the registry of error handlers; `codecs` is made of it. Source: the library reference, "codecs". */
import { bufferOf } from '../buffers.ts';
import { Native } from '../native.ts';
import { codecName, decode, encode, errorHandlers } from '../codecs.ts';
import { defineFunctions } from '../define.ts';
import { E, raise } from '../errors.ts';
import { nativeModule } from '../modules.ts';
import type { Value } from '../object.ts';
import { strValue } from '../operands.ts';
import { None } from '../singletons.ts';
import { since } from '../state.ts';
import { PyBytes, PyTuple, PyUnicode } from '../values.ts';

const textOf = (v: Value, what: string): string => {
  const s = strValue(v) ?? (v instanceof PyUnicode ? v.v : undefined);
  if (s === undefined) throw raise('TypeError', `${what} must be str, not ${v.cls.name}`);
  return s;
};
const nameOr = (v: Value, fallback: string): string =>
  v === undefined || v === None ? fallback : textOf(v, 'encoding');
const text = (s: string): Value => (since(300) ? s : new PyUnicode(s));
const bytes = (s: string): Value => (since(300) ? new PyBytes(s) : s);

/** The handlers that are always there, as functions of an exception: what stands for the faulty part, and where to go on. */
function handler(name: string, replacement: (part: string[], decoding: boolean) => string | undefined): void {
  errorHandlers.set(
    name,
    new Native(`${name}_errors(exception, /)`, (e: Value) => {
      const decoding = e.cls?.mro?.includes(E.UnicodeDecodeError!) === true;
      if (
        !decoding &&
        e.cls?.mro?.includes(E.UnicodeEncodeError!) !== true &&
        e.cls?.mro?.includes(E.UnicodeTranslateError!) !== true
      ) {
        if (name === 'strict' && e.cls?.mro?.includes(E.BaseException!) === true) throw e;
        throw raise(
          'TypeError',
          name === 'strict'
            ? 'codec must pass exception instance'
            : `don't know how to handle ${e.cls.name} in error callback`,
        );
      }
      const object = e['@object'];
      const whole = decoding ? (bufferOf(object) ?? '') : textOf(object, 'object');
      const part = (decoding ? whole.split('') : Array.from(whole)).slice(e['@start'], e['@end']);
      const by = replacement(part, decoding);
      if (by === undefined) throw e;
      return new PyTuple([text(by), e['@end']]);
    }),
  );
}
const escape = (c: string, decoding: boolean): string => {
  const code = c.codePointAt(0)!;
  const hex = code.toString(16);
  return decoding || code < 0x100
    ? `\\x${hex.padStart(2, '0')}`
    : code < 0x10000
      ? `\\u${hex.padStart(4, '0')}`
      : `\\U${hex.padStart(8, '0')}`;
};
handler('strict', () => undefined);
handler('ignore', () => '');
handler('replace', (part, decoding) => (decoding ? '\ufffd' : '?'.repeat(part.length)));
handler('backslashreplace', (part, decoding) => part.map((c) => escape(c, decoding)).join(''));
handler('xmlcharrefreplace', (part) => part.map((c) => `&#${c.codePointAt(0)};`).join(''));

nativeModule('_codecs', 200, 9999, (ns) =>
  defineFunctions(ns, {
    'encode(obj, encoding="utf-8", errors="strict")': (v, encoding, errors) =>
      bytes(encode(textOf(v, 'encode() argument'), nameOr(encoding, 'utf-8'), nameOr(errors, 'strict'), v)),
    'decode(obj, encoding="utf-8", errors="strict")'(v, encoding, errors) {
      const s = bufferOf(v);
      if (s === undefined) throw raise('TypeError', `a bytes-like object is required, not '${v.cls.name}'`);
      return text(decode(s, nameOr(encoding, 'utf-8'), nameOr(errors, 'strict')));
    },
    /** The codec's own name. Errors: LookupError. */
    'name(encoding, /)'(encoding) {
      const name = codecName(textOf(encoding, 'encoding'));
      if (name === undefined) throw raise('LookupError', `unknown encoding: ${textOf(encoding, 'encoding')}`);
      return name;
    },
    'register_error(errors, handler, /)'(name, f) {
      if (f.cls.dict.$__call__ === undefined && f.tpcall === undefined)
        throw raise('TypeError', 'handler must be callable');
      errorHandlers.set(textOf(name, 'register_error() argument 1'), f);
      return None;
    },
    'lookup_error(name, /)'(name) {
      const f = errorHandlers.get(textOf(name, 'lookup_error() argument'));
      if (f === undefined) throw raise('LookupError', `unknown error handler name '${textOf(name, 'name')}'`);
      return f;
    },
  }),
);
