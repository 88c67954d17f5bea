/** _string: what string.Formatter stands on; in Python 2 hidden methods of str. Source: the library reference, "Custom String Formatting". */
import { extend, defineFunctions } from '../define.ts';
import { raise } from '../errors.ts';
import { PyIterator, defineIterator } from '../iteration.ts';
import { nativeModule } from '../modules.ts';
import type { Value } from '../object.ts';
import { strValue } from '../operands.ts';
import { None } from '../singletons.ts';
import { str } from '../str.ts';
import { indexKey, parseFieldName, parseFormat } from '../str-format.ts';
import { PyTuple } from '../values.ts';

class FormatterIterator extends PyIterator {}
defineIterator('formatteriterator', FormatterIterator);
class FieldNameIterator extends PyIterator {}
defineIterator('fieldnameiterator', FieldNameIterator);

const textOf = (v: Value): string => {
  const s = strValue(v);
  if (s === undefined) throw raise('TypeError', `expected str, got ${v.cls.name}`);
  return s;
};
function* parts(text: string): Generator<Value> {
  for (const { literal, field } of parseFormat(text))
    yield new PyTuple([
      literal,
      ...(field === null ? [None, None, None] : [field.name, field.spec, field.conversion ?? None]),
    ]);
}
function* steps(all: ReturnType<typeof parseFieldName>['steps']): Generator<Value> {
  for (const s of all) yield new PyTuple([s.attribute, s.attribute ? s.key : (indexKey(s.key) ?? s.key)]);
}
const parser = (text: Value): Value => new FormatterIterator(parts(textOf(text)));
function split(name: Value): Value {
  const { first, steps: rest } = parseFieldName(textOf(name));
  return new PyTuple([indexKey(first) ?? first, new FieldNameIterator(steps(rest))]);
}
nativeModule('_string', 303, 9999, (ns) =>
  defineFunctions(ns, {
    'formatter_parser(format_string, /)': parser,
    'formatter_field_name_split(format_string, /)': split,
  }),
);
extend(str, {
  methods: { '_formatter_parser(self, /) @2.6-2.7': parser, '_formatter_field_name_split(self, /) @2.6-2.7': split },
});
