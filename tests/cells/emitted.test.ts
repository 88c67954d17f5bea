/** The JavaScript that a chapter shows beside a Python cell: the compiler's, cut to one function. */
import { expect, test } from 'vitest';
import { javascriptOf } from '../../src/cells/emitted.ts';
import { parseChapter } from '../../src/cells/parse.ts';

const chapter = (source: string, of: string) =>
  parseChapter(
    `---\ntitle: A chapter\nera: '3.6'\n---\n\n\`\`\`python run\n${source}\n\`\`\`\n\n\`\`\`js becomes ${of}\n\`\`\`\n`,
    'a.mdx',
  );

async function shown(source: string, of: string): Promise<string | undefined> {
  const read = chapter(source, of);
  return javascriptOf(read, read.cells[0]!);
}

const source = `
def plain(a):
    def inner(b):
        return b
    return inner(a)

async def waiting(x):
    await x

class Thing:
    def method(self):
        yield 1
`;

test.each([
  ['plain', /^function plain\$\d+\(a\) \{\n[\s\S]*inner[\s\S]*\n\}\n$/],
  ['inner', /^function inner\$\d+\(b\) \{\n {2}\S[\s\S]*\n\}\n$/],
  ['waiting', /^function\* waiting\$\d+i\(\$f, x\) \{\n[\s\S]*yield[\s\S]*\n\}\n$/],
  ['method', /^function\* method\$\d+i\(\$f, self\) \{\n[\s\S]*yield 1[\s\S]*\n\}\n$/],
])('%s is shown whole, without what stands around it', async (of, expected) => {
  const js = await shown(source, of);
  expect(js).toMatch(expected);
  expect(() => new Function(`return (${js!.trim()})`)).not.toThrow();
});

test('a name that no function has, or a program that is refused, has none', async () => {
  expect(await shown(source, 'thing')).toBeUndefined();
  expect(await shown('def broken(:', 'broken')).toBeUndefined();
});
