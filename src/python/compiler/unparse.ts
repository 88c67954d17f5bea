/** An expression as text again, as Python writes annotations under `from __future__ import annotations` (PEP 563) and in error messages. */
import type { Arguments, Comprehension, Expr, Operator } from './ast.ts';

const symbols: Record<Operator, string> = {
  Add: '+',
  Sub: '-',
  Mult: '*',
  MatMult: '@',
  Div: '/',
  Mod: '%',
  Pow: '**',
  LShift: '<<',
  RShift: '>>',
  BitOr: '|',
  BitXor: '^',
  BitAnd: '&',
  FloorDiv: '//',
};
const binding: Record<Operator, number> = {
  BitOr: 6,
  BitXor: 7,
  BitAnd: 8,
  LShift: 9,
  RShift: 9,
  Add: 10,
  Sub: 10,
  Mult: 11,
  MatMult: 11,
  Div: 11,
  Mod: 11,
  FloorDiv: 11,
  Pow: 13,
};
const compareSymbols = {
  Eq: '==',
  NotEq: '!=',
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
  Is: 'is',
  IsNot: 'is not',
  In: 'in',
  NotIn: 'not in',
};

/** The text; `outer` is how tightly the surroundings bind (0: loosest). */
export function unparse(e: Expr, outer = 0): string {
  const [text, own] = write(e);
  return own < outer ? `(${text})` : text;
}

function write(e: Expr): [string, number] {
  switch (e.type) {
    case 'Name':
      return [e.id, 20];
    case 'Constant':
      return [constant(e), 20];
    case 'Attribute':
      return [
        `${e.value.type === 'Constant' && e.value.kind === 'int' ? `(${e.value.value})` : unparse(e.value, 15)}.${e.attr}`,
        15,
      ];
    case 'Subscript':
      return [
        `${unparse(e.value, 15)}[${e.slice.type === 'Tuple' && e.slice.elts.length > 0 ? tupleText(e.slice.elts) : unparse(e.slice)}]`,
        15,
      ];
    case 'Slice':
      return [
        `${e.lower ? unparse(e.lower) : ''}:${e.upper ? unparse(e.upper) : ''}${e.step ? `:${unparse(e.step)}` : ''}`,
        20,
      ];
    case 'Call': {
      const keywords = e.keywords.map((k) =>
        k.arg === null ? `**${unparse(k.value)}` : `${k.arg}=${unparse(k.value)}`,
      );
      return [`${unparse(e.func, 15)}(${[...e.args.map((a) => unparse(a)), ...keywords].join(', ')})`, 15];
    }
    case 'BinOp': {
      const p = binding[e.op];
      const right = e.op === 'Pow' ? unparse(e.right, p) : unparse(e.right, p + 1);
      return [`${unparse(e.left, e.op === 'Pow' ? p + 1 : p)} ${symbols[e.op]} ${right}`, p];
    }
    case 'UnaryOp':
      return e.op === 'Not'
        ? [`not ${unparse(e.operand, 4)}`, 4]
        : [`${{ Invert: '~', UAdd: '+', USub: '-' }[e.op]}${unparse(e.operand, 12)}`, 12];
    case 'BoolOp': {
      const p = e.op === 'And' ? 3 : 2;
      return [e.values.map((v) => unparse(v, p + 1)).join(e.op === 'And' ? ' and ' : ' or '), p];
    }
    case 'Compare':
      return [
        `${unparse(e.left, 6)} ${e.ops.map((op, i) => `${compareSymbols[op]} ${unparse(e.comparators[i]!, 6)}`).join(' ')}`,
        5,
      ];
    case 'IfExp':
      return [`${unparse(e.body, 2)} if ${unparse(e.test, 2)} else ${unparse(e.orelse, 1)}`, 1];
    case 'Lambda': {
      const params = parameters(e.args);
      return [`lambda${params === '' ? '' : ` ${params}`}: ${unparse(e.body, 1)}`, 1];
    }
    case 'NamedExpr':
      return [`(${unparse(e.target)} := ${unparse(e.value, 1)})`, 20];
    case 'Tuple':
      return [`(${tupleText(e.elts)})`, 20];
    case 'List':
      return [`[${e.elts.map((x) => unparse(x)).join(', ')}]`, 20];
    case 'Set':
      return [e.elts.length === 0 ? '{*()}' : `{${e.elts.map((x) => unparse(x)).join(', ')}}`, 20];
    case 'Dict':
      return [
        `{${e.keys.map((k, i) => (k === null ? `**${unparse(e.values[i]!)}` : `${unparse(k)}: ${unparse(e.values[i]!)}`)).join(', ')}}`,
        20,
      ];
    case 'ListComp':
      return [`[${unparse(e.elt)}${clauses(e.generators)}]`, 20];
    case 'SetComp':
      return [`{${unparse(e.elt)}${clauses(e.generators)}}`, 20];
    case 'DictComp':
      return [`{${unparse(e.key)}: ${unparse(e.value)}${clauses(e.generators)}}`, 20];
    case 'GeneratorExp':
      return [`(${unparse(e.elt)}${clauses(e.generators)})`, 20];
    case 'Await':
      return [`await ${unparse(e.value, 14)}`, 14];
    case 'Yield':
      return [`(yield${e.value === null ? '' : ` ${unparse(e.value)}`})`, 20];
    case 'YieldFrom':
      return [`(yield from ${unparse(e.value)})`, 20];
    case 'Starred':
      return [`*${unparse(e.value, 6)}`, 1];
    case 'JoinedStr':
      return [`f${string(e.values.map(interpolation).join(''))}`, 20];
    case 'FormattedValue':
      return [`f${string(interpolation(e))}`, 20];
    case 'Repr':
      return [`\`${unparse(e.value)}\``, 20];
  }
}
function tupleText(elts: readonly Expr[]): string {
  return elts.length === 1 ? `${unparse(elts[0]!)},` : elts.map((x) => unparse(x)).join(', ');
}
function clauses(generators: readonly Comprehension[]): string {
  return generators
    .map(
      (g) =>
        `${g.is_async ? ' async' : ''} for ${g.target.type === 'Tuple' ? tupleText(g.target.elts) : unparse(g.target)} in ${unparse(g.iter, 2)}${g.ifs.map((t) => ` if ${unparse(t, 2)}`).join('')}`,
    )
    .join('');
}
function parameters(a: Arguments): string {
  const positional = [...a.posonlyargs, ...a.args];
  const from = positional.length - a.defaults.length;
  const out = positional.map((p, i) => `${p.arg}${i >= from ? `=${unparse(a.defaults[i - from]!)}` : ''}`);
  if (a.posonlyargs.length > 0) out.splice(a.posonlyargs.length, 0, '/');
  if (a.vararg) out.push(`*${a.vararg.arg}`);
  else if (a.kwonlyargs.length > 0) out.push('*');
  a.kwonlyargs.forEach((p, i) => out.push(`${p.arg}${a.kw_defaults[i] ? `=${unparse(a.kw_defaults[i])}` : ''}`));
  if (a.kwarg) out.push(`**${a.kwarg.arg}`);
  return out.join(', ');
}
function interpolation(v: Expr): string {
  if (v.type === 'Constant') return v.value === null ? '' : String(v.value).replace(/[{}]/g, '$&$&');
  if (v.type !== 'FormattedValue') return '';
  const conversion = v.conversion === -1 ? '' : `!${String.fromCharCode(v.conversion)}`;
  const spec = v.format_spec?.type === 'JoinedStr' ? `:${v.format_spec.values.map(interpolation).join('')}` : '';
  return `{${unparse(v.value, 2)}${conversion}${spec}}`;
}
function constant(e: Extract<Expr, { type: 'Constant' }>): string {
  switch (e.kind) {
    case 'int':
      return e.value;
    case 'long':
      return `${e.value}L`;
    case 'float':
      return float(e.value);
    case 'imaginary':
      return `${e.value}j`;
    case 'str':
      return string(e.value);
    case 'unicode':
      return `u${string(e.value)}`;
    case 'bytes':
      return `b${string(e.value)}`;
    case 'Ellipsis':
      return '...';
    default:
      return e.kind;
  }
}
function float(v: number): string {
  if (v === Infinity) return '1e309';
  const text = String(v);
  return /[.e]/.test(text) ? text.replace(/e([+-])(\d)$/, 'e$10$2') : `${text}.0`;
}
/** As `repr` writes a str. */
function string(text: string): string {
  const q = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = q;
  for (const ch of text) {
    const code = ch.codePointAt(0)!;
    if (ch === q || ch === '\\') out += `\\${ch}`;
    else if (ch === '\n') out += '\\n';
    else if (ch === '\r') out += '\\r';
    else if (ch === '\t') out += '\\t';
    else if (code < 32 || code === 127) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else out += ch;
  }
  return out + q;
}
