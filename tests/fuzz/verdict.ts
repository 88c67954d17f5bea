/** Runs one program as a reader would, and says whether what came of it could have come of a Python. */
import { Sandbox } from '../../src/sandbox/node.ts';
import type { Limits, Outcome } from '../../src/sandbox/protocol.ts';

/** Enough for any program of the tests, and little enough that an endless loop ends soon. */
const LIMITS: Partial<Limits> = { fuel: 40_000_000, outputChars: 200_000, outputLines: 5_000, seconds: 20 };

/** Sentences that only a JavaScript machine says, and the names of errors that Python does not have. */
const FOREIGN = [
  /^(?:InternalError|RangeError|URIError|EvalError)\b.*$/m,
  /^ReferenceError: .* is not (?:defined|initialized)$/m,
  /^SystemError\b.*$/m,
  /^.*\bis not a (?:function|constructor)$/m,
  /^.*\b(?:cannot|Cannot) (?:read|set|convert|mix) .*\b(?:undefined|null|properties|BigInt|property)\b.*$/m,
  /^\w+(?:Error|Exception|Warning)?: .*\bundefined\b.*$/m,
  /^.*\b(?:stack overflow|Maximum call stack|too much recursion)\b.*$/m,
  /^.*\[object [A-Z]\w*\].*$/m,
  /^.*\bthe compiler failed\b.*$/m,
  /^SyntaxError: (?:expecting|unexpected token|invalid number literal|missing formal|unsupported keyword)\b.*$/m,
];

export type Kind = 'words' | 'lost' | 'hang';

export interface Finding {
  kind: Kind;
  /** What was said, without places and addresses: findings with the same words have, most likely, the same cause. */
  words: string;
}

export interface Result {
  finding: Finding | null;
  outcome: Outcome;
  output: string;
  /** Milliseconds. */
  took: number;
}

/** The first sentence of `output` that is JavaScript's, unless the program itself holds its words. */
export function foreignWords(output: string, program: string): string | null {
  for (const pattern of FOREIGN) {
    for (const found of output.matchAll(new RegExp(pattern, 'gm'))) {
      const line = found[0].trim();
      const said = /^\w+: (.+)$/.exec(line)?.[1] ?? line;
      if (!program.includes(line) && !program.includes(said)) return line;
    }
  }
  return null;
}

/** A process of its own for hostile programs. */
export class Trial {
  private readonly sandbox = new Sandbox({ spare: false });

  /** Compiles and runs the text in the Python of that era. Rejects only when the sandbox cannot start. */
  async run(text: string, era: string, limits: Partial<Limits> = {}): Promise<Result> {
    let output = '';
    const began = performance.now();
    const outcome = await this.sandbox.run(
      { language: 'python', era, sources: [{ filename: 'program.py', text }], limits: { ...LIMITS, ...limits } },
      (event) => {
        if (event.type === 'output') output += event.text;
      },
    );
    return { finding: findingOf(outcome, output, text), outcome, output, took: performance.now() - began };
  }

  close(): void {
    this.sandbox.close();
  }
}

function findingOf(outcome: Outcome, output: string, text: string): Finding | null {
  if (outcome.status === 'crashed') return { kind: 'lost', words: outcome.message ?? '' };
  // Fuel and memory end what Python can see; what the clock has to end, and a stack that was not counted, are the sandbox's own failures.
  if (outcome.limit === 'seconds' || outcome.limit === 'stack') return { kind: 'hang', words: outcome.message ?? '' };
  const words = foreignWords(output, text);
  return words === null ? null : { kind: 'words', words: words.replace(/0x[0-9a-f]+/g, '0x…').replace(/\d+/g, '#') };
}
