/** The command line, as a reader of the README would call it. */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'command-line-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

interface Ended {
  exit: number | null;
  stdout: string;
  stderr: string;
}

const python = (args: string[], input = ''): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['src/cli/python.ts', ...args],
      { maxBuffer: 1 << 28 },
      (_error, stdout, stderr) => resolve({ exit: child.exitCode, stdout, stderr }),
    );
    child.stdin?.end(input);
  });

describe('one program', { timeout: 60_000 }, () => {
  test('a file, with its arguments', async () => {
    const path = file('arguments.py', 'import sys\nprint(sys.argv[1:], __file__ == sys.argv[0], __name__)');
    expect(await python([path, 'a', '--era'])).toEqual({
      exit: 0,
      stdout: "['a', '--era'] True __main__\n",
      stderr: '',
    });
  });

  test('-c, and standard input as a program and as input', async () => {
    expect(await python(['-c', 'print(6 * 7)'])).toEqual({ exit: 0, stdout: '42\n', stderr: '' });
    expect(await python(['-'], 'print(1)\n')).toEqual({ exit: 0, stdout: '1\n', stderr: '' });
    expect(await python(['-c', 'print(input())'], 'a line\n')).toEqual({ exit: 0, stdout: 'a line\n', stderr: '' });
  });

  test('an exception goes to standard error and gives 1; sys.exit gives its number', async () => {
    const path = file('fails.py', 'print("out")\nraise ValueError("no")');
    const failed = await python([path]);
    expect(failed).toMatchObject({ exit: 1, stdout: 'out\n' });
    expect(failed.stderr).toMatch(
      /^Traceback \(most recent call last\):\n {2}File ".*fails\.py", line 2, in <module>\n[^]*ValueError: no\n$/,
    );
    expect(await python(['-c', 'import sys; sys.exit(5)'])).toEqual({ exit: 5, stdout: '', stderr: '' });
  });

  test('the era decides what is Python', async () => {
    expect(await python(['--era', '2.7', '-c', 'print "old", 7 / 2'])).toEqual({
      exit: 0,
      stdout: 'old 3\n',
      stderr: '',
    });
    const now = await python(['-c', 'print "old"']);
    expect(now).toMatchObject({ exit: 1, stdout: '' });
    expect(now.stderr).toContain('SyntaxError: Missing parentheses');
  });

  test('--fuel ends a loop, with a message', async () => {
    const ended = await python(['--fuel', '2000000', '-c', 'while True: pass']);
    expect(ended).toMatchObject({ exit: 1, stdout: '' });
    expect(ended.stderr).toMatch(/^Stopped after 2,000,000 steps/);
  });

  test('--js prints the JavaScript', async () => {
    const ended = await python(['--js', file('js.py', 'def launch():\n    yield 1\n')]);
    expect(ended).toMatchObject({ exit: 0, stderr: '' });
    expect(ended.stdout).toMatch(/function\*/);
  });

  test('a mistake on the command line says what to write', async () => {
    expect(await python(['--era', '3.99', '-c', '1'])).toMatchObject({
      exit: 2,
      stderr: expect.stringMatching(/there is no era 3\.99; the eras are 1\.5\.2, /) as string,
    });
    expect(await python(['--nonsense'])).toMatchObject({
      exit: 2,
      stderr: expect.stringMatching(/there is no option --nonsense\n\nusage: /) as string,
    });
    expect(await python([join(folder, 'absent.py')])).toMatchObject({
      exit: 2,
      stderr: expect.stringMatching(/can't open file/) as string,
    });
  });
});

test('--batch answers every line, whatever the programs do', { timeout: 120_000 }, async () => {
  const programs: Record<string, string> = {
    good: 'print("good")',
    fails: 'raise KeyError("x")',
    loops: 'while True: pass',
    native: 'x = " " * 1_000_000\nfor i in range(10**9): x.count("b")',
    floods: 'for i in range(10**9): print("x" * 1000)',
    eats: 'a = []\nwhile True: a.append([0] * 10**6)',
    changes: 'import sys\nsys.modules.clear()\nprint("changed")',
    last: 'print("last")',
  };
  const requests = Object.entries(programs).map(([id, text]) => ({
    id,
    file: file(`${id}.py`, text),
    era: '3.13',
    limit: 2,
  }));
  requests.push({ id: 'absent', file: join(folder, 'absent.py'), era: '3.13', limit: 2 });
  const child = spawn(process.execPath, ['src/cli/python.ts', '--batch'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(requests.map((request) => JSON.stringify(request)).join('\n'));
  let text = '';
  for await (const chunk of child.stdout) text += String(chunk);
  const answers = Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Ended & { id: string; seconds: number })
      .map((answer) => [answer.id, answer]),
  );
  expect(Object.keys(answers).toSorted()).toEqual([...Object.keys(programs), 'absent'].toSorted());
  expect(answers['good']).toMatchObject({ exit: 0, stdout: 'good\n', stderr: '' });
  expect(answers['fails']).toMatchObject({ exit: 1, stderr: expect.stringMatching(/KeyError: 'x'\n$/) as string });
  for (const id of ['loops', 'native', 'floods']) {
    expect(answers[id]).toMatchObject({ exit: 1, stderr: expect.stringMatching(/Stopped after/) as string });
  }
  expect(answers['eats']?.exit).toBe(1);
  expect(answers['last']).toMatchObject({ exit: 0, stdout: 'last\n' });
  expect(answers['absent']).toMatchObject({ exit: 2, stderr: expect.stringMatching(/can't open file/) as string });
});
