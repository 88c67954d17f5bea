/** Random statements, for bodies of every kind. */
import { argumentsFor, expression, truth } from './expressions.ts';
import { compound, line, type Block, type Expr, type Statement } from './tree.ts';
import type { Kind, Type, Writer } from './writer.ts';

export const errors = ['ValueError', 'KeyError', 'StopIteration', 'OSError', 'ZeroDivisionError', 'LookupError'];
const types: readonly Type[] = ['int', 'str', 'list', 'dict', 'any'];

/** Where a statement stands: what is allowed there. */
export interface Place {
  kind: Kind;
  inLoop: boolean;
  depth: number;
}

export function block(w: Writer, place: Place, length = 1 + w.random.below(3)): Block {
  return Array.from({ length }).flatMap(() => statement(w, place));
}

/** A block that may not be run: what it assigns is not counted on behind it, as a rule. */
function inner(w: Writer, place: Place, length?: number): Block {
  const before = new Map(w.names);
  const written = block(w, place, length);
  if (w.random.chance(0.9)) w.names = before;
  return written;
}

const deeper = (place: Place, more: Partial<Place> = {}): Place => ({ ...place, depth: place.depth - 1, ...more });

function statement(w: Writer, place: Place): Statement | Block {
  const { random } = w;
  if (place.kind !== 'function' && random.chance(0.35)) return suspension(w, place);
  if (place.depth <= 0 || random.chance(0.4)) return simple(w, place);
  return random.pick<() => Statement | Block>([
    () => compound([['if ', truth(w)], inner(w, deeper(place))], ['else', inner(w, deeper(place), 1)]),
    () => loop(w, place),
    () => trying(w, place),
    () => trying(w, place),
    () => withBlock(w, place),
    () => closure(w, place),
    () => (w.version >= 10 ? matching(w, place) : trying(w, place)),
  ])();
}

function simple(w: Writer, place: Place): Statement {
  const { random } = w;
  const of = (type: Type, depth = 3) => expression(w, type, depth);
  return random.pick<() => Statement>([
    () => assign(w, random.pick(types)),
    () => assign(w, 'int'),
    () => line('show(', of('any'), ')'),
    () => line('show(', of('any', 2), ', ', of('str', 2), ')'),
    () => {
      const name = w.variable('int');
      return name === undefined
        ? assign(w, 'int')
        : line(name, random.pick([' += ', ' -= ', ' *= ', ' //= ', ' |= ']), of('int'));
    },
    () => {
      const [a, b] = [w.fresh('x'), w.fresh('x')];
      const value = of('list');
      w.names.set(a, 'any').set(b, 'list');
      return line(a, ', *', b, ' = ', value);
    },
    () => (place.inLoop ? line(random.pick(['break', 'continue'])) : assign(w, 'list')),
    () => (random.chance(0.5) ? line('return ', place.kind === 'asyncgen' ? '' : of('any')) : assign(w, 'any')),
    () => (random.chance(0.6) ? raising(w) : assign(w, 'str')),
    () => {
      const name = w.variable('list');
      return name === undefined
        ? assign(w, 'list')
        : line(name, random.pick(['.append(', '.extend(', '.remove(', '.insert(0, ']), of('any'), ')');
    },
    () => {
      const name = w.variable('dict');
      return name === undefined ? assign(w, 'dict') : line(name, '[', of('any', 1), '] = ', of('any'));
    },
    () => line('assert ', truth(w), ', ', of('str', 1)),
    () => (w.version >= 8 ? walrus(w) : assign(w, 'int')),
  ])();
}

function assign(w: Writer, type: Type): Statement {
  const value = expression(w, type);
  const name = (w.random.chance(0.4) ? w.variable(type) : undefined) ?? w.fresh('x');
  w.names.set(name, type);
  return line(name, ' = ', value);
}

function walrus(w: Writer): Statement {
  const value = expression(w, 'int');
  const name = w.fresh('x');
  w.names.set(name, 'int');
  return line('show((', name, ' := ', value, '), ', name, ')');
}

function raising(w: Writer): Statement {
  const cause = w.random.pick(['', '', ' from None', ` from ${w.random.pick(errors)}('cause')`]);
  return line('raise ', w.random.pick(errors), '(', expression(w, 'any', 1), ')', cause);
}

function loop(w: Writer, place: Place): Block {
  const body = deeper(place, { inLoop: true });
  const orElse: [Expr, Block][] = w.random.chance(0.3) ? [['else', inner(w, deeper(place), 1)]] : [];
  if (w.random.chance(0.3)) {
    // It counts down first, so that `continue` cannot make it endless.
    const name = w.fresh('n');
    return [
      line(name, ' = ', w.random.pick(['2', '3'])),
      compound(
        [
          ['while ', name, ' > 0'],
          [line(name, ' -= 1'), ...inner(w, body)],
        ],
        ...orElse,
      ),
    ];
  }
  const name = w.fresh('v');
  const source: Expr = w.random.chance(0.5)
    ? ['range(', w.random.pick(['2', '3', '4']), ')']
    : [expression(w, 'list', 2), '[:3]'];
  w.names.set(name, 'int');
  return [compound([['for ', name, ' in ', source], inner(w, body)], ...orElse)];
}

function trying(w: Writer, place: Place): Statement {
  const { random } = w;
  const within = deeper(place);
  const clauses: [Expr, Block][] = [['try', block(w, within)]];
  const shape = random.below(4);
  if (shape !== 0) {
    const star = w.version >= 11 && random.chance(0.15);
    const name = w.fresh('e');
    const what = random.pick([...errors, 'Exception', '(TypeError, IndexError)', ...(star ? [] : ['BaseException'])]);
    clauses.push([
      [star ? 'except* ' : 'except ', what, ' as ', name],
      [line('show_error(', name, ')'), ...(star ? [] : inner(w, within, random.below(3)))],
    ]);
    if (!star && random.chance(0.3))
      clauses.push(['except Exception', [random.chance(0.5) ? line('raise') : line("show('handled')")]]);
    if (random.chance(0.3)) clauses.push(['else', inner(w, within, 1)]);
  }
  if (shape === 0 || random.chance(0.35))
    // From 3.14 on, leaving a `finally` by return or break is a SyntaxWarning; loops within it are their own.
    clauses.push([
      'finally',
      [line("show('finally')"), ...inner(w, deeper(place, { inLoop: false }), random.below(2))],
    ]);
  return compound(...clauses);
}

function withBlock(w: Writer, place: Place): Statement {
  const one = (): Expr => [
    'Manager(',
    expression(w, 'str', 1),
    ', ',
    w.random.pick(['True', 'False', 'False', 'None']),
    ')',
  ];
  const asynchronous = (place.kind === 'coroutine' || place.kind === 'asyncgen') && w.random.chance(0.6);
  const name = w.fresh('x');
  w.names.set(name, 'str');
  return compound([
    [asynchronous ? 'async with ' : 'with ', one(), ' as ', name, w.random.chance(0.3) ? [', ', one()] : ''],
    inner(w, deeper(place)),
  ]);
}

function closure(w: Writer, place: Place): Block {
  const name = w.fresh('f');
  const parameter = w.fresh('p');
  const outer = place.depth > 0 ? w.variable('int') : undefined;
  const names = w.names;
  w.names = new Map([...names, [parameter, 'int']]);
  const free: Block = outer !== undefined && w.random.chance(0.4) ? [line('show(', outer, ')')] : [];
  // What it assigns is its own.
  w.names = new Map([[parameter, 'int']]);
  const body = block(w, { kind: 'function', inLoop: false, depth: Math.min(1, place.depth - 1) });
  w.names = names;
  const result = w.fresh('x');
  w.names.set(result, 'any');
  const head: Expr = [
    'def ',
    name,
    '(',
    parameter,
    '=',
    expression(w, 'int', 1),
    w.random.pick(['', ', *more', ', **named', ', *, key=None']),
    ')',
  ];
  return [
    compound([head, [...free, ...body]]),
    line(result, ' = attempt(', name, w.random.chance(0.5) ? [', ', expression(w, 'int', 1)] : '', ')'),
  ];
}

function matching(w: Writer, place: Place): Statement {
  const name = w.fresh('m');
  const patterns: Expr[] = [
    '0 | 1',
    "'a' | ''",
    `[${name}, *_]`,
    `{'a': ${name}}`,
    `int(${name})`,
    `(${name}, _)`,
    `str() as ${name}`,
    'None',
    `[] | {}`,
    `float() | complex()`,
  ];
  const cases: [Expr, Block][] = [];
  const subject = expression(w, 'any');
  for (let k = 1 + w.random.below(3); k > 0; k--) {
    const pattern = w.random.pick(patterns);
    const guard: Expr = w.random.chance(0.2) ? [' if ', truth(w, 1)] : '';
    cases.push([['case ', pattern, guard], inner(w, deeper(place), 1)]);
  }
  cases.push(['case _', inner(w, deeper(place), 1)]);
  return compound([['match ', subject], [compound(...cases)]]);
}

/** Where a body stands still, or may. */
function suspension(w: Writer, place: Place): Statement {
  const { random } = w;
  const name = w.fresh('x');
  const to = random.chance(0.6) ? [name, ' = '] : [];
  const done = (...parts: Expr[]): Statement => {
    if (to.length > 0) w.names.set(name, 'any');
    return line(...to, ...parts);
  };
  const value = () => expression(w, 'any', 2);
  const others = (kind: Kind): Expr | undefined => {
    const other = w.callable(kind);
    return other && [other.name, '(', ...argumentsFor(w, other), ')'];
  };
  if (place.kind === 'generator') {
    const other = others('generator');
    if (other && random.chance(0.4)) return done('yield from ', other);
    if (random.chance(0.15)) return done('yield from ', expression(w, 'list', 2));
    return random.chance(0.1) ? line('show((yield), (yield ', value(), '))') : done('yield ', value());
  }
  const coroutine = others('coroutine');
  const source = others('asyncgen');
  if (place.kind === 'asyncgen' && random.chance(0.5)) return done('yield ', value());
  if (source && random.chance(0.3)) {
    if (random.chance(0.4))
      return done('[', name, ' async for ', name, ' in ', source, random.chance(0.3) ? [' if ', name] : '', ']');
    w.names.set(name, 'any');
    return compound([['async for ', name, ' in ', source], inner(w, deeper(place, { inLoop: true }), 1)]);
  }
  if (coroutine && random.chance(0.4)) return done('await ', coroutine);
  return done('await pause(', value(), ')');
}
