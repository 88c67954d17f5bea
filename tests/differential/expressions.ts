/** Random expressions: mostly of a type that fits, so that programs get somewhere before they fail. */
import type { Expr } from './tree.ts';
import type { Callable, Type, Writer } from './writer.ts';

const leaves: Record<Type, readonly string[]> = {
  int: ['0', '1', '2', '3', '7', '-1', '10', '255', '12345678901234567890', 'True'],
  str: ["''", "'a'", "'spam'", "'Eggs and ham'", "'é→'", "'1,2'", "'x' 'y'"],
  list: ['[]', '[1]', '[3, 1, 2]', "['b', 'a']", '[[1], []]'],
  dict: ['{}', "{'a': 1}", "{1: 'one', 2: 'two'}"],
  any: ['None', 'False', '1.5', '-0.0', '0.1', '(1, 2)', '()', "b'ab'", '{1, 2}', '2j', '...'],
};
const types: readonly Type[] = ['int', 'int', 'str', 'list', 'dict', 'any'];

/** An expression that probably gives the type. */
export function expression(w: Writer, type: Type, depth = 3): Expr {
  const { random } = w;
  if (random.chance(0.03)) type = random.pick(types);
  if (depth <= 0 || random.chance(0.25)) return leaf(w, type);
  const shared = random.below(12);
  if (shared === 0)
    return [
      '(',
      expression(w, type, depth - 1),
      ' if ',
      truth(w, depth - 1),
      ' else ',
      expression(w, type, depth - 1),
      ')',
    ];
  if (shared === 1) return call(w, depth - 1) ?? leaf(w, type);
  if (shared === 2 && !w.inText) {
    const name = w.fresh('p');
    const body = w.within([[name, type]], () => expression(w, type, depth - 1));
    return ['(lambda ', name, ': ', body, ')(', expression(w, type, depth - 1), ')'];
  }
  if (shared === 3) return ['(', leaf(w, type), random.pick([' or ', ' and ']), expression(w, type, depth - 1), ')'];
  return writers[type](w, depth - 1);
}

function leaf(w: Writer, type: Type): Expr {
  return (w.random.chance(0.6) ? w.variable(type) : undefined) ?? w.random.pick(leaves[type]);
}

export function truth(w: Writer, depth = 2): Expr {
  const { random } = w;
  const of = (type: Type) => expression(w, type, depth - 1);
  return random.pick<() => Expr>([
    () => ['(', of('int'), random.pick([' < ', ' >= ', ' == ', ' != ']), of('int'), ')'],
    () => ['(', of('int'), ' < ', of('int'), ' <= ', of('int'), ')'],
    () => ['(', of('any'), random.pick([' in ', ' not in ']), of('list'), ')'],
    () => ['(not ', of('any'), ')'],
    () => ['(type(', of('any'), ')', random.pick([' is ', ' is not ']), 'int)'],
    () => ['isinstance(', of('any'), ', ', random.pick(['int', 'str', '(list, dict)', 'object']), ')'],
    () => [random.pick(['any', 'all', 'bool']), '(', of('list'), ')'],
  ])();
}

const writers: Record<Type, (w: Writer, depth: number) => Expr> = {
  int: (w, depth) => {
    const { random } = w;
    const of = (type: Type) => expression(w, type, depth);
    return random.pick<() => Expr>([
      () => ['(', of('int'), random.pick([' + ', ' - ', ' * ', ' // ', ' % ', ' & ', ' | ', ' ^ ']), of('int'), ')'],
      () => ['(', of('int'), random.pick([' << ', ' >> ', ' ** ']), '(', of('int'), ' % 5))'],
      () => ['len(', of(random.pick(['str', 'list', 'dict'] as const)), ')'],
      () => [random.pick(['abs', 'int', '-', '~', '+', 'int.bit_length']), '(', of('int'), ')'],
      () => ['sum(', of('list'), ')'],
      () => [of('list'), '[', of('int'), ' % 3]'],
      () => [of('dict'), '.get(', of('any'), ', ', of('int'), ')'],
      () => [of('str'), random.pick(['.find(', '.count(']), of('str'), ')'],
      () => ['round(', of('int'), ' / ', of('int'), ', ', random.pick(['0', '2', '-1']), ')'],
      () => [random.pick(['min', 'max']), '(', of('int'), ', ', of('int'), ')'],
      () => ['divmod(', of('int'), ', ', of('int'), ')[', random.pick(['0', '1']), ']'],
      () => ['int(', of('str'), ')'],
    ])();
  },
  str: (w, depth) => {
    const { random } = w;
    const of = (type: Type) => expression(w, type, depth);
    return random.pick<() => Expr>([
      () => ['(', of('str'), ' + ', of('str'), ')'],
      () => ['(', of('str'), ' * (', of('int'), ' % 4))'],
      () => ['str(', of('any'), ')'],
      () => ['repr(', of('any'), ')'],
      () => [of('str'), `.${random.pick(['upper', 'title', 'strip', 'swapcase', 'capitalize', 'casefold'])}()`],
      () => [of('str'), '.replace(', of('str'), ', ', of('str'), ')'],
      () => [of('str'), `.${random.pick(['center', 'ljust', 'rjust', 'zfill'])}(`, of('int'), ' % 9)'],
      () => [of('str'), '.join(str(', w.inText ? 'k' : 'k', ') for k in ', of('list'), ')'],
      () => [of('str'), slice(w, depth)],
      () => [of('str'), '[', of('int'), ' % 4]'],
      () => ["'%s|%r' % (", of('any'), ', ', of('any'), ')'],
      () => [`'%${random.pick(['d', '5d', '-4d|', '+.2f', 'x', '#o', 'e', 'g', '05.1f'])}' % `, of('int')],
      () => [
        "'{} {!r:>6} {:{}}'.format(",
        of('int'),
        ', ',
        of('str'),
        ', ',
        of('str'),
        ', ',
        random.pick(['3', '7']),
        ')',
      ],
      () => [
        'format(',
        of('int'),
        `, '${random.pick(['', '>8', '^+9', ',', '_', '#x', '08b', '.3e', '.2%', 'd', 'n'])}')`,
      ],
      () => fstring(w, depth),
      () => ["', '.join(", of('list'), ')'],
    ])();
  },
  list: (w, depth) => {
    const { random } = w;
    const of = (type: Type) => expression(w, type, depth);
    return random.pick<() => Expr>([
      () => ['[', of('any'), ', ', of('int'), ']'],
      () => ['[*', of('list'), ', ', of('any'), ', *', of('list'), ']'],
      () => ['list(range(', of('int'), ' % 5))'],
      () => comprehension(w, depth, '[', ']'),
      () => ['sorted(', of('list'), random.pick([')', ', reverse=True)', ', key=str)', ', key=lambda item: -item)'])],
      () => ['(', of('list'), ' + ', of('list'), ')'],
      () => [of('list'), slice(w, depth)],
      () => [
        'list(',
        random.pick(['map(str, ', 'filter(None, ', 'reversed(', 'enumerate(', 'iter(']),
        of('list'),
        '))',
      ],
      () => ['list(zip(', of('list'), ', ', of('str'), '))'],
      () => ['list(', of(random.pick(['dict', 'str'] as const)), ')'],
      () => [of('str'), '.split(', random.pick(['', "','", "' ', 1"]), ')'],
      () => ['sorted(', of('dict'), '.items(), key=repr)'],
    ])();
  },
  dict: (w, depth) => {
    const { random } = w;
    const of = (type: Type) => expression(w, type, depth);
    return random.pick<() => Expr>([
      () => ['{', of('str'), ': ', of('any'), ', ', of('int'), ': ', of('any'), '}'],
      () => ['{**', of('dict'), ', ', of('str'), ': ', of('int'), '}'],
      () => ['dict(zip(', of('str'), ', ', of('list'), '))'],
      () => ['dict(', of('dict'), ', key=', of('any'), ')'],
      () => {
        const name = w.fresh('k');
        const inner = w.within([[name, 'any']], () => expression(w, 'any', depth - 1));
        return ['{', name, ': ', inner, ' for ', name, ' in ', of('list'), '}'];
      },
    ])();
  },
  any: (w, depth) => {
    const { random } = w;
    const of = (type: Type) => expression(w, type, depth);
    return random.pick<() => Expr>([
      () => of(random.pick(types)),
      () => truth(w, depth),
      () => ['(', of('any'), ', ', of('any'), ')'],
      () => ['(', of('int'), ' / ', of('int'), ')'],
      () => [of('dict'), '[', of('any'), ']'],
      () => ['(', of('list'), random.pick([' < ', ' == ', ' >= ']), of('list'), ')'],
      () => ['{*', of('list'), '} & {1, 2, 3}'],
      () => ['float(', of('int'), ')'],
      () => ['type(', of('any'), ').__name__'],
      () => [of('str'), '.encode()'],
      () => (w.classes.length > 0 ? [random.pick(w.classes), '(', of('int'), ')'] : of('any')),
      () => ['next(', comprehension(w, depth, '(', ')'), ', ', of('any'), ')'],
    ])();
  },
};

function slice(w: Writer, depth: number): Expr {
  const part = (): Expr => (w.random.chance(0.4) ? '' : expression(w, 'int', depth - 1));
  return ['[', part(), ':', part(), w.random.chance(0.3) ? [':', w.random.pick(['1', '2', '-1', '-2'])] : '', ']'];
}

function comprehension(w: Writer, depth: number, open: string, close: string): Expr {
  const name = w.fresh('i');
  const source = expression(w, 'list', depth - 1);
  const [element, condition] = w.within([[name, 'int']], (): [Expr, Expr] => [
    expression(w, 'any', depth - 1),
    w.random.chance(0.4) ? [' if ', truth(w, depth - 1)] : '',
  ]);
  if (w.random.chance(0.2)) {
    const other = w.fresh('i');
    return [
      open,
      '(',
      name,
      ', ',
      other,
      ', ',
      element,
      ') for ',
      name,
      ' in ',
      source,
      ' for ',
      other,
      ' in ',
      expression(w, 'list', depth - 1),
      condition,
      close,
    ];
  }
  return [open, element, ' for ', name, ' in ', source, condition, close];
}

/** Before 3.12 an f-string holds no quotes of its own kind and no backslash. */
function fstring(w: Writer, depth: number): Expr {
  if (w.inText) return leaf(w, 'str');
  w.inText = true;
  try {
    const one = (): Expr => [
      '{(',
      expression(w, w.random.pick(types), depth - 1),
      ')',
      w.random.pick(['', '!r', '!s', '!a', ...(w.version >= 8 ? ['='] : [])]),
      w.random.pick(['', '', ':>8', ':^7', ':.3', ':{4}']),
      '}',
    ];
    return [
      'f"""',
      w.random.pick(['', 'a ', '{{']),
      one(),
      w.random.pick(['', ', ']),
      w.random.chance(0.3) ? one() : '',
      '"""',
    ];
  } finally {
    w.inText = false;
  }
}

export const argumentsFor = (w: Writer, callable: Callable, depth = 1): Expr[] =>
  Array.from({ length: callable.parameters }, (_, k) => [k > 0 ? ', ' : '', expression(w, 'int', depth)]);

/** A call of a function that is there already. */
export function call(w: Writer, depth: number): Expr | undefined {
  const callable = w.callable('function');
  return callable && [callable.name, '(', ...argumentsFor(w, callable, depth), ')'];
}
