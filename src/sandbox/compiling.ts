/** The Python compiler as the guest calls it: text and JSON in, JSON out, and never an exception. Loaded with the first Python program. */
import type * as Compiler from '../python/compiler/index.ts';

let compiler: typeof Compiler | undefined;

/** Must have resolved before compileToJson is called. */
export async function loadCompiler(): Promise<void> {
  compiler ??= await import('../python/compiler/index.ts');
}

const faultFields = (fault: Compiler.SyntaxFault): object => {
  const { name, message, filename, line, col, endLine, endCol, text, afterParsing } = fault;
  return { fault: { name, message, filename, line, col, endLine, endCol, text, afterParsing } };
};

/** `optionsJson` holds CompileOptions. The answer is what the compiler returned, or `{fault}` with what Python would say of the text. */
export function compileToJson(text: string, optionsJson: string): string {
  if (!compiler) throw new Error('loadCompiler() must have ended before a program is compiled');
  try {
    return JSON.stringify(compiler.compile(text, JSON.parse(optionsJson) as Compiler.CompileOptions));
  } catch (error) {
    if (error instanceof compiler.SyntaxFault) return JSON.stringify(faultFields(error));
    const message = `the compiler failed: ${error instanceof Error ? error.message : String(error)}`;
    return JSON.stringify({
      fault: { name: 'SystemError', message, filename: '', line: 1, col: 1, endLine: 1, endCol: 1, text: null },
    });
  }
}
