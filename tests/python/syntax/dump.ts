/** Our syntax trees in the form in which dump.py writes CPython's, so that the two compare as text. */
import type { Era } from '../../../src/python/compiler/eras.ts';
import { atLeast } from '../../../src/python/compiler/eras.ts';
import type {
  Arg,
  Arguments,
  ExceptHandler,
  Expr,
  Pattern,
  Position,
  Root,
  Stmt,
  TypeParam,
} from '../../../src/python/compiler/ast.ts';

type Value = Expr | Stmt | Pattern | TypeParam | ExceptHandler | Arguments | string | number | null | Value[];

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
function hexed(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

export class Dump {
  private readonly era: Era;
  private plain: boolean;
  private readonly py3: boolean;
  constructor(era: Era) {
    this.era = era;
    this.plain = !atLeast(era, '3.8');
    this.py3 = atLeast(era, '3.0');
  }
  private at(n: Position): string {
    return this.plain ? '' : `@${n.line}:${n.col}-${n.endLine}:${n.endCol}`;
  }
  root(root: Root): string {
    return root.type === 'Expression' ? `Expression[${this.node(root.body)}]` : `Module${this.node(root.body)}`;
  }
  private fields(n: Position, name: string, fields: Record<string, Value>): string {
    const inside = Object.entries(fields).map(([field, value]) => `${field}=${this.node(value)}`);
    return `${name}${this.at(n)}(${inside.join(', ')})`;
  }
  private arg = (a: Arg): string =>
    `arg${this.at(a)}(${quoted(a.arg)}, ${a.target === undefined ? this.node(a.annotation) : this.node(a.target)})`;
  private arguments(a: Arguments): string {
    const one = (arg: Arg | null): string => (arg === null ? '-' : this.arg(arg));
    const all = (args: Arg[]): string => `[${args.map(this.arg).join(', ')}]`;
    return `arguments(posonlyargs=${all(a.posonlyargs)}, args=${all(a.args)}, vararg=${one(a.vararg)}, kwonlyargs=${all(a.kwonlyargs)}, kw_defaults=${this.node(a.kw_defaults)}, kwarg=${one(a.kwarg)}, defaults=${this.node(a.defaults)})`;
  }
  private names(names: string[]): string {
    return `[${names.join(', ')}]`;
  }
  node(n: Value): string {
    if (n === null) return '-';
    if (typeof n === 'string' || typeof n === 'number') return String(n);
    if (Array.isArray(n)) return `[${n.map((each) => this.node(each)).join(', ')}]`;
    if (!('type' in n)) return this.arguments(n);
    switch (n.type) {
      case 'FunctionDef':
      case 'AsyncFunctionDef': {
        const { name, args, body, decorator_list, returns, type_params } = n;
        return this.fields(n, n.type, { name, args, body, decorator_list, returns, type_params });
      }
      case 'ClassDef': {
        const keywords = this.keywords(n.keywords);
        return this.fields(n, n.type, {
          name: n.name,
          bases: n.bases,
          keywords,
          body: n.body,
          decorator_list: n.decorator_list,
          type_params: n.type_params,
        });
      }
      case 'Return':
        return this.fields(n, n.type, { value: n.value });
      case 'Delete':
        return this.fields(n, n.type, { targets: n.targets });
      case 'Assign':
        return this.fields(n, n.type, { targets: n.targets, value: n.value });
      case 'TypeAlias':
        return this.fields(n, n.type, { name: n.name, type_params: n.type_params, value: n.value });
      case 'AugAssign':
        return this.fields(n, n.type, { target: n.target, op: `${n.op}()`, value: n.value });
      case 'AnnAssign':
        return this.fields(n, n.type, {
          target: n.target,
          annotation: n.annotation,
          value: n.value,
          simple: n.simple ? 1 : 0,
        });
      case 'For':
      case 'AsyncFor':
        return this.fields(n, n.type, { target: n.target, iter: n.iter, body: n.body, orelse: n.orelse });
      case 'While':
      case 'If':
        return this.fields(n, n.type, { test: n.test, body: n.body, orelse: n.orelse });
      case 'With':
      case 'AsyncWith': {
        const [first, ...more] = n.items;
        if (!this.py3 && first !== undefined && more.length > 0)
          return this.node({ ...n, items: [first], body: [{ ...n, items: more }] });
        const items = n.items.map(
          (item) =>
            `withitem(context_expr=${this.node(item.context_expr)}, optional_vars=${this.node(item.optional_vars)})`,
        );
        return this.fields(n, n.type, { items: this.names(items), body: n.body });
      }
      case 'Match': {
        const cases = n.cases.map(
          (each) =>
            `match_case(pattern=${this.node(each.pattern)}, guard=${this.node(each.guard)}, body=${this.node(each.body)})`,
        );
        return this.fields(n, n.type, { subject: n.subject, cases: this.names(cases) });
      }
      case 'Raise':
        if (this.py3) return this.fields(n, n.type, { exc: n.exc, cause: n.cause });
        return this.fields(n, n.type, { type: n.exc, inst: n.inst, tback: n.tback });
      case 'Try':
      case 'TryStar':
        return this.fields(n, n.type, { body: n.body, handlers: n.handlers, orelse: n.orelse, finalbody: n.finalbody });
      case 'ExceptHandler': {
        const name = n.name === null ? 'None' : n.name.type === 'Name' ? n.name.id : this.node(n.name);
        return this.fields(n, n.type, { type: n.exc, name, body: n.body });
      }
      case 'Assert':
        return this.fields(n, n.type, { test: n.test, msg: n.msg });
      case 'Import':
      case 'ImportFrom': {
        const names = n.names.map(
          (a) => `alias${atLeast(this.era, '3.10') ? this.at(a) : ''}(${a.name}, ${a.asname ?? 'None'})`,
        );
        if (n.type === 'Import') return this.fields(n, n.type, { names: this.names(names) });
        return this.fields(n, n.type, { module: n.module, names: this.names(names), level: n.level });
      }
      case 'Global':
      case 'Nonlocal':
        return this.fields(n, n.type, { names: this.names(n.names) });
      case 'Expr':
        return this.fields(n, n.type, { value: n.value });
      case 'Print':
        return this.fields(n, n.type, { dest: n.dest, values: n.values, nl: n.nl ? 'True' : 'False' });
      case 'Exec':
        return this.fields(n, n.type, { body: n.body, globals: n.globals, locals: n.locals });
      case 'Pass':
      case 'Break':
      case 'Continue':
        return this.fields(n, n.type, {});
      default:
        return this.expression(n);
    }
  }
  private keywords(
    keywords: { arg: string | null; value: Expr; line: number; col: number; endLine: number; endCol: number }[],
  ): string {
    return this.names(
      keywords.map(
        (k) => `keyword${atLeast(this.era, '3.9') ? this.at(k) : ''}(${k.arg ?? 'None'}, ${this.node(k.value)})`,
      ),
    );
  }
  private expression(n: Expr | Pattern | TypeParam): string {
    switch (n.type) {
      case 'BoolOp':
        return this.fields(n, n.type, { op: `${n.op}()`, values: n.values });
      case 'NamedExpr':
        return this.fields(n, n.type, { target: n.target, value: n.value });
      case 'BinOp':
        return this.fields(n, n.type, { left: n.left, op: `${n.op}()`, right: n.right });
      case 'UnaryOp':
        return this.fields(n, n.type, { op: `${n.op}()`, operand: n.operand });
      case 'Lambda':
        return this.fields(n, n.type, { args: n.args, body: n.body });
      case 'IfExp':
        return this.fields(n, n.type, { test: n.test, body: n.body, orelse: n.orelse });
      case 'Dict':
        return this.fields(n, n.type, { keys: n.keys, values: n.values });
      case 'Set':
        return this.fields(n, n.type, { elts: n.elts });
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
      case 'DictComp': {
        const generators = this.names(
          n.generators.map(
            (g) =>
              `comprehension(target=${this.node(g.target)}, iter=${this.node(g.iter)}, ifs=${this.node(g.ifs)}, is_async=${g.is_async ? 1 : 0})`,
          ),
        );
        return n.type === 'DictComp'
          ? this.fields(n, n.type, { key: n.key, value: n.value, generators })
          : this.fields(n, n.type, { elt: n.elt, generators });
      }
      case 'Await':
      case 'Yield':
      case 'YieldFrom':
      case 'Repr':
        return this.fields(n, n.type, { value: n.value });
      case 'Compare':
        return this.fields(n, n.type, {
          left: n.left,
          ops: this.names(n.ops.map((op) => `${op}()`)),
          comparators: n.comparators,
        });
      case 'Call':
        return this.fields(n, n.type, { func: n.func, args: n.args, keywords: this.keywords(n.keywords) });
      case 'FormattedValue':
        return this.fields(n, n.type, { value: n.value, conversion: n.conversion, format_spec: n.format_spec });
      case 'JoinedStr': {
        const was = this.plain;
        const head = `JoinedStr${this.at(n)}`;
        this.plain = was || !atLeast(this.era, '3.12');
        const text = `${head}(values=${this.node(n.values)})`;
        this.plain = was;
        return text;
      }
      case 'Constant': {
        const value =
          n.value === null
            ? ''
            : typeof n.value === 'number'
              ? hexed(n.value)
              : n.kind === 'int' || n.kind === 'long'
                ? n.value
                : quoted(n.value);
        return `Constant${this.at(n)}(${n.kind} ${value})`;
      }
      case 'Attribute':
        return this.fields(n, n.type, { value: n.value, attr: n.attr });
      case 'Subscript':
        return this.fields(n, n.type, { value: n.value, slice: this.slice(n.slice) });
      case 'Starred':
        return this.fields(n, n.type, { value: n.value });
      case 'Name':
        return `Name${this.at(n)}(${quoted(n.id)} ${n.ctx})`;
      case 'List':
      case 'Tuple':
        return this.fields(n, n.type, { elts: n.elts });
      case 'Slice':
        return `Slice${atLeast(this.era, '3.9') ? this.at(n) : ''}(lower=${this.node(n.lower)}, upper=${this.node(n.upper)}, step=${this.node(n.step)})`;
      case 'MatchValue':
        return this.fields(n, n.type, { value: n.value });
      case 'MatchSingleton':
        return `MatchSingleton${this.at(n)}(${n.value})`;
      case 'MatchSequence':
      case 'MatchOr':
        return this.fields(n, n.type, { patterns: n.patterns });
      case 'MatchMapping':
        return this.fields(n, n.type, { keys: n.keys, patterns: n.patterns, rest: n.rest });
      case 'MatchClass':
        return this.fields(n, n.type, {
          cls: n.cls,
          patterns: n.patterns,
          kwd_attrs: this.names(n.kwd_attrs),
          kwd_patterns: n.kwd_patterns,
        });
      case 'MatchStar':
        return this.fields(n, n.type, { name: n.name });
      case 'MatchAs':
        return this.fields(n, n.type, { pattern: n.pattern, name: n.name });
      case 'TypeVar':
      case 'ParamSpec':
      case 'TypeVarTuple': {
        const fields: Record<string, Value> =
          n.type === 'TypeVar' ? { name: n.name, bound: n.bound } : { name: n.name };
        if (atLeast(this.era, '3.13')) fields['default_value'] = n.default_value;
        return this.fields(n, n.type, fields);
      }
    }
  }
  /** Before 3.9 several indices were no Tuple when one of them was a slice: such a tuple has no position. */
  private slice(n: Expr): string {
    const old =
      !atLeast(this.era, '3.9') &&
      n.type === 'Tuple' &&
      n.elts.some(
        (each) => each.type === 'Slice' || (!this.py3 && each.type === 'Constant' && each.kind === 'Ellipsis'),
      );
    return old ? `Tuple(elts=${this.node(n.elts)})` : this.node(n);
  }
}
