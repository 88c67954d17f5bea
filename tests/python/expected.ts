/** What a program of `programs/` says of itself: in which Pythons it runs, and where what it prints there is written. */
import { existsSync } from 'node:fs';

/** The first line of a program may say `# era: 2.7`, or several: `# era: 3.6 3.8 3.13`. */
export function erasOf(text: string): string[] {
  return /^# era: (\d[\d. ]*)/.exec(text)?.[1]?.trim().split(/ +/) ?? ['3.13'];
}

/** `name.out`, which is for all Pythons but those that have a `name.3.6.out` of their own, as they print something else. */
export function outputFile(program: string, era: string): string {
  const own = program.replace(/\.py$/, `.${era}.out`);
  return existsSync(own) ? own : program.replace(/\.py$/, '.out');
}
