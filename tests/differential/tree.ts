/** A Python program as a tree, so that parts of it can be taken away. */

/** Text, or parts of which each is an expression or what stands between them. */
export type Expr = string | readonly Expr[];
/** One line, or a compound statement: `if … else …`, `try … finally …`, `def …`. */
export type Statement = { readonly line: Expr } | { readonly clauses: readonly Clause[] };
export interface Clause {
  /** Without its colon. */
  readonly head: Expr;
  readonly body: Block;
}
export type Block = readonly Statement[];

export const line = (...parts: Expr[]): Statement => ({ line: parts });
export const compound = (...clauses: [head: Expr, body: Block][]): Statement => ({
  clauses: clauses.map(([head, body]) => ({ head, body })),
});

const text = (expr: Expr): string => (typeof expr === 'string' ? expr : expr.map(text).join(''));

/** The program's source. An empty block is `pass`. */
export function print(block: Block, indent = ''): string {
  if (block.length === 0) return `${indent}pass\n`;
  return block
    .map((statement) =>
      'line' in statement
        ? `${indent}${text(statement.line)}\n`
        : statement.clauses
            .map(({ head, body }) => `${indent}${text(head)}:\n${print(body, `${indent}    `)}`)
            .join(''),
    )
    .join('');
}

/** Programs with one part fewer, the largest parts first: what is left of a difference is looked for among these. */
export function* smaller(block: Block): Generator<Block> {
  for (let size = block.length; size >= 1; size = Math.floor(size / 2))
    for (let at = 0; at + size <= block.length; at += size) yield block.toSpliced(at, size);
  for (const [index, statement] of block.entries()) {
    if ('line' in statement) continue;
    // The body instead of the statement.
    for (const { body } of statement.clauses) if (body.length > 0) yield block.toSpliced(index, 1, ...body);
  }
  for (const [index, statement] of block.entries())
    for (const less of smallerStatement(statement)) yield block.with(index, less);
}

function* smallerStatement(statement: Statement): Generator<Statement> {
  if ('line' in statement) {
    for (const expr of smallerExpr(statement.line)) yield { line: expr };
    return;
  }
  const { clauses } = statement;
  if (clauses.length > 1) for (const index of clauses.keys()) yield { clauses: clauses.toSpliced(index, 1) };
  for (const [index, { head, body }] of clauses.entries()) {
    for (const less of smaller(body)) yield { clauses: clauses.with(index, { head, body: less }) };
    for (const less of smallerExpr(head)) yield { clauses: clauses.with(index, { head: less, body }) };
  }
}

/** One of its parts, or something plain, for the whole; then the same within. */
function* smallerExpr(expr: Expr): Generator<Expr> {
  if (typeof expr === 'string') return;
  for (const [index, part] of expr.entries()) {
    if (typeof part === 'string') continue;
    for (const plain of ['0', "''", '[]', 'None']) if (text(part).length > plain.length) yield expr.with(index, plain);
    for (const inner of part) if (typeof inner !== 'string') yield expr.with(index, inner);
    for (const less of smallerExpr(part)) yield expr.with(index, less);
  }
}
