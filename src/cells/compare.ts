/** Whether what a cell printed is what its chapter says, and where it is not. Needs nothing: the page uses it as it is. */

/** One line of a difference: in both, in the transcript only (`-`), or in the output only (`+`). */
export interface DifferenceLine {
  sign: ' ' | '-' | '+';
  text: string;
}

export interface Mismatch {
  agrees: false;
  difference: DifferenceLine[];
  /** The first line of the transcript that differs, from 1; one past its end when the output goes on. */
  line: number;
}

export type Comparison = { agrees: true } | Mismatch;

/** Past this many comparisons a difference is not worth its time: all old lines out, all new ones in. */
const maximalWork = 4_000_000;

/**
 * Compares a transcript with an output. `0x…` in the transcript stands for any address; nothing else is a wildcard.
 * A transcript is whole lines, so an output whose last line has no ending agrees as if it had one; any line ending is
 * like any other, as in Markdown. No transcript (null) agrees with no output.
 */
export function compare(transcript: string | null, output: string): Comparison {
  const documented = lines(transcript ?? '');
  const actual = lines(output);
  const same = documented.length === actual.length && documented.every((line, index) => matches(line, actual[index]!));
  if (same) return { agrees: true };
  const difference = diff(documented, actual);
  return { agrees: false, difference, line: difference.findIndex(({ sign }) => sign !== ' ') + 1 };
}

/** A difference as text, a line each, with three lines of context around every change. */
export function printDifference(difference: readonly DifferenceLine[], context = 3): string {
  const near = (index: number) =>
    difference.slice(Math.max(0, index - context), index + context + 1).some(({ sign }) => sign !== ' ');
  const shown: string[] = [];
  for (const [index, { sign, text }] of difference.entries()) {
    if (near(index)) shown.push(`${sign} ${text}`.trimEnd());
    else if (shown.at(-1) !== '  …') shown.push('  …');
  }
  return shown.join('\n');
}

/** An address is its own from run to run of another Python: a new transcript has `0x…` for it. */
export function withoutAddresses(output: string): string {
  return output.replace(/\bat 0x[0-9a-fA-F]{6,16}\b/g, 'at 0x…');
}

/** The lines of a text; its last line counts with or without an ending. */
function lines(text: string): string[] {
  const all = text.split(/\r\n|\n|\r/);
  if (all.at(-1) === '') all.pop();
  return all;
}

function matches(documented: string, actual: string): boolean {
  if (!documented.includes('0x…')) return documented === actual;
  const pattern = documented.split('0x…').map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(`^${pattern.join('0x[0-9a-fA-F]+')}$`, 'u').test(actual);
}

/** The longest common subsequence, between a common beginning and a common end. */
function diff(a: string[], b: string[]): DifferenceLine[] {
  let head = 0;
  while (head < a.length && head < b.length && matches(a[head]!, b[head]!)) head += 1;
  let tail = 0;
  const room = Math.min(a.length, b.length) - head;
  while (tail < room && matches(a[a.length - 1 - tail]!, b[b.length - 1 - tail]!)) tail += 1;
  const same = (text: string): DifferenceLine => ({ sign: ' ', text });
  return [
    ...b.slice(0, head).map(same),
    ...between(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...b.slice(b.length - tail).map(same),
  ];
}

function between(a: string[], b: string[]): DifferenceLine[] {
  const out = (text: string): DifferenceLine => ({ sign: '-', text });
  const into = (text: string): DifferenceLine => ({ sign: '+', text });
  if (a.length * b.length > maximalWork) return [...a.map(out), ...b.map(into)];
  const common = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const longest = Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
      common[i]![j] = matches(a[i]!, b[j]!) ? common[i + 1]![j + 1]! + 1 : longest;
    }
  }
  const result: DifferenceLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && matches(a[i]!, b[j]!)) {
      result.push({ sign: ' ', text: b[j]! });
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || common[i + 1]![j]! >= common[i]![j + 1]!)) result.push(out(a[i++]!));
    else result.push(into(b[j++]!));
  }
  return result;
}
