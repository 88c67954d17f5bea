/** Patterns of `match` (PEP 634): https://docs.python.org/3/reference/compound_stmts.html#the-match-statement */
import type { Expr, Pattern } from './ast.ts';
import { Parameters } from './parameters.ts';

export abstract class Patterns extends Parameters {
  /** The patterns after `case`: one, or a sequence without brackets. */
  protected patterns(): Pattern {
    const start = this.tok;
    const first = this.starPattern();
    if (this.tok.sym !== ',') {
      if (first.type === 'MatchStar') this.fail();
      return first;
    }
    const patterns = [first];
    while (this.accept(',')) {
      if (this.is(':') || this.is('if')) break;
      patterns.push(this.starPattern());
    }
    return { type: 'MatchSequence', patterns, ...this.from(start) };
  }
  private starPattern(): Pattern {
    const start = this.tok;
    if (!this.accept('*')) return this.asPattern();
    const name = this.name().text;
    return { type: 'MatchStar', name: name === '_' ? null : name, ...this.from(start) };
  }
  private asPattern(): Pattern {
    const start = this.tok;
    const pattern = this.orPattern();
    if (!this.accept('as')) return pattern;
    if (this.tok.kind !== 'name' || this.tok.text === '_') this.fail();
    const name = this.advance().text;
    if (this.tok.sym === '.' || this.tok.sym === '(') this.fail();
    return { type: 'MatchAs', pattern, name, ...this.from(start) };
  }
  private orPattern(): Pattern {
    const start = this.tok;
    this.enter();
    const first = this.closedPattern();
    if (this.tok.sym !== '|') {
      this.depth--;
      return first;
    }
    const patterns = [first];
    while (this.accept('|')) patterns.push(this.closedPattern());
    this.depth--;
    return { type: 'MatchOr', patterns, ...this.from(start) };
  }

  private closedPattern(): Pattern {
    const { tok } = this;
    if (tok.kind === 'number' || tok.sym === '-') {
      const value = this.patternNumber();
      return { type: 'MatchValue', value, ...this.from(tok) };
    }
    if (tok.kind === 'string' || tok.kind === 'fstart') {
      const value = this.strings();
      if (value.type === 'JoinedStr')
        throw this.faultAt('patterns may only match literals and attribute lookups', value, value);
      return { type: 'MatchValue', value, ...this.from(tok) };
    }
    if (tok.sym === 'None' || tok.sym === 'True' || tok.sym === 'False') {
      this.advance();
      return { type: 'MatchSingleton', value: tok.sym, ...this.from(tok) };
    }
    if (tok.sym === '(' || tok.sym === '[') return this.sequencePattern();
    if (tok.sym === '{') return this.mappingPattern();
    return this.namePattern();
  }
  /** `-1`, `2.5`, `1 + 2j`. */
  private patternNumber(): Expr {
    const start = this.tok;
    const left = this.signedNumber();
    const { sym } = this.tok;
    if (sym !== '+' && sym !== '-') return left;
    this.advance();
    if (this.tok.kind !== 'number') this.fail();
    const right = this.number();
    const real = left.type === 'UnaryOp' ? left.operand : left;
    if (real.type === 'Constant' && real.kind === 'imaginary')
      throw this.faultAt('real number required in complex literal', left, left);
    if (right.type === 'Constant' && right.kind !== 'imaginary')
      throw this.faultAt('imaginary number required in complex literal', right, right);
    return { type: 'BinOp', left, op: sym === '+' ? 'Add' : 'Sub', right, ...this.from(start) };
  }
  private signedNumber(): Expr {
    const start = this.tok;
    const negative = this.accept('-');
    if (this.tok.kind !== 'number') this.fail();
    const operand = this.number();
    return negative ? { type: 'UnaryOp', op: 'USub', operand, ...this.from(start) } : operand;
  }
  private sequencePattern(): Pattern {
    const open = this.advance();
    const end = open.sym === '(' ? ')' : ']';
    const patterns: Pattern[] = [];
    let comma = false;
    while (this.tok.sym !== end) {
      patterns.push(this.starPattern());
      comma = this.accept(',');
      if (!comma) break;
    }
    const only = patterns[0];
    if (end === ')' && patterns.length === 1 && !comma && only !== undefined) {
      if (only.type === 'MatchStar') this.fail();
      this.expect(end);
      return only;
    }
    this.expect(end);
    return { type: 'MatchSequence', patterns, ...this.from(open) };
  }
  private mappingPattern(): Pattern {
    const open = this.expect('{');
    const keys: Expr[] = [];
    const patterns: Pattern[] = [];
    let rest: string | null = null;
    while (this.tok.sym !== '}') {
      if (this.accept('**')) {
        if (this.tok.text === '_') this.fail();
        rest = this.name().text;
        this.accept(',');
        break;
      }
      keys.push(this.patternKey());
      this.expect(':');
      patterns.push(this.asPattern());
      if (!this.accept(',')) break;
    }
    this.expect('}');
    return { type: 'MatchMapping', keys, patterns, rest, ...this.from(open) };
  }
  private patternKey(): Expr {
    const { tok } = this;
    if (tok.kind === 'number' || tok.sym === '-') return this.patternNumber();
    if (tok.kind === 'string' || tok.kind === 'fstart') return this.strings();
    if (tok.sym === 'None' || tok.sym === 'True' || tok.sym === 'False') return this.atom();
    const name = this.dottedName();
    if (name.type === 'Name') this.fail();
    return name;
  }
  private dottedName(): Expr {
    const start = this.name();
    let node: Expr = { type: 'Name', id: start.text, ctx: 'Load', ...this.at(start) };
    while (this.accept('.'))
      node = { type: 'Attribute', value: node, attr: this.name().text, ctx: 'Load', ...this.from(start) };
    return node;
  }
  private namePattern(): Pattern {
    const start = this.tok;
    const node = this.dottedName();
    if (this.tok.sym === '(') return this.classPattern(node);
    if (node.type !== 'Name') return { type: 'MatchValue', value: node, ...this.from(start) };
    return { type: 'MatchAs', pattern: null, name: node.id === '_' ? null : node.id, ...this.from(start) };
  }
  private classPattern(cls: Expr): Pattern {
    this.expect('(');
    const patterns: Pattern[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: Pattern[] = [];
    while (this.tok.sym !== ')') {
      if (this.tok.kind === 'name' && this.peek().sym === '=') {
        kwd_attrs.push(this.advance().text);
        this.advance();
        kwd_patterns.push(this.asPattern());
      } else {
        if (kwd_attrs.length > 0) this.fail();
        patterns.push(this.asPattern());
      }
      if (!this.accept(',')) break;
    }
    this.expect(')');
    return { type: 'MatchClass', cls, patterns, kwd_attrs, kwd_patterns, ...this.from(cls) };
  }
}
