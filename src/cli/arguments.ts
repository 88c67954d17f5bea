/** Reads the command line: what `python` understands, as far as it makes sense here. */

export interface Command {
  era?: string;
  /** Steps; without it only the clock ends a program. */
  fuel?: number;
  task:
    | { kind: 'help' }
    | { kind: 'batch' }
    | { kind: 'js'; file: string }
    | { kind: 'code'; code: string; rest: string[] }
    | { kind: 'file'; file: string; rest: string[] };
}

/** A command line that cannot be understood; the message says what to write. */
export class UsageError extends Error {}

export const USAGE = `usage: npm run --silent python -- [--era 3.13] [--fuel STEPS] FILE [ARGUMENT…]
       npm run --silent python -- [--era 3.13] [--fuel STEPS] -c CODE [ARGUMENT…]
       npm run --silent python -- [--era 3.13] --js FILE
       npm run --silent python -- --batch

Runs Python in the book's sandbox, as the Python of that era would. FILE may be - for standard input. --js prints the JavaScript that a program becomes.
--batch reads JSON lines {"id", "file", "era", "limit"} (limit in seconds) and answers each with {"id", "exit", "stdout", "stderr", "seconds"}.
`;

/** Throws UsageError. */
export function readArguments(args: string[]): Command {
  const command: Omit<Command, 'task'> = {};
  const value = (option: string, index: number): string => {
    const found = args[index];
    if (found === undefined) throw new UsageError(`${option} needs a value after it`);
    return found;
  };
  for (let i = 0; i < args.length; i++) {
    const option = args[i] ?? '';
    if (option === '--era') command.era = value(option, ++i);
    else if (option === '--fuel') {
      command.fuel = Number(value(option, ++i));
      if (!(command.fuel > 0)) throw new UsageError(`--fuel needs a number of steps, not ${args[i]}`);
    } else if (option === '-h' || option === '--help') return { ...command, task: { kind: 'help' } };
    else if (option === '--batch') return { ...command, task: { kind: 'batch' } };
    else if (option === '--js') return { ...command, task: { kind: 'js', file: value(option, i + 1) } };
    else if (option === '-c')
      return { ...command, task: { kind: 'code', code: value(option, i + 1), rest: args.slice(i + 2) } };
    else if (option.startsWith('-') && option !== '-') throw new UsageError(`there is no option ${option}`);
    else return { ...command, task: { kind: 'file', file: option, rest: args.slice(i + 1) } };
  }
  throw new UsageError('a FILE, -c CODE, or --batch is needed');
}
