/** A token: a word of the source text, and where it stands. */
export type TokenKind =
  | 'name'
  | 'keyword'
  | 'number'
  | 'string'
  | 'op'
  | 'newline'
  | 'indent'
  | 'dedent'
  | 'end'
  | 'fstart'
  | 'fmiddle'
  | 'fend'
  | 'error';

export interface Token {
  kind: TokenKind;
  /** The text as written; of a name, in normal form. */
  text: string;
  /** Of operators and keywords the text, else empty: what the parser compares. */
  sym: string;
  start: number;
  end: number;
  line: number;
  col: number;
  endLine: number;
  endCol: number;
  /** How many parentheses are open after it. */
  level: number;
}
