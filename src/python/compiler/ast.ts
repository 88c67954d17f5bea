/**
 * The abstract syntax tree, named as in Python's own `ast` module
 * (https://docs.python.org/3/library/ast.html#abstract-grammar): node types, field names and field order are the same.
 * Forms that only Python 1.5.2–2.7 had carry the names of that era's `ast`: Print, Exec, Repr.
 *
 * Positions are those of CPython 3.8 and later: lines from 1, columns from 0, the end exclusive; columns count UTF-16 units of the line.
 */
export interface Position {
  line: number;
  col: number;
  endLine: number;
  endCol: number;
  /** What the trace shows there, where that is something else than what a traceback shows. */
  shown?: Position;
}

export type Operator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type CompareOperator = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';
export type Context = 'Load' | 'Store' | 'Del';

/** A whole source text: `exec` mode gives Module, `eval` mode Expression, `single` (interactive) Interactive. */
export type Root = (
  | { type: 'Module'; body: Stmt[]; docstring: string | null }
  | { type: 'Expression'; body: Expr }
  | { type: 'Interactive'; body: Stmt[] }
) & {
  /** What `from __future__` gives here: `division`, `unicode_literals`, … */
  futures: string[];
};

export type Stmt = Position &
  (
    | FunctionDef
    | ClassDef
    | { type: 'Return'; value: Expr | null }
    | { type: 'Delete'; targets: Expr[] }
    | { type: 'Assign'; targets: Expr[]; value: Expr }
    | { type: 'TypeAlias'; name: Expr; type_params: TypeParam[]; value: Expr }
    | { type: 'AugAssign'; target: Expr; op: Operator; value: Expr }
    | { type: 'AnnAssign'; target: Expr; annotation: Expr; value: Expr | null; simple: boolean }
    | { type: 'For'; target: Expr; iter: Expr; body: Stmt[]; orelse: Stmt[] }
    | { type: 'AsyncFor'; target: Expr; iter: Expr; body: Stmt[]; orelse: Stmt[] }
    | { type: 'While'; test: Expr; body: Stmt[]; orelse: Stmt[] }
    | { type: 'If'; test: Expr; body: Stmt[]; orelse: Stmt[] }
    | { type: 'With'; items: WithItem[]; body: Stmt[] }
    | { type: 'AsyncWith'; items: WithItem[]; body: Stmt[] }
    | { type: 'Match'; subject: Expr; cases: MatchCase[] }
    /** Python 3: `exc`, `cause`. Python 2: `exc` is the type, with `inst` and `tback` (null elsewhere). */
    | { type: 'Raise'; exc: Expr | null; cause: Expr | null; inst: Expr | null; tback: Expr | null }
    | { type: 'Try'; body: Stmt[]; handlers: ExceptHandler[]; orelse: Stmt[]; finalbody: Stmt[] }
    | { type: 'TryStar'; body: Stmt[]; handlers: ExceptHandler[]; orelse: Stmt[]; finalbody: Stmt[] }
    | { type: 'Assert'; test: Expr; msg: Expr | null }
    | { type: 'Import'; names: Alias[] }
    | { type: 'ImportFrom'; module: string | null; names: Alias[]; level: number }
    | { type: 'Global'; names: string[] }
    | { type: 'Nonlocal'; names: string[] }
    | { type: 'Expr'; value: Expr }
    | { type: 'Pass' }
    | { type: 'Break' }
    | { type: 'Continue' }
    /** Python 1.5.2–2.7: `print >>dest, a, b,` (nl is false with the trailing comma). */
    | { type: 'Print'; dest: Expr | null; values: Expr[]; nl: boolean }
    /** Python 1.5.2–2.7: `exec body in globals, locals`. */
    | { type: 'Exec'; body: Expr; globals: Expr | null; locals: Expr | null }
  );

export interface FunctionDef {
  type: 'FunctionDef' | 'AsyncFunctionDef';
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_params: TypeParam[];
  docstring: string | null;
}
export interface ClassDef {
  type: 'ClassDef';
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorator_list: Expr[];
  type_params: TypeParam[];
  docstring: string | null;
}

export type Expr = Position &
  (
    | { type: 'BoolOp'; op: 'And' | 'Or'; values: Expr[] }
    | { type: 'NamedExpr'; target: Expr; value: Expr }
    | { type: 'BinOp'; left: Expr; op: Operator; right: Expr }
    | { type: 'UnaryOp'; op: UnaryOperator; operand: Expr }
    | { type: 'Lambda'; args: Arguments; body: Expr }
    | { type: 'IfExp'; test: Expr; body: Expr; orelse: Expr }
    /** A null key is a `**mapping`. */
    | { type: 'Dict'; keys: (Expr | null)[]; values: Expr[] }
    | { type: 'Set'; elts: Expr[] }
    | { type: 'ListComp' | 'SetComp' | 'GeneratorExp'; elt: Expr; generators: Comprehension[] }
    | { type: 'DictComp'; key: Expr; value: Expr; generators: Comprehension[] }
    | { type: 'Await'; value: Expr }
    | { type: 'Yield'; value: Expr | null }
    | { type: 'YieldFrom'; value: Expr }
    | { type: 'Compare'; left: Expr; ops: CompareOperator[]; comparators: Expr[] }
    | { type: 'Call'; func: Expr; args: Expr[]; keywords: Keyword[] }
    /** conversion: -1 none, else the character code of s, r or a. format_spec is a JoinedStr or null. */
    | { type: 'FormattedValue'; value: Expr; conversion: number; format_spec: Expr | null }
    | { type: 'JoinedStr'; values: Expr[] }
    | Constant
    | { type: 'Attribute'; value: Expr; attr: string; ctx: Context }
    | { type: 'Subscript'; value: Expr; slice: Expr; ctx: Context }
    | { type: 'Starred'; value: Expr; ctx: Context }
    | { type: 'Name'; id: string; ctx: Context }
    | { type: 'List'; elts: Expr[]; ctx: Context }
    | { type: 'Tuple'; elts: Expr[]; ctx: Context }
    | { type: 'Slice'; lower: Expr | null; upper: Expr | null; step: Expr | null }
    /** Python 1.5.2–2.7: backticks. */
    | { type: 'Repr'; value: Expr }
  );

/**
 * `value` by kind: int and long, decimal digits (no sign, no suffix); float and imaginary, what `Number()` of it gives; str and unicode, the text;
 * bytes, one character per byte. In Python 1.5.2–2.7 a plain literal has kind 'str' and its value is one character per byte of the UTF-8 source.
 */
export type Constant = { type: 'Constant' } & (
  | { kind: 'int' | 'long'; value: string }
  | { kind: 'float' | 'imaginary'; value: number }
  | { kind: 'str' | 'unicode' | 'bytes'; value: string }
  | { kind: 'None' | 'True' | 'False' | 'Ellipsis'; value: null }
);

export interface Comprehension {
  target: Expr;
  iter: Expr;
  ifs: Expr[];
  is_async: boolean;
}
export type ExceptHandler = Position & {
  type: 'ExceptHandler';
  exc: Expr | null;
  /** Python 3: a Name (Store). Python 2: any target. */
  name: Expr | null;
  body: Stmt[];
};
export interface Arguments {
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  /** One per keyword-only argument; null where there is none. */
  kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  /** Of the last positional arguments. */
  defaults: Expr[];
}
/** In Python 1.5.2–2.7 a parameter may be a tuple: then `arg` is `.0`, `.1`, … (by its index) and `target` the Tuple to unpack into. */
export type Arg = Position & { arg: string; annotation: Expr | null; target?: Expr };
export type Keyword = Position & { arg: string | null; value: Expr };
export type Alias = Position & { name: string; asname: string | null };
export interface WithItem {
  context_expr: Expr;
  optional_vars: Expr | null;
}
export interface MatchCase {
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}
export type Pattern = Position &
  (
    | { type: 'MatchValue'; value: Expr }
    | { type: 'MatchSingleton'; value: 'None' | 'True' | 'False' }
    | { type: 'MatchSequence'; patterns: Pattern[] }
    | { type: 'MatchMapping'; keys: Expr[]; patterns: Pattern[]; rest: string | null }
    | { type: 'MatchClass'; cls: Expr; patterns: Pattern[]; kwd_attrs: string[]; kwd_patterns: Pattern[] }
    | { type: 'MatchStar'; name: string | null }
    | { type: 'MatchAs'; pattern: Pattern | null; name: string | null }
    | { type: 'MatchOr'; patterns: Pattern[] }
  );
export type TypeParam = Position & {
  type: 'TypeVar' | 'ParamSpec' | 'TypeVarTuple';
  name: string;
  bound: Expr | null;
  default_value: Expr | null;
};

export type ExprOf<T extends Expr['type']> = Extract<Expr, { type: T }>;
export type StmtOf<T extends Stmt['type']> = Extract<Stmt, { type: T }>;
