/** What expressions refuse. */
import type { Expr, ExprOf } from '../ast.ts';
import { notices } from '../notices.ts';
import { Comprehensions } from './comprehensions.ts';
import { deepest } from './findings.ts';

export abstract class Expressions extends Comprehensions {
  protected many(nodes: (Expr | null)[]): void {
    for (const node of nodes) if (node !== null) this.expr(node);
  }
  /** The leftmost part of a chain such as `a.b(c)[d] + e`, after which its links are visited outwards: chains may be long. */
  protected expr(node: Expr): void {
    const links: Expr[] = [];
    let inner = node;
    for (;;) {
      links.push(inner);
      if (inner.type === 'BinOp') inner = inner.left;
      else if (inner.type === 'Attribute' || inner.type === 'Subscript') inner = inner.value;
      else if (inner.type === 'Call') inner = inner.func;
      else break;
    }
    this.depth += links.length;
    if (this.depth > deepest) throw this.deep(node);
    const count = links.length;
    for (let link = links.pop(); link !== undefined; link = links.pop()) {
      this.link(link);
      notices(this, link);
    }
    this.depth -= count;
  }
  private link(node: Expr): void {
    switch (node.type) {
      case 'BinOp':
        this.expr(node.right);
        return;
      case 'Attribute':
        if (node.ctx === 'Store') this.announce(node.attr, node);
        if (node.attr === '__debug__' && node.ctx !== 'Load' && this.since('3.9'))
          this.code(`cannot ${node.ctx === 'Del' ? 'delete' : 'assign to'} __debug__`, node);
        return;
      case 'Subscript':
        this.elements(node.slice);
        return;
      case 'Call':
        for (const arg of node.args) this.expr(arg.type === 'Starred' ? arg.value : arg);
        this.keywords(node.keywords);
        return;
      case 'BoolOp':
        this.many(node.values);
        return;
      case 'NamedExpr':
        this.namedExpr(node);
        return;
      case 'UnaryOp':
        this.expr(node.operand);
        return;
      case 'Lambda':
        this.many(node.args.defaults);
        this.many(node.args.kw_defaults);
        this.function(node, node.args, () => this.expr(node.body), false);
        return;
      case 'IfExp':
        this.many([node.test, node.body, node.orelse]);
        return;
      case 'Dict':
        this.many(node.keys);
        this.many(node.values);
        return;
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        this.comprehension(node, [node.elt], node.generators);
        return;
      case 'DictComp':
        this.comprehension(node, [node.value, node.key], node.generators);
        return;
      case 'Await':
        this.await_(node);
        return;
      case 'Yield':
      case 'YieldFrom':
        this.yield_(node);
        return;
      case 'Compare':
        this.expr(node.left);
        this.many(node.comparators);
        return;
      case 'FormattedValue':
        this.many([node.value, node.format_spec]);
        return;
      case 'JoinedStr':
        this.many(node.values);
        return;
      case 'Starred':
        this.code("can't use starred expression here", node);
        this.expr(node.value);
        return;
      case 'Name':
        this.name(node);
        return;
      case 'Set':
      case 'List':
      case 'Tuple':
        this.elements(node);
        return;
      case 'Slice':
        this.many([node.lower, node.upper, node.step]);
        return;
      case 'Repr':
        this.expr(node.value);
        return;
      case 'Constant':
    }
  }
  private name(node: ExprOf<'Name'>): void {
    if (node.ctx === 'Load') this.scope.mark(node.id).used = true;
    else if (node.ctx === 'Store') this.assign(node.id, node);
    else if (node.id === '__debug__') this.code('cannot delete __debug__', node);
    else this.bind(node.id, node);
  }
  /** The elements of a display or an index, of which some may be starred. */
  private elements(node: Expr): void {
    if (node.type !== 'List' && node.type !== 'Tuple' && node.type !== 'Set') {
      this.expr(node);
      return;
    }
    let stars = 0;
    node.elts.forEach((each, i) => {
      if (each.type !== 'Starred') {
        this.expr(each);
        return;
      }
      if (node.type !== 'Set' && node.ctx === 'Store') {
        if (++stars === 2)
          this.code(
            this.since('3.9') ? 'multiple starred expressions in assignment' : 'two starred expressions in assignment',
            node,
          );
        if (i >= 256 || node.elts.length - i - 1 >= 1 << 24)
          this.code('too many expressions in star-unpacking assignment', node);
      }
      this.expr(each.value);
    });
  }
  protected keywords(
    keywords: { arg: string | null; value: Expr; line: number; col: number; endLine: number; endCol: number }[],
  ): void {
    const seen = new Set<string>();
    for (const keyword of keywords) {
      if (keyword.arg !== null) {
        this.announce(keyword.arg, keyword);
        if (keyword.arg === '__debug__' && this.since('3.9')) this.code('cannot assign to __debug__', keyword);
        if (seen.has(keyword.arg)) this.code(`keyword argument repeated: ${keyword.arg}`, keyword);
        seen.add(keyword.arg);
      }
      this.expr(keyword.value);
    }
  }
}
