/** The Python compiler as the guest calls it: text and JSON in, JSON out, and never an exception. Loaded with the first Python program. */
import type * as Compiler from '../python/compiler/index.ts';
import type { Characters } from './characters/table.ts';

/** Characters of a source that are looked at. A longer one is wrong somewhere in these, or it is too large: more than memory and patience hold once it is compiled. */
export const LONGEST_SOURCE = 1_000_000;

/** Characters of JavaScript that QuickJS is given to read at once: some seconds of its time. */
const LONGEST_CODE = 16_000_000;

/** Characters of a line that a traceback shows. */
const LONGEST_LINE = 10_000;

let compiler: typeof Compiler | undefined;

/** Must have resolved before compileToJson is called. */
export async function loadCompiler(): Promise<void> {
  compiler ??= await import('../python/compiler/index.ts');
}

function faultJson(fault: Compiler.SyntaxFault): string {
  const { name, message, filename, line, col, endLine, endCol, text, afterParsing } = fault;
  const shown = text !== null && text.length > LONGEST_LINE ? null : text;
  return JSON.stringify({ fault: { name, message, filename, line, col, endLine, endCol, text: shown, afterParsing } });
}

/** What Python would say where only the name and a message are known. */
const bareFault = (name: string, message: string): string =>
  JSON.stringify({ fault: { name, message, filename: '', line: 1, col: 1, endLine: 1, endCol: 1, text: null } });

const tooLarge = (): string => bareFault('MemoryError', '');

/**
 * `optionsJson` holds CompileOptions; `characters` are for `\N{…}`: without them no name is known. The answer is what the compiler returned, or `{fault}`
 * with what Python would say of the text.
 */
export function compileToJson(text: string, optionsJson: string, characters?: Characters): string {
  if (!compiler) throw new Error('loadCompiler() must have ended before a program is compiled');
  const long = text.length > LONGEST_SOURCE;
  try {
    const options = JSON.parse(optionsJson) as Compiler.CompileOptions;
    const named = characters && { named: characters.namesIn(compiler.unicodeVersions[options.era]) };
    const compiled = compiler.compile(long ? text.slice(0, LONGEST_SOURCE) : text, { ...options, ...named });
    return long || compiled.js.length > LONGEST_CODE ? tooLarge() : JSON.stringify(compiled);
  } catch (error) {
    if (error instanceof compiler.SyntaxFault)
      return long && dependsOnTheEnd(error, text) ? tooLarge() : faultJson(error);
    return bareFault('SystemError', `the compiler failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Whether the fault may be one only because the text was cut off. */
function dependsOnTheEnd({ line, col, message }: Compiler.SyntaxFault, text: string): boolean {
  if (/never closed|unterminated|EOF/.test(message)) return true;
  let start = 0;
  for (let n = 1; n < line; n++) start = text.indexOf('\n', start) + 1;
  return start + (col ?? 1) >= LONGEST_SOURCE;
}
