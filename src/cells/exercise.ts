/**
 * How an attempt at an exercise is checked; the page, the tests and the oracle all do it so. The reader's program runs and is heard. If it
 * ends by itself, it runs once more, unheard, with two things after it: `printed`, all that it printed, and the check. What
 * the check raises is what is still wrong.
 */
import type { Outcome, Program, Source } from '../sandbox/protocol.ts';

/** What a traceback calls a check. */
export const checkName = (exercise: string): string => `<check of ${exercise}>`;

/** The program of the second run. */
export function withCheck(program: Program, printed: string, check: Source): Program {
  const { language, era, sources } = program;
  const given =
    language === 'js' ? `const printed = ${JSON.stringify(printed)};` : `printed = ${literal(printed, era)}`;
  return {
    language,
    ...(era !== undefined && { era }),
    sources: [...sources, { filename: '<printed>', text: `${given}\n` }, check],
  };
}

/**
 * What is still wrong, from how the second run ended and what it wrote: the sentence that the check raised, without the name of its
 * exception; of any other exception the name too. Undefined when nothing is.
 */
export function stillWrong(outcome: Outcome, written: string): string | undefined {
  if (outcome.status === 'done') return undefined;
  const { exception, message } = outcome;
  if (exception === undefined) return message ?? `the check ended in ${outcome.status}`;
  const lines = written.trimEnd().split('\n');
  const at = lines.findLastIndex((line) => line === exception || line.startsWith(`${exception}: `));
  if (at < 0) return exception;
  const said = lines
    .slice(at)
    .filter((line) => !/^ {2,}(at|File) /.test(line))
    .join('\n');
  return asserted(exception) ? said.slice(exception.length + 2) : said;
}

/** Whether an exception is one that checks raise on purpose. */
export function asserted(exception: string | undefined): boolean {
  return exception === 'AssertionError' || exception === 'Error';
}

/** A text as Python writes it in ASCII: bytes of UTF-8 before Python 3, as its own `print` wrote them. */
function literal(text: string, era = '3'): string {
  const old = /^[12]\./.test(era);
  const escaped = Array.from(text, (character) => {
    if (character === '\\' || character === "'") return `\\${character}`;
    if (character === '\n') return '\\n';
    if (/^[ -~]$/.test(character)) return character;
    if (!old) return `\\U${character.codePointAt(0)!.toString(16).padStart(8, '0')}`;
    return Array.from(new TextEncoder().encode(character), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(
      '',
    );
  });
  return `'${escaped.join('')}'`;
}
