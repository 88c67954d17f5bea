/** Built-ins and methods are there in the Pythons that the table of eras names, and in no others. */
import { afterAll, expect, test } from 'vitest';
import { builtIns, methods } from '../../src/python/compiler/built-in-eras.ts';
import { atLeast, eras, type Era } from '../../src/python/compiler/eras.ts';
import { Sandbox } from '../../src/sandbox/node.ts';

const sandbox = new Sandbox();
afterAll(() => sandbox.close());

/** What this Python has not got: files, and raw memory. */
const missing = ['file', 'buffer'];
/** The library is written with these, in 1.5.2 too. */
const early = ['object', 'dict', 'super', 'property', 'classmethod', 'staticmethod'];

const program = (names: readonly string[]): string => `
try:
    import builtins
except ImportError:
    import __builtin__
    builtins = __builtin__
import sys
for text in ${JSON.stringify(names.map((name) => [name, ...name.split('.')]))}:
    here = builtins
    for name in text[1:]:
        here = getattr(here, name, builtins)
    if here is not builtins:
        sys.stdout.write(text[0] + '\\n')
`;
const table = [...builtIns, ...methods.filter(([name]) => /^(?:dict|str)\./.test(name))].filter(
  ([name]) => !missing.includes(name),
);

test.each(eras.map(({ era }) => era))('in %s', async (era: Era) => {
  let printed = '';
  const text = program(table.map(([name]) => name));
  await sandbox.run({ language: 'python', era, sources: [{ filename: 'names.py', text }] }, (event) => {
    if (event.type === 'output') printed += event.text;
  });
  const there = table.filter(
    ([name, arrives, leaves]) =>
      (!arrives || early.includes(name) || atLeast(era, arrives)) && !(leaves && atLeast(era, leaves)),
  );
  expect(printed.trim().split('\n')).toEqual(there.map(([name]) => name));
});
