/** The runtime's door: runs a Python program inside the sandbox. Everything else in this folder is reached from here. */
import type { GuestHost, GuestOutcome } from '../../sandbox/guest/host-interface.ts';
import { refreshOpaqueRoot, wording } from './object.ts';
import './exceptions.ts';
import './object-methods.ts';
import './super.ts';
import './type-methods.ts';
import './descriptors.ts';
import './class-statement.ts';
import './method.ts';
import './functions.ts';
import './generator-types.ts';
import './asyncgen.ts';
import './types.ts';
import { B } from './builtins.ts';
import type { Run } from './code.ts';
import { compileText, sources, table } from './code.ts';
import { Native } from './native.ts';
import { activate } from './define.ts';
import { E } from './errors.ts';
import { isException } from './base-exception.ts';
import { isStop, normalise } from './exceptions.ts';
import { endAll, reapAll } from './finalise.ts';
import { ignoreInterrupts } from './interrupt.ts';
import { beginTrace, endTrace } from './lanes.ts';
import type { Value } from './object.ts';
import { PyObject } from './object.ts';
import { intValue } from './operands.ts';
import { formatException } from './print-traceback.ts';
import { importModule, loaded, newModule, readAhead } from './modules.ts';
import { str } from './repr.ts';
import { None } from './singletons.ts';
import { R, since, versionNumber } from './state.ts';
import { beginRoom } from './room.ts';
import { complain, hostLink } from './streams.ts';
import { fillSys } from './sys.ts';
import './table.ts';

refreshOpaqueRoot();

export interface PythonProgram {
  era: string;
  /** `raises`: the exception that an earlier source must end in, and is passed over. */
  sources: { filename: string; text: string; raises?: string; await?: true }[];
  argv: string[];
  trace: boolean;
}

/** Leaving a `for…of` early leaves the generator as it stands, as Python's loops do: it goes on, or is closed when nobody holds it. */
function keepSuspended(): void {
  delete Object.getPrototypeOf(function* () {}).prototype.return;
}

/** Sets the era: what exists, and how it is named. Once per sandbox. */
function begin(host: GuestHost, program: PythonProgram): Record<string, Value> {
  hostLink.host = host;
  keepSuspended();
  beginRoom(host);
  R.era = program.era;
  R.version = versionNumber(program.era);
  R.labels = program.trace;
  R.emit = (event) => host.trace(JSON.stringify([event]));
  activate(R.version);
  wording.noDict = since(313);
  const builtins = newModule(since(300) ? 'builtins' : '__builtin__');
  builtins.ns = B;
  B.$__name__ = builtins.cls.name === 'module' ? (since(300) ? 'builtins' : '__builtin__') : '';
  loaded.set(B.$__name__, builtins);
  const main = newModule('__main__');
  main.ns.$__builtins__ = builtins;
  loaded.set('__main__', main);
  R.main = main.ns;
  fillSys(program.argv);
  return main.ns;
}

/** Ctrl-C, from the host, while a program runs. */
export { interrupt } from './interrupt.ts';

/** Reads library modules into the sandbox before any program runs. */
export function prepareLibrary(host: GuestHost, names: string[]): void {
  hostLink.host = host;
  beginRoom(host);
  readAhead(names);
}

/** Runs the sources one after the other in one namespace. What a program prints and how it fails goes to the host. */
export function runPython(host: GuestHost, program: PythonProgram): GuestOutcome {
  const G = begin(host, program);
  const last = program.sources.length - 1;
  for (let i = 0; i <= last; i++) {
    const { filename, text, await: awaits } = program.sources[i]!;
    host.markSource(i);
    sources.set(filename, text.split('\n'));
    if (i === last && program.trace) beginTrace(program.sources.map((source) => source.filename));
    if (program.argv[0] === filename) G.$__file__ = filename;
    try {
      if (awaits)
        runInLoop(compileText(text, { filename, mode: 'exec', main: true, topLevelAwait: true }), G, filename);
      else compileText(text, { filename, mode: 'exec', main: true })(table, G, G);
      reapAll();
    } catch (error) {
      if (isHostStop(error)) throw error;
      if (i < last && program.sources[i]!.raises !== undefined && nameOf(error) === program.sources[i]!.raises) {
        R.ex = null;
        continue;
      }
      // An earlier source that fails is heard.
      if (i < last) host.markSource(last);
      const end = uncaught(error);
      endTrace(error);
      return { ...(cleanUp() ?? end), source: i };
    }
  }
  // What is cleaned away after the end is no part of the story.
  endTrace();
  return { ...(cleanUp() ?? { status: 'done', exit: 0 }), source: last };
}
/** What Python does at the end of a program, however it came. Answers how that failed, when it did. */
function cleanUp(): Omit<GuestOutcome, 'source'> | undefined {
  try {
    atExit();
  } catch (error) {
    if (isHostStop(error)) throw error;
    return uncaught(error);
  }
  return undefined;
}
/** Runs a text that may await, in the session's event loop: see `asyncio/__main__.py`. Its traceback begins with the text's own line. */
function runInLoop(run: Run, G: Record<string, Value>, filename: string): void {
  const { ns } = importModule('asyncio.__main__');
  G.$asyncio = ns.$asyncio;
  try {
    ns.$run_in_loop.tpcall([new Native('begin()', () => run(table, G, G) ?? None)], null);
  } catch (error) {
    if (error instanceof PyObject)
      for (let tb = (error as Value).tb; tb; tb = tb.next)
        if (tb.code.f.filename === filename) {
          (error as Value).tb = tb;
          break;
        }
    throw error;
  }
}
/** An interrupt of the host is no exception of the program: it must end everything. */
const isHostStop = (e: Value): boolean =>
  e instanceof Error && e.name === 'InternalError' && e.message === 'interrupted';

const nameOf = (e: Value): string => (e instanceof PyObject ? (e as Value).cls.name : 'SystemError');

function atExit(): void {
  ignoreInterrupts();
  R.atExit?.();
  // What only an uncaught exception kept goes first.
  reapAll();
  endAll();
  for (const k of Object.keys(R.main!)) if (k !== '$__builtins__') delete R.main![k];
  reapAll();
}

function uncaught(error: Value): Omit<GuestOutcome, 'source'> {
  const e = error instanceof PyObject ? error : normalise(error, emptyCode, 0);
  if (isStop(e, 'SystemExit')) return { status: 'exit', exit: exitStatus(e) };
  R.ex = null;
  if (e.internal !== undefined && E.SystemError !== undefined) e.args = [`${e.args[0]}\n${e.internal}`];
  const hook = R.sys?.$excepthook;
  if (hook !== undefined && hook.native !== true && hook !== None) {
    try {
      hook.tpcall([e.cls, e, e.tb ?? None], null);
    } catch (second) {
      complain(
        `Error in sys.excepthook:\n${isException(second) ? formatException(second) : String(second)}\nOriginal exception was:\n${formatException(e)}`,
      );
    }
  } else complain(formatException(e));
  // The shell's number for a program that SIGINT ended; since 3.8 Python ends by it.
  const exit = since(308) && isStop(e, 'KeyboardInterrupt') ? 130 : 1;
  return { status: 'exception', exit, exception: e.cls.name };
}
const emptyCode = {
  f: { filename: '<runtime>', name: '<module>', firstlineno: 1, positions: '' },
  position: () => [1, 1, 0, 0],
  line: () => 1,
} as never;

function exitStatus(e: Value): number {
  const code = e['@code'] ?? e.args[0] ?? None;
  if (code === None) return 0;
  const n = intValue(code);
  if (n !== undefined) return Number(BigInt.asUintN(8, BigInt(n)));
  complain(`${str(code)}\n`);
  return 1;
}
