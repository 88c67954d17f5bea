/** The bell of a page, as its workers hear it. */
import { expect, test } from 'vitest';
import { blobBell } from '../../src/sandbox/bell.ts';

test('the addresses of a bell answer with a plain text until it has rung', async () => {
  const bell = blobBell();
  const [first, second] = bell.token as readonly string[];
  const type = async (url = ''): Promise<string | null> => (await fetch(url)).headers.get('content-type');
  expect(await type(first)).toBe('text/plain');
  bell.ring();
  await expect(type(first)).rejects.toThrow();
  expect(await type(second)).toBe('text/plain');
  bell.close();
  await expect(type(second)).rejects.toThrow();
});
