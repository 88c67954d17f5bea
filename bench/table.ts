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

export function table(rows: readonly Row[]): string {
  const head = ['program', 'ms', 'against', 'ms', 'ratio', 'aim', 'CPython 3.13, ms'];
  const body = rows.map((row) => {
    const ratio = row.ours / row.theirs;
    const aim = row.aim === undefined ? '' : `≤ ${row.aim}${ratio > row.aim ? ' (missed)' : ''}`;
    return [
      row.what,
      ms(row.ours),
      row.against,
      ms(row.theirs),
      ratio.toFixed(ratio < 0.1 ? 3 : 2),
      aim,
      row.cpython === undefined ? '' : ms(row.cpython),
    ];
  });
  const widths = head.map((title, column) => Math.max(title.length, ...body.map((cells) => cells[column]!.length)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => (i === 0 || i === 2 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 || i === 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}

function ms(time: number): string {
  return time < 10 ? time.toFixed(2) : time.toFixed(time < 100 ? 1 : 0);
}
