/** Tuples with named fields, such as `sys.version_info` and `time.struct_time`. */
import { define } from './define.ts';
import type { Value } from './object.ts';
import { repr } from './repr.ts';
import type { PyTuple } from './values.ts';
import { tuple } from './tuple.ts';

export interface StructSequence {
  type: Value;
  make: (values: Value[]) => Value;
}
export function structSequence(name: string, fields: string[]): StructSequence {
  const short = name.slice(name.lastIndexOf('.') + 1);
  const t = define(short, {
    base: tuple,
    module: name.slice(0, name.lastIndexOf('.')),
    final: true,
    statics: { '__new__(cls, sequence, dict=None, /)': (_cls, seq) => make(seq.a) },
    methods: {
      '__repr__(self, /)': (self) => `${name}(${fields.map((f, i) => `${f}=${repr(self.a[i])}`).join(', ')})`,
    },
    attributes: Object.fromEntries(fields.map((f, i) => [f, (o: Value) => o.a[i]])),
    values: { n_fields: fields.length, n_sequence_fields: fields.length, n_unnamed_fields: 0 },
  });
  function make(values: Value[]): Value {
    const o: PyTuple = Object.create(t.proto);
    o.a = values;
    return o;
  }
  return { type: t, make };
}
