/** The command line `npm run --silent python -- …`; see USAGE in arguments.ts. */
import { batch } from './batch.ts';
import { printJs, run } from './run.ts';
import { readArguments, USAGE, UsageError } from './arguments.ts';

async function main(): Promise<number> {
  const command = readArguments(process.argv.slice(2));
  switch (command.task.kind) {
    case 'help':
      process.stdout.write(USAGE);
      return 0;
    case 'batch':
      await batch(process.stdin, process.stdout);
      return 0;
    case 'js':
      return printJs(command, command.task.file);
    default:
      return run(command);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
