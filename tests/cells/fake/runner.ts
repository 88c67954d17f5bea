/**
 * A runner for the tests of verification: it needs no sandbox. A program's lines are orders: `print TEXT`, `raise NAME`,
 * `read` (prints a line of its input), `limit`.
 */
import type { Event, Outcome, Program } from '../../../src/sandbox/protocol.ts';

export function run(program: Program, onEvent: (event: Event) => void): Promise<Outcome> {
  const last = program.sources.length - 1;
  const end = (source: number, rest: Partial<Outcome> = {}): Promise<Outcome> =>
    Promise.resolve({ status: 'done', exit: 0, source, fuel: 1, ...rest });
  for (const [index, { filename, text, raises, stdin }] of program.sources.entries()) {
    const input = (stdin ?? '').split('\n');
    const write = (what: string) => {
      if (index === last) onEvent({ type: 'output', stream: 'stdout', text: `${what}\n` });
    };
    for (const row of text.split('\n')) {
      const [order = '', ...words] = row.split(' ');
      const rest = words.join(' ');
      if (order === 'print') write(rest.replaceAll('\\n', '\n'));
      else if (order === 'read') write(input.shift() ?? '');
      else if (order === 'limit')
        return end(index, { status: 'limit', limit: 'fuel', message: `10 steps were used up, in ${filename}` });
      else if (order === 'raise') {
        write(`Traceback: ${rest}`);
        if (index === last || rest !== raises) return end(index, { status: 'exception', exit: 1, exception: rest });
        break;
      }
    }
  }
  return end(last);
}
