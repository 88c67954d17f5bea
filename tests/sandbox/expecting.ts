import { expect } from 'vitest';
import type { Case, Result } from './case.ts';

/** Compares a result with what its case says. */
export function expectResult(
  { output, outcome }: Result,
  { output: text, outcome: { message, ...fields } }: Case,
): void {
  const context = JSON.stringify(outcome);
  if (typeof text === 'string') expect(output, context).toBe(text);
  else expect(output, context).toMatch(text);
  expect(outcome).toMatchObject(fields);
  if (message) expect(outcome.message).toMatch(message);
}
