/** One value by its specification: what `format()`, f-strings and replacement fields ask of `__format__`. */
import { encode } from './codecs.ts';
import { raise } from './errors.ts';
import { formatFloat, formatInt, formatText } from './format-spec.ts';
import type { NativeJs, Value } from './object.ts';
import { callMethod, special } from './object.ts';
import { strValue } from './operands.ts';
import { repr, str } from './repr.ts';
import { R, since } from './state.ts';
import { PyFloat, PyUnicode } from './values.ts';

/** Said of a specification that `object.__format__` hands on to `str`: until 3.3; it is an error since 3.4. */
export function plainFormat(): void {
  if (!since(207)) return;
  R.warn?.(
    since(303) ? 'DeprecationWarning' : 'PendingDeprecationWarning',
    'object.__format__ with a non-empty format string is deprecated',
    undefined,
    0,
  );
}
/** The text. Errors: ValueError, TypeError. */
export function formatSlot(v: Value, spec: string, unicode = false): string {
  if (typeof v === 'string') return spec === '' ? v : formatText(v, spec);
  if (typeof v === 'number') return spec === '' ? String(v + 0) : formatInt(v, spec);
  if (v instanceof PyFloat && v.cls.heap === false) return spec === '' ? repr(v) : formatFloat(v.v, spec);
  if (special(v, '$__format__') === undefined) {
    if (spec !== '') plainFormat();
    return spec === '' ? str(v) : formatText(str(v), spec);
  }
  const r = callMethod(v, '$__format__', [unicode ? new PyUnicode(spec) : spec]);
  const s = strValue(r) ?? (r instanceof PyUnicode ? r.v : undefined);
  if (r instanceof PyUnicode && !unicode) return encode(r.v, 'ascii', 'strict');
  if (s === undefined)
    throw raise(
      'TypeError',
      since(300)
        ? `__format__ must return a str, not ${r.cls.name}`
        : `${v.cls.name}.__format__ must return string or unicode, not ${r.cls.name}`,
    );
  return s;
}

/** The `__format__` of a number: without a specification what `str()` says, which a subclass may have its own words for. Errors: TypeError. */
export function numberFormat(format: (self: Value, spec: string) => string): NativeJs {
  return (self, spec) => {
    const s = strValue(spec) ?? (spec instanceof PyUnicode ? spec.v : undefined);
    if (s === undefined) throw raise('TypeError', `__format__() argument must be str, not ${spec.cls.name}`);
    const text = s === '' ? str(self) : format(self, s);
    return spec instanceof PyUnicode ? new PyUnicode(text) : text;
  };
}
