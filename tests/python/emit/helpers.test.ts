/** What compiled code may take from the runtime is there to be taken. */
import { expect, test } from 'vitest';
import { helpers } from '../../../src/python/compiler/helpers.ts';
import '../../../src/python/runtime/index.ts';
import { table } from '../../../src/python/runtime/code.ts';

test('the runtime has every helper of the list', () => {
  const missing = Object.keys(helpers).filter((name) => table[name] === undefined);
  expect(missing).toEqual([]);
});
