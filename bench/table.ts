/** One line of the table: our program, what it is measured against, and the ratio that is aimed at. Times in milliseconds of one run. */
export interface Row {
  what: string;
  ours: number;
  against: string;
  theirs: number;
  /** The highest ratio ours/theirs that is good enough; absent where none was set. */
  aim?: number;
  /** Milliseconds that CPython takes for the same program, where one was found. */
  cpython?: number;
}

/** A program with many of something; how its cost grows when there are twice as many. Times in milliseconds of one run. */
export interface LoopRow {
  what: string;
  n: number;
  ours: number;
  /** The steps that 2n take, as a multiple of those that n take. */
  growth: number;
  /** The highest time that is good enough; absent where none was set. */
  aim?: number;
  cpython?: number;
}

/** What an idiom of JavaScript costs, as a multiple of the cheapest. */
export interface Idiom {
  what: string;
  ratio: number;
}

/** A number that stands for itself, with the highest value that is good enough. */
export interface Fact {
  what: string;
  value: number;
  unit: string;
  aim?: number;
}

export function table(rows: readonly Row[]): string {
  const body = rows.map((row) => {
    const ratio = row.ours / row.theirs;
    const cpython = row.cpython === undefined ? '' : short(row.cpython);
    return [row.what, short(row.ours), row.against, short(row.theirs), short(ratio), aim(ratio, row.aim), cpython];
  });
  return layOut(['program', 'ms', 'against', 'ms', 'ratio', 'aim', 'CPython 3.13, ms'], body, [0, 2]);
}

export function loopTable(rows: readonly LoopRow[]): string {
  const body = rows.map(({ what, n, ours, growth, aim: limit, cpython }) => [
    what,
    String(n),
    short(ours),
    aim(ours, limit),
    short(growth),
    cpython === undefined ? '' : short(cpython),
  ]);
  return layOut(['loops', 'n', 'ms', 'aim', 'twice as many', 'CPython 3.13, ms'], body, [0]);
}

export function factTable(facts: readonly Fact[]): string {
  const body = facts.map((fact) => [fact.what, `${short(fact.value)} ${fact.unit}`, aim(fact.value, fact.aim)]);
  return layOut(['in the browser', 'measured', 'aim'], body, [0]);
}

export function idiomTable(idioms: readonly Idiom[]): string {
  return layOut(
    ['JavaScript in QuickJS', 'of a var'],
    idioms.map(({ what, ratio }) => [what, short(ratio)]),
    [0],
  );
}

function aim(value: number, limit: number | undefined): string {
  if (limit === undefined) return '';
  return `≤ ${limit}${value > limit ? ' (missed)' : ''}`;
}

/** Markdown that is legible in a terminal too; all columns but the named ones hold numbers and stand to the right. */
function layOut(head: string[], body: string[][], left: number[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...body.map((cells) => cells[column]!.length)));
  const pad = (text: string, column: number) =>
    left.includes(column) ? text.padEnd(widths[column]!) : text.padStart(widths[column]!);
  const rule = widths.map((width, column) => (left.includes(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [head.map(pad), rule, ...body.map((cells) => cells.map(pad))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Two or three significant digits. */
function short(value: number): string {
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
}
