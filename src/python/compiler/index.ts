/** The compiler: Python source of an era in, JavaScript for the runtime out. */
import { parse } from './parser.ts';
import { has } from './eras.ts';
import type { Era } from './eras.ts';
import { absentModules } from './library-eras.ts';
import { analyse } from './scope.ts';
import { Unit } from './emit/code.ts';
import { emitModule } from './emit/module.ts';
import { SyntaxFault } from './syntax-error.ts';
import type { SyntaxNotice } from './syntax-error.ts';

export { SyntaxFault } from './syntax-error.ts';
export type { FaultName, FaultPlace, SyntaxNotice } from './syntax-error.ts';
export type { Era } from './eras.ts';
export { eras, atLeast, isEra } from './eras.ts';
export { unicodeVersions } from './unicode-versions.ts';

export interface CompileOptions {
  filename: string;
  era: Era;
  mode: 'exec' | 'eval' | 'single';
  /** Names live in a namespace of their own, N, before the globals: `exec` and `eval` with locals. */
  split?: boolean;
  /** `await` at the top level makes the module a coroutine: the function then returns it. */
  topLevelAwait?: boolean;
  /** A text of the program itself, which sees only the modules of its era; the library's own modules see all. */
  main?: boolean;
  /** Already imported from `__future__`. */
  futures?: readonly string[];
  /** Generators tell their local variables (`gi_frame.f_locals`); on by itself when the source mentions them. */
  frames?: boolean;
  /** Generators and coroutines are named by the call that made them: for the trace. */
  labels?: boolean;
  /** A module of the library: what it drops is finalised when the program's own code goes on, not at each of its statements. */
  stdlib?: boolean;
  /** Looks a character up by its Unicode name, for `\N{…}`. */
  named?: (name: string) => string | null;
}

export interface Compiled {
  /** A JavaScript expression: `(function ($, G, N) { … })`. */
  js: string;
  warnings: SyntaxNotice[];
  /** What the source imported from `__future__`, for a session that goes on. */
  futures: string[];
  /** Of a program's own text: the modules that its Python had not yet, or no more. */
  absent?: string[];
}

const looksAtFrames = /\b(f_locals|getgeneratorlocals|getcoroutinelocals|getasyncgenlocals)\b/;
const looksAtCells = /\b(__closure__|func_closure|cell_contents|getclosurevars)\b/;
const traces = /\bset(?:trace|profile)\b/;
const profiles = /\bsetprofile\b/;
const limits = /\bsetrecursionlimit\b/;
const looksAtCode = /\b(co_consts|dis)\b/;

/** Compiles Python to JavaScript. Throws a SyntaxFault with what Python of that era would say. */
export function compile(source: string, options: CompileOptions): Compiled {
  const warnings: SyntaxNotice[] = [];
  const { filename, era, mode } = options;
  try {
    const root = parse(source, {
      filename,
      era,
      mode,
      ...(options.main || options.stdlib ? { file: true } : {}),
      warn: (w) => void warnings.push(w),
      ...(options.futures ? { futures: options.futures } : {}),
      ...(options.topLevelAwait ? { topLevelAwait: true } : {}),
      ...(options.named ? { named: options.named } : {}),
    });
    const split = options.split ?? false;
    const symbols = analyse(root, era, split);
    const unit = new Unit(
      {
        filename,
        era,
        mode,
        split,
        topLevelAwait: options.topLevelAwait ?? false,
        frames: options.frames ?? looksAtFrames.test(source),
        labels: options.labels ?? false,
        details: looksAtCode.test(source),
        cells: looksAtCells.test(source),
        traced: options.stdlib !== true && traces.test(source),
        profiled: options.stdlib !== true && profiles.test(source),
        counted: options.stdlib !== true && limits.test(source),
        finalises: options.stdlib !== true,
        futures: new Set(root.futures),
      },
      symbols,
      source,
    );
    const absent = options.main ? { absent: absentModules((name) => has(era, name)) } : {};
    return { js: emitModule(unit, root), warnings, futures: root.futures, ...absent };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new SyntaxFault('RecursionError', 'maximum recursion depth exceeded during compilation', {
      filename,
      line: 1,
      col: null,
      endLine: null,
      endCol: null,
      text: null,
    });
  }
}
