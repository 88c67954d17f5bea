/** Each case is a small program and the JavaScript that it becomes: a change in what is emitted is a change to be read. `-u` rewrites the .js.txt files. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, isEra } from '../../../src/python/compiler/index.ts';

const cases = new URL('./cases/', import.meta.url);

/** The emitted text without the parts that say little to a reader: code objects and the list of helpers. */
function readable(js: string): string {
  const lines = js.split('\n');
  return `${lines.slice(lines.findIndex((l) => l.startsWith('  let $l'))).join('\n')}\n`;
}

describe('what Python becomes', () => {
  for (const file of readdirSync(cases).filter((f) => f.endsWith('.py'))) {
    test(file, async () => {
      const source = readFileSync(new URL(file, cases), 'utf8');
      const era = /^# era: (\S+)/.exec(source)?.[1] ?? '3.13';
      if (!isEra(era)) throw new Error(`${file}: no era is called ${era}`);
      const { js } = compile(source, { filename: file, era, mode: 'exec' });
      expect(() => new Function(`return ${js}`)).not.toThrow();
      await expect(readable(js)).toMatchFileSnapshot(
        new URL(`./cases/${file.replace('.py', '.js.txt')}`, import.meta.url).pathname,
      );
    });
  }
});

describe('texts that nest or go on for long', () => {
  const long: Record<string, string> = {
    'a sum of 2,000 terms': Array(2000).fill('a').join(' + '),
    'a chain of 900 attributes': `a${'.b'.repeat(900)}`,
    '400 method calls in a row': `a${'.b()'.repeat(400)}`,
    '3,000 operands of and': Array(3000).fill('a').join(' and '),
    '90 calls within calls': `${'f('.repeat(90)}1${')'.repeat(90)}`,
  };
  for (const [title, text] of Object.entries(long))
    test(title, () => {
      const { js } = compile(`x = ${text}`, { filename: 'long.py', era: '3.13', mode: 'exec' });
      let depth = 0;
      let deepest = 0;
      for (const ch of js) {
        if (ch === '(') deepest = Math.max(deepest, ++depth);
        else if (ch === ')') depth--;
      }
      expect(deepest).toBeLessThan(60);
    });
});
