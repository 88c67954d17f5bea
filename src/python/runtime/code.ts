/** Compiling and running source text: the program itself, `compile`, `eval`, `exec`, and modules. The compiler works on the host. */
import { PyCode } from './code-objects.ts';
import type { CodeFields } from './code-objects.ts';
import { becomeNamespace, mappingNamespace } from './class-statement.ts';
import { decode, encode } from './codecs.ts';
import { raise } from './errors.ts';
import { enterUnit, newUnit, nextUnitLine } from './frames.ts';
import { namespaceDict, rememberNamespace } from './functions.ts';
import type { Value } from './object.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import { hostLink } from './streams.ts';
import { NamespaceDict, PyDict, PyModule, PyTuple } from './values.ts';

/** What compiled code takes from the runtime: filled by table.ts. */
export const table: Record<string, Value> = {};

export interface Fault {
  name: string;
  message: string;
  filename: string;
  line: number;
  col: number | null;
  endLine: number | null;
  endCol: number | null;
  text: string | null;
  afterParsing?: boolean;
}
export type Run = (table: Record<string, Value>, G: Record<string, Value>, N: Record<string, Value>) => Value;

/** Source texts by file name, for tracebacks and `inspect.getsource`. */
export const sources = new Map<string, string[]>();

/** A line of a program as this Python holds it: Python 2 has read it as bytes. */
export function asRead(line: string): string {
  return since(300) ? line : encode(line, 'utf-8', 'replace');
}

/** The SyntaxError (or its kind) that the compiler found. */
export function faultError(f: Fault): Value {
  const text = f.text === null || (f.afterParsing === true && !sources.has(f.filename)) ? None : asRead(f.text);
  const [col, endLine, endCol] = [f.col ?? None, f.endLine ?? None, f.endCol ?? None];
  if (!['SyntaxError', 'IndentationError', 'TabError'].includes(f.name))
    return raise(f.name in kinds ? f.name : 'SyntaxError', ...(f.message === '' ? [] : [f.message]));
  if (f.line === 0) return Object.assign(raise(f.name, f.message), { '@msg': f.message });
  const e = raise(
    f.name,
    f.message,
    new PyTuple([f.filename, f.line, col, text, ...(since(310) ? [endLine, endCol] : [])]),
  );
  Object.assign(e, {
    '@msg': f.message,
    '@filename': f.filename,
    '@lineno': f.line,
    '@offset': col,
    '@text': text,
    '@end_lineno': endLine,
    '@end_offset': endCol,
  });
  return e;
}
const kinds: Record<string, true> = {
  MemoryError: true,
  RecursionError: true,
  ValueError: true,
  OverflowError: true,
  TypeError: true,
  SystemError: true,
};

/** Python 2's text, which is bytes: those of UTF-8, or else one character each. */
export function fromBytes(bytes: string): string {
  const text = bytes.startsWith('\xef\xbb\xbf') ? bytes.slice(3) : bytes;
  if (!/[^\0-\x7f]/.test(text)) return text;
  try {
    return decode(text, 'utf-8', 'strict');
  } catch {
    return text;
  }
}
/** Python 2's unicode text as a source. Errors: SyntaxError, because a byte order mark declares an encoding. */
export function unmarked(text: string): string {
  if (text.startsWith('\ufeff'))
    throw faultError({
      name: 'SyntaxError',
      message: 'encoding declaration in Unicode string',
      filename: '<string>',
      line: 0,
      col: null,
      endLine: null,
      endCol: null,
      text: null,
    });
  return text;
}

const cache = new Map<string, Run>();

/** Compiles text in the program's era. Errors: SyntaxError and what else the compiler finds. */
export function compileText(text: string, options: Record<string, Value>): Run {
  // The host is told where the text will stand among JavaScript's lines, to say where a limit struck.
  const json = JSON.stringify({
    era: R.era,
    ...options,
    ...(R.labels && { labels: true }),
    base: nextUnitLine(),
  });
  const answer = JSON.parse(hostLink.host!.compile(text, json)) as {
    js?: string;
    absent?: string[];
    fault?: Fault;
    warnings?: { category: string; message: string; line: number }[];
  };
  if (answer.fault) throw faultError(answer.fault);
  if (answer.absent) R.absent = new Set(answer.absent);
  for (const w of answer.warnings ?? []) R.warnText?.(w.category, w.message, options.filename as string, w.line);
  return evaluate(answer.js!);
}
/** Compiled code is a function expression; evaluating it costs time by its length, once. */
export function evaluate(js: string): Run {
  let run = cache.get(js);
  if (run === undefined) {
    const { unit, text } = newUnit(js.replace('(function (', '(function module$0('));
    const inner = (0, eval)(text) as Run;
    run = (t, G, N) => {
      enterUnit(unit);
      return inner(t, G, N);
    };
    if (js.length < 20000 && cache.size < 500) cache.set(js, run);
  }
  return run;
}

const MODULE: CodeFields = {
  name: '<module>',
  qualname: '<module>',
  filename: '',
  firstlineno: 1,
  argcount: 0,
  posonlyargcount: 0,
  kwonlyargcount: 0,
  flags: 0,
  varnames: [],
  freevars: [],
  cellvars: [],
  names: [],
  doc: null,
  positions: '',
};
/** A code object for text, as `compile` returns it. `split`: the names live in locals of their own. */
export function codeObject(
  text: string,
  filename: string,
  mode: 'exec' | 'eval' | 'single',
  _site: Value,
  flags = 0,
  split = true,
): PyCode {
  const run = compileText(text, { filename, mode, split, flags, futures: [] });
  const code = new PyCode({ ...MODULE, filename }, {});
  (code as Value).run = run;
  if (!sources.has(filename) && filename !== '<string>') sources.set(filename, text.split('\n'));
  return code;
}

/** Runs a code object with dicts as its namespaces; a null locals means the globals. */
export function runCode(code: Value, globals: Value, locals: Value): Value {
  const G = namespaceOf(globals);
  const N =
    locals === null
      ? G
      : locals instanceof PyDict && locals.cls.heap === false
        ? plainLocals(locals)
        : otherLocals(locals);
  if (code.run === undefined)
    throw raise(
      'NotImplementedError',
      'running the code object of a function is not part of this Python: call the function',
    );
  const site = R.site;
  try {
    const r = code.run(table, G, N);
    return r === undefined ? None : r;
  } finally {
    R.site = site;
  }
}
/** The namespace object behind a dict; a plain dict becomes one, in place. Built-ins are found through its prototype. */
function namespaceOf(d: Value): Record<string, Value> {
  if (d instanceof NamespaceDict) {
    if (!('$__builtins__' in d.ns) && Object.getPrototypeOf(d.ns) === null) Object.setPrototypeOf(d.ns, R.builtins!);
    return d.ns;
  }
  const own = (d as PyDict).get('__builtins__');
  const base =
    own === undefined
      ? R.builtins!
      : own instanceof PyModule
        ? own.ns
        : own instanceof PyDict
          ? plainLocals(own)
          : behind(mappingNamespace(own));
  const G: Record<string, Value> = Object.create(base);
  becomeNamespace(d as PyDict, G);
  rememberNamespace(G, d);
  if (own === undefined) (d as PyDict).set('__builtins__', namespaceDict(R.builtins!));
  return G;
}
/** A mapping that is read where a namespace has nothing, and never written. */
const behind = (mapping: Record<string, Value>): Record<string, Value> =>
  new Proxy(mapping, {
    set: (_mapping, key, value, namespace) =>
      Reflect.defineProperty(namespace, key, { value, writable: true, enumerable: true, configurable: true }),
  });
function otherLocals(mapping: Value): Record<string, Value> {
  const N = mappingNamespace(mapping);
  rememberNamespace(N, mapping);
  return N;
}
function plainLocals(d: PyDict): Record<string, Value> {
  if (d instanceof NamespaceDict) return d.ns;
  const N: Record<string, Value> = Object.create(null);
  becomeNamespace(d, N);
  rememberNamespace(N, d);
  return N;
}
