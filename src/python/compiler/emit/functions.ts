/** Functions: `def`, `async def`, `lambda`, their code objects, defaults, annotations and decorators. */
import type { Arg, Arguments, Expr, ExprOf, FunctionDef, Position, Stmt, StmtOf } from '../ast.ts';
import { mangle } from '../scope.ts';
import { unparse } from '../unparse.ts';
import { store } from './assignment.ts';
import type { CodeKind, Piece } from './code.ts';
import { Code, arg, jsName, piece, quote } from './code.ts';
import { qualify } from './comprehensions.ts';
import { array, expr } from './expressions.ts';
import { localsThunk, place } from './names.ts';
import { body, lines } from './statements.ts';
import { callEvent, lineEvent, returning, traced } from './tracing.ts';
import { typeParams } from './typeparams.ts';

/** `co_flags`. Source: https://docs.python.org/3/library/inspect.html#code-objects-bit-flags. */
export const CO = {
  optimized: 1,
  newlocals: 2,
  varargs: 4,
  varkeywords: 8,
  nested: 16,
  generator: 32,
  coroutine: 128,
  asyncgen: 512,
};

export const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

interface Described {
  name: string;
  flags: number;
  argcount: number;
  posonlyargcount?: number;
  kwonlyargcount?: number;
  /** Parameters in the order of `co_varnames`. */
  varnames: string[];
  doc: string | null;
}
/** Writes the descriptor of a code object, once its body is known. */
export function describe(c: Code, d: Described): void {
  c.use('$code');
  const list = (names: Iterable<string>): string => `[${[...names].map(quote).join(', ')}]`;
  const params = new Set(d.varnames);
  const others = c.scope.variables.filter((n) => !params.has(n) && !c.scope.captured.has(n));
  const cells = [...c.scope.captured].filter((n) => c.scope.isFunction || n === '__class__');
  const details = c.unit.options.details ? `, consts: [${c.consts.join(', ')}]` : '';
  c.unit.codes[c.index] =
    `var ${c.id} = $code({ index: ${c.index}, name: ${quote(d.name)}, qualname: ${quote(c.qualname)}, filename: $file, firstlineno: ${firstLine(c)}, ` +
    `argcount: ${d.argcount}, posonlyargcount: ${d.posonlyargcount ?? 0}, kwonlyargcount: ${d.kwonlyargcount ?? 0}, flags: ${d.flags}, ` +
    `varnames: ${list([...d.varnames, ...(c.scope.isFunction ? others : [])])}, freevars: ${list([...c.scope.free].sort())}, cellvars: ${list(cells)}, ` +
    `names: ${list(c.names)},${c.kind === 'plain' ? '' : generatorFields(c)} doc: ${d.doc === null ? 'null' : quote(d.doc)}, positions: '${c.positionText}'${details} }, G);`;
}
/** What the runtime asks of a generator: does it ever delegate, is there anything to do when it is dropped, does a StopIteration that leaves it become a RuntimeError. */
const generatorFields = (c: Code): string =>
  ` delegates: ${c.delegates}, cleanup: ${c.guards || c.delegates}, generatorStop: ${c.unit.options.futures.has('generator_stop')},`;
const firstLine = (c: Code): string => c.positionText.split(',', 1)[0] || '1';

/** The inside of a JavaScript function: declarations, the body in `try`, the traceback entry. */
export function bodyText(c: Code, write: () => void, locals: string[]): string {
  write();
  if (deaf(c)) hear(c);
  const names = ['$l = 0', ...c.temporaries, ...locals];
  const generator = c.kind !== 'plain';
  const traces = traced(c);
  const frames = generator && c.unit.options.frames ? [`$f.locals = ${localsThunk(c)};`] : [];
  const failed = generator ? c.help('$gtb', ['$e', c.id, '$l', '$f']) : c.help('$tb', ['$e', c.id, '$l']);
  return [
    `var ${[...names, ...(traces ? ['$T = null'] : [])].join(', ')};`,
    ...frames,
    'try {',
    ...(traces ? [`  ${callEvent(c)};`] : []),
    indented(c.lines.join('\n')),
    '} catch ($e) {',
    ...(traces ? [`  ${c.help('$traceraise', ['$T', '$e', c.id, '$l'])};`] : []),
    // A StopIteration that ends a generator quietly (before PEP 479) is what $gtb returns; everything else it throws.
    generator ? `  return ${failed};` : `  throw ${failed};`,
    ...(generator || traces
      ? [
          '} finally {',
          ...(generator ? ['  $f.l = -2;'] : []),
          ...(traces ? [`  if ($T) ${c.help('$tracereturn', ['$T'])};`] : []),
          '}',
        ]
      : ['}']),
  ].join('\n');
}

/** A function that may call itself for long, in expressions only. */
const deaf = (c: Code): boolean =>
  c.calls &&
  c.kind === 'plain' &&
  c.scope.isFunction &&
  c.unit.options.finalises &&
  !c.lines.some((line) => line.includes('$reap()'));

/** Asks, before the first of them, whether a signal came. */
function hear(c: Code): void {
  const at = c.quiet === null ? '' : `${c.l(c.quiet.node)}; `;
  c.lines.splice(c.quiet?.line ?? 0, 0, `if (${c.unit.hear()}) { ${at}${c.use('$reap')}(); }`);
}

/** The inside of a function whose depth is counted, for `sys.setrecursionlimit`. */
const counted = (c: Code, title: string, inside: string): string =>
  `\n  if (${c.use('$deeper')}()) return ${c.use('$elsewhere')}(${title}, undefined, arguments);\n  try {${indented(inside)}\n  } finally {\n    ${c.use('$R')}.depth--;\n  }`;

type Def = Position & FunctionDef;

interface Made {
  /** The JavaScript text of the function object. */
  text: string;
  inner: Code;
}
interface Definition {
  node: FunctionDef | ExprOf<'Lambda'>;
  first: Position;
  title: string;
  args: Arguments;
  write: (inner: Code) => void;
  isAsync: boolean;
  doc: string | null;
  annotations: string | null;
}

function make(c: Code, d: Definition): Made {
  const scope = c.unit.symbols.of(d.node);
  const kind: CodeKind = d.isAsync
    ? scope.hasYield
      ? 'asyncgen'
      : 'coroutine'
    : scope.hasYield
      ? 'generator'
      : 'plain';
  const a = d.args;
  const defaults = a.defaults.length === 0 ? 'null' : array(a.defaults.map((e) => arg(expr(c, e))));
  const named = a.kwonlyargs.flatMap((p, i) => {
    const e = a.kw_defaults[i];
    return e ? [`[${quote(mangle(scope, p.arg))}, ${arg(expr(c, e))}]`] : [];
  });
  const inner = new Code(c.unit, scope, c, kind, qualify(c, d.title), d.first);
  const name = (p: Arg): string => mangle(scope, p.arg);
  const positional = [...a.posonlyargs, ...a.args].map(name);
  const rest = a.vararg ? [name(a.vararg)] : [];
  const keyword = a.kwonlyargs.map(name);
  const extra = a.kwarg ? [name(a.kwarg)] : [];
  const params = [...positional, ...rest, ...keyword, ...extra];
  const known = new Set(params);
  for (const n of scope.free) {
    const r = scope.resolve(n);
    if (r.kind === 'free' && c.assigned?.has(n) && !r.owner.killed.has(n) && r.owner.isFunction) known.add(n);
  }
  inner.assigned = known;
  const js = params.map(jsName);
  const locals = scope.variables.filter((n) => !params.includes(n)).map(jsName);
  if (scope.execs) locals.push('$x = Object.create(null)');
  const text = bodyText(
    inner,
    () => {
      for (const p of [...a.posonlyargs, ...a.args])
        if (p.target) store(inner, p.target, piece(jsName(p.arg), { atom: true }));
      d.write(inner);
    },
    locals,
  );
  const falls = inner.assigned !== null && d.node.type !== 'Lambda' ? `\n  return ${c.use('$None')};` : '';
  const flags =
    CO.optimized |
    CO.newlocals |
    (a.vararg ? CO.varargs : 0) |
    (a.kwarg ? CO.varkeywords : 0) |
    (c.scope.isFunction ? CO.nested : 0) |
    { plain: 0, generator: CO.generator, coroutine: CO.coroutine, asyncgen: CO.asyncgen }[kind];
  describe(inner, {
    name: d.title,
    flags,
    argcount: positional.length,
    posonlyargcount: a.posonlyargs.length,
    kwonlyargcount: keyword.length,
    varnames: [...positional, ...keyword, ...rest, ...extra],
    doc: d.doc,
  });
  const title = `${d.node.type === 'Lambda' ? 'lambda' : mangle(c.scope, d.title)}$${inner.index}`;
  let fn: string;
  if (kind === 'plain') {
    const born =
      c.unit.options.labels && c.scope.kind === 'class' && d.title === '__init__'
        ? `\n  ${c.help('$born', [inner.id, array(js)])};`
        : '';
    const home = inner.makes
      ? `\n  var $h = ${c.help('$home', [inner.id, array(js), String(c.scope.kind === 'class')])};`
      : '';
    const inside = `${born}${home}\n${indented(text)}${falls}`;
    fn = `function ${title}(${js.join(', ')}) {${c.unit.options.counted ? counted(c, title, inside) : inside}\n}`;
  } else {
    const maker = { generator: '$gen', coroutine: '$coro', asyncgen: '$agen' } as const;
    c.use('$frame');
    c.use(maker[kind]);
    // A frame that has not begun tells its arguments.
    const locals = params.map((n, i) => (n === js[i] ? n : `${n}: ${js[i]!}`)).join(', ');
    const begins =
      (c.unit.options.frames ? `\n  $f.locals = () => ({ ${locals} });` : '') +
      (c.unit.options.labels ? `\n  ${c.help('$label', ['$f', array(js)])};` : '');
    fn =
      `($i => function ${title}(${js.join(', ')}) {\n  var $f = $frame(${inner.id});${begins}\n  return ${maker[kind]}($f, $i(${['$f', ...js].join(', ')}));\n})` +
      `(function* ${title}i(${['$f', ...js].join(', ')}) {\n${indented(text)}${falls}\n})`;
  }
  const cells =
    c.unit.options.cells && scope.free.size > 0
      ? array([...scope.free].sort().map((n) => `[() => ${jsName(n)}, ($v) => { ${jsName(n)} = $v; }]`))
      : 'undefined';
  const args = [
    inner.id,
    fn,
    defaults,
    named.length === 0 ? 'null' : array(named),
    d.annotations ?? 'undefined',
    cells,
  ];
  while (args.at(-1) === 'undefined' || args.at(-1) === 'null') args.pop();
  const made = c.help('$fn', args);
  const belongs = c.unit.options.labels && c.frame.scope.isFunction && c.frame.kind === 'plain';
  if (belongs) c.frame.makes = true;
  return { text: belongs ? c.help('$settle', [made, '$h']) : made, inner };
}

/** The annotations of a function as an array, or, where they are evaluated late, a thunk of it. */
function annotations(c: Code, s: FunctionDef): string | null {
  const a = s.args;
  const pairs: [string, Expr][] = [];
  const ordered = [...a.posonlyargs, ...a.args, a.vararg, ...a.kwonlyargs, a.kwarg];
  for (const p of ordered) if (p?.annotation) pairs.push([mangle(c.scope, p.arg), p.annotation]);
  if (s.returns) pairs.push(['return', s.returns]);
  if (pairs.length === 0) return null;
  const texts = (): string => array(pairs.flatMap(([n, e]) => [quote(n), annotation(c, e)]));
  return lazyAnnotations(c) ? late(c, texts) : texts();
}
const stringised = (c: Code): boolean => c.unit.options.futures.has('annotations');
export const lazyAnnotations = (c: Code): boolean => c.unit.since('3.14') && !stringised(c);
export const annotation = (c: Code, e: Expr): string =>
  stringised(c)
    ? quote(unparse(e))
    : e.type === 'Starred'
      ? // `*args: *Ts` (PEP 646)
        `${c.help('$unpack', [arg(expr(c, e.value)), '1'], e)}[0]`
      : arg(expr(c, e));
/** A thunk evaluated some time later: nothing is known to be bound then, and it has temporaries of its own. */
export function late(c: Code, texts: () => string): string {
  const before = c.assigned;
  c.assigned = new Set();
  const text = texts();
  c.assigned = before;
  return `() => ${text}`;
}

export function lambda(c: Code, e: ExprOf<'Lambda'>): Piece {
  const write = (inner: Code): void => {
    const v = expr(inner, e.body);
    lines(inner, v.pre);
    if (traced(inner)) inner.line(lineEvent(inner, e));
    inner.line(returning(inner, v.val));
  };
  const { text } = make(c, {
    node: e,
    first: e,
    title: '<lambda>',
    args: e.args,
    write,
    isAsync: false,
    doc: null,
    annotations: null,
  });
  return piece(text, { is: 'object' });
}

export function functionDef(c: Code, s: Def): void {
  decorated(c, s, (outer) => {
    const notes = annotations(outer, s);
    return make(outer, {
      node: s,
      first: defPosition(c, s),
      title: s.name,
      args: s.args,
      write: (inner) => body(inner, afterDocstring(s.body, s.docstring)),
      isAsync: s.type === 'AsyncFunctionDef',
      doc: s.docstring,
      annotations: notes,
    }).text;
  });
}
/** Since 3.8 a decorated definition starts at its `def`; `co_firstlineno` stays at the first decorator. */
function defPosition(c: Code, s: Def | StmtOf<'ClassDef'>): Position {
  void c;
  const first = s.decorator_list[0];
  return first === undefined ? s : { ...s, line: first.line };
}
/** The docstring is data of the code object, not a statement. */
export const afterDocstring = (stmts: Stmt[], doc: string | null): Stmt[] => (doc === null ? stmts : stmts.slice(1));

/** Binds a definition to its name, decorators applied innermost first, type parameters around it. */
export function decorated(c: Code, s: Def | StmtOf<'ClassDef'>, definition: (outer: Code) => string): void {
  c.touched = true;
  const mark = c.mark;
  const before = s.decorator_list.map((d) => arg(expr(c, d)));
  let text = s.type_params.length === 0 ? definition(c) : typeParams(c, s, s.type_params, definition);
  // Until 3.10 a decorator is called at the definition, not where it stands.
  const seat = (decorator: Expr): Position => (c.unit.since('3.8') && !c.unit.since('3.11') ? s : decorator);
  for (let i = before.length - 1; i >= 0; i--)
    text = c.help('$call', [before[i]!, `[${text}]`], seat(s.decorator_list[i]!));
  c.line(`${place(c, s.name)} = ${text};`);
  c.release(mark);
}
