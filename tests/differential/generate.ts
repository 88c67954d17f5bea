/**
 * A random program for a seed and a version: functions, generators, coroutines, asynchronous generators and classes, each of which may call those before it,
 * then what is done with them: called, sent to, thrown at, closed, and looked at. It always ends, and prints nothing that may differ from run to run.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { argumentsFor, expression } from './expressions.ts';
import { Random } from './random.ts';
import { block, errors } from './statements.ts';
import { compound, line, print, type Block, type Expr, type Statement } from './tree.ts';
import { Writer, type Callable, type Kind, type Type } from './writer.ts';

const prelude = readFileSync(join(import.meta.dirname, 'prelude.py'), 'utf8');

/** The source: what every program begins with, and the program's own part. For Pythons without `contextvars` that is left out. */
export function source(program: Block, version: number): string {
  const head = version >= 7 ? prelude : prelude.replaceAll(/^.*contextvars.*\n/gm, '');
  return head + print(program);
}

/** `version` is Python's minor one: 13 for 3.13. */
export function generate(seed: number, version: number): Block {
  const w = new Writer(new Random(seed), version);
  const program: Statement[] = [];
  const kinds: readonly Kind[] = ['function', 'generator', 'coroutine', 'asyncgen'];
  const uses: Statement[] = [];
  if (w.random.chance(0.4)) {
    const [definition, use] = classes(w);
    program.push(...definition);
    uses.push(...use);
  }
  for (let k = 2 + w.random.below(3); k > 0; k--) {
    const kind = w.random.pick(kinds);
    const callable = { name: w.fresh(kind), kind, parameters: w.random.below(3) };
    program.push(define(w, callable));
    w.callables.push(callable);
    uses.push(...use(w, callable));
  }
  return [...program, ...uses];
}

function define(w: Writer, { name, kind, parameters }: Callable): Statement {
  const names = Array.from({ length: parameters }, (): [string, Type] => [w.fresh('p'), 'int']);
  const body = w.within(names, () => block(w, { kind, inLoop: false, depth: 3 }, 2 + w.random.below(3)));
  const asynchronous = kind === 'coroutine' || kind === 'asyncgen';
  // Whatever the body does, it is of its kind.
  const last = {
    function: [],
    generator: [line('yield ', "'last'")],
    coroutine: [],
    asyncgen: [line('yield ', "'last'")],
  }[kind];
  const variables: Block =
    w.version >= 7 && w.random.chance(0.2) ? [line('token = variable.set(', expression(w, 'int', 1), ')')] : [];
  return compound([
    [asynchronous ? 'async ' : '', 'def ', name, '(', names.map(([n]) => n).join(', '), ')'],
    [...variables, ...body, ...last],
  ]);
}

function use(w: Writer, callable: Callable): Block {
  const { random } = w;
  const made: Expr = [callable.name, '(', ...argumentsFor(w, callable), ')'];
  const o = w.fresh('o');
  const value = (): Expr => expression(w, 'any', 1);
  const error = (): Expr => [random.pick([...errors, 'GeneratorExit']), random.chance(0.8) ? ['(', value(), ')'] : ''];
  const steps: Statement[] = [];
  const repeat = (most: number, write: () => Statement): void => {
    for (let k = 1 + random.below(most); k > 0; k--) steps.push(write());
  };
  if (callable.kind === 'function') {
    repeat(2, () =>
      line('attempt(', callable.name, ...argumentsFor(w, callable).map((a, k): Expr => [k === 0 ? ', ' : '', a]), ')'),
    );
    return steps;
  }
  steps.push(line(o, ' = ', made));
  if (callable.kind === 'asyncgen') {
    repeat(4, () =>
      line(
        'attempt(drive, ',
        o,
        '.',
        random.pick<() => Expr>([
          () => '__anext__()',
          () => '__anext__()',
          () => ['asend(', value(), ')'],
          () => ['athrow(', error(), ')'],
          () => 'aclose()',
        ])(),
        ')',
      ),
    );
    steps.push(line('attempt(drive, ', o, '.aclose())'), line('show(', o, '.ag_running, ', o, '.ag_frame is None)'));
    return steps;
  }
  const prefix = callable.kind === 'generator' ? 'gi' : 'cr';
  const state = callable.kind === 'generator' ? 'inspect.getgeneratorstate(' : 'inspect.getcoroutinestate(';
  repeat(5, () =>
    random.pick<() => Statement>([
      () => line('attempt(', o, '.send, None)'),
      () => (callable.kind === 'generator' ? line('attempt(next, ', o, ')') : line('attempt(', o, '.send, None)')),
      () => line('attempt(', o, '.send, ', value(), ')'),
      () => line('attempt(', o, '.throw, ', error(), ')'),
      () => line('show(', state, o, '), ', o, `.${prefix}_running)`),
      () => line('show(', o, `.${prefix}_frame and `, o, `.${prefix}_frame.f_lineno)`),
      () =>
        w.version >= 7
          ? line('attempt(contextvars.copy_context().run, ', o, '.send, None)')
          : line('attempt(', o, '.send, None)'),
      () => (callable.kind === 'generator' ? line('attempt(list, ', o, ')') : line('attempt(', o, '.close)')),
    ])(),
  );
  steps.push(line('attempt(', o, '.close)'), line('show(', o, `.${prefix}_frame)`));
  if (w.version >= 7) steps.push(line('show(variable.get())'));
  return steps;
}

/** Two or three classes that derive from one another, and what is done with them. */
function classes(w: Writer): [Block, Block] {
  const { random } = w;
  const definitions: Statement[] = [];
  const uses: Statement[] = [];
  const methods = [
    'first',
    'second',
    '__add__',
    '__eq__',
    '__repr__',
    '__len__',
    '__getitem__',
    '__call__',
    '__bool__',
    '__getattr__',
    '__iter__',
    '__hash__',
  ];
  for (let k = 2 + random.below(2); k > 0; k--) {
    const name = w.fresh('Class');
    const bases = random.chance(0.3) && w.classes.length > 1 ? w.classes.slice(-2).toReversed() : w.classes.slice(-1);
    const body: Statement[] = [];
    if (w.classes.length === 0) body.push(compound([['def __init__(self, value=0)'], [line('self.value = value')]]));
    if (random.chance(0.3)) body.push(line('shared = ', expression(w, 'list', 1)));
    if (random.chance(0.2))
      body.push(line('__slots__ = ', random.pick(["('extra',)", '()', "('value2', '__dict__')"])));
    for (const method of methods) if (random.chance(0.3)) body.push(...methodOf(w, method, w.classes.length > 0));
    definitions.push(compound([['class ', name, bases.length > 0 ? `(${bases.join(', ')})` : ''], body]));
    w.classes.push(name);
    const o = w.fresh('o');
    uses.push(line(o, ' = attempt(', name, ', ', expression(w, 'int', 1), ')'));
    for (let step = 2 + random.below(4); step > 0; step--)
      uses.push(
        line(
          'attempt(lambda: ',
          random.pick<() => Expr>([
            () => [o, '.', random.pick(['first', 'second']), '(', expression(w, 'int', 1), ')'],
            () => [o, '.', random.pick(['value', 'shared', 'missing', 'extra', '__class__.__mro__'])],
            () => ['(', o, random.pick([' + ', ' == ', ' != ', ' < ', ' - ']), random.pick([o, '1']), ')'],
            () => [random.pick(['len', 'bool', 'list', 'repr', 'str', 'type', 'callable']), '(', o, ')'],
            () => [o, random.pick(['[0]', '(1)', "['a':]", '.value.real'])],
            () => [
              'setattr(',
              o,
              ', ',
              random.pick(["'value'", "'extra'", "'other'"]),
              ', ',
              expression(w, 'int', 1),
              ')',
            ],
            () => ['f"{', o, '!r:>20}"'],
            () => ['copy.copy(', o, ').value'],
            () => ['isinstance(', o, ', ', random.pick(w.classes), ')'],
          ])(),
          ')',
        ),
      );
  }
  return [definitions, uses];
}

function methodOf(w: Writer, name: string, derived: boolean): Block {
  const { random } = w;
  const parameters = ['__add__', '__eq__', '__getitem__', '__getattr__', 'first', 'second', '__call__'].includes(name)
    ? ', other'
    : '';
  const types: Record<string, Type> = { __repr__: 'str', __len__: 'int', __hash__: 'int' };
  const result = (): Expr => expression(w, types[name] ?? 'any', 2);
  const up: Expr =
    name === '__getattr__'
      ? 'super().__getattribute__(other)'
      : ['super().', name, '(', parameters === '' ? '' : 'other', ')'];
  const names: [string, Type][] =
    parameters === ''
      ? [['self.value', 'int']]
      : [
          ['other', 'any'],
          ['self.value', 'int'],
        ];
  // A look for an attribute that is not there would come back here.
  const own = name === '__getattr__' || name === '__repr__' ? names.slice(0, -1) : names;
  return w.within(own, () => {
    const body: Statement[] = [];
    if (random.chance(0.4) && name !== '__getattr__') body.push(line("show('", name, "')"));
    if (derived && random.chance(0.3))
      body.push(line('return ', random.chance(0.5) ? up : ['(', up, ', ', result(), ')[0]']));
    else if (name === '__iter__') body.push(line('yield ', result()), line('yield ', result()));
    else body.push(line('return ', name === '__repr__' ? ["'<' + ", result(), " + '>'"] : result()));
    const decorator = (name === 'first' || name === 'second') && random.chance(0.3);
    if (!decorator) return [compound([[`def ${name}(self${parameters})`], body])];
    const how = random.pick(['staticmethod', 'classmethod', 'property']);
    const takes = { staticmethod: 'other', classmethod: 'self, other=1', property: 'self' }[how];
    return [line(`@${how}`), compound([[`def ${name}(${takes})`], body])];
  });
}
