/** The exceptions a Python compiler raises for a source text it cannot accept; the names are Python's own. */
export type FaultName =
  | 'SyntaxError'
  | 'IndentationError'
  | 'TabError'
  | 'MemoryError'
  | 'RecursionError'
  | 'OverflowError'
  | 'ValueError'
  | 'TypeError';

/** Where a fault is: lines and columns from 1, as Python's `lineno` and `offset`; columns count characters, not UTF-16 units. */
export interface FaultPlace {
  filename: string;
  line: number;
  /** Null where the Python of that era gave no column. */
  col: number | null;
  endLine: number | null;
  endCol: number | null;
  /** The line of source, with its line end; null where that Python had none to show. */
  text: string | null;
}

/** What the compiler throws: everything that Python's exception of the same name carries. */
export class SyntaxFault extends Error implements FaultPlace {
  override name: FaultName;
  filename: string;
  line: number;
  col: number | null;
  endLine: number | null;
  endCol: number | null;
  text: string | null;
  /** Found in the tree: CPython no longer has the text then, and looks for its file to show the line. */
  afterParsing = false;

  constructor(name: FaultName, message: string, place: FaultPlace) {
    super(message);
    this.name = name;
    this.filename = place.filename;
    this.line = place.line;
    this.col = place.col;
    this.endLine = place.endLine;
    this.endCol = place.endCol;
    this.text = place.text;
  }
}

/** A warning found while compiling; the host decides whether it is shown, and may throw a fault in its place. */
export interface SyntaxNotice {
  category: 'SyntaxWarning' | 'DeprecationWarning';
  message: string;
  line: number;
}

/** One source text under a file name: cuts lines out of it and makes faults that point into it. */
export class SourceText {
  readonly text: string;
  readonly filename: string;
  private readonly ranges: boolean;
  private readonly bytes: boolean;
  private starts: number[] | null = null;

  /** `ranges`: whether this Python says where a fault ends (3.10 and later); `bytes`: whether it counts columns in bytes of UTF-8 (before 3.0). */
  constructor(text: string, filename: string, ranges = true, bytes = false) {
    this.text = text;
    this.filename = filename;
    this.ranges = ranges;
    this.bytes = bytes;
  }

  /** Line `number` (from 1) with its line end; empty past the end. */
  line(number: number): string {
    if (this.starts === null) {
      this.starts = [0];
      for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) this.starts.push(at + 1);
    }
    const from = this.starts[number - 1];
    return from === undefined ? '' : this.text.slice(from, this.starts[number] ?? this.text.length);
  }

  /** A column in UTF-16 units (from 0) as Python's offset in characters (from 1), or in bytes of UTF-8. */
  offset(line: number, col: number, bytes = this.bytes): number {
    let offset = 1;
    const text = this.line(line);
    for (let i = 0; i < col; i++) {
      const code = text.charCodeAt(i);
      const begins = code >= 0xd800 && code < 0xdc00 && i + 1 < text.length;
      // Of a surrogate pair, the second unit counts; in UTF-8 both halves are two bytes. Behind the end of the line there is nothing, and each column counts.
      if (!bytes) offset += begins ? 0 : 1;
      else offset += !(code >= 0x80) ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
    }
    return offset;
  }
  /** The same fault where it is found in the tree, whose columns are bytes of UTF-8 in every Python. */
  inTree(
    fault: SyntaxFault,
    col: number | null,
    endLine: number | null = null,
    endCol: number | null = null,
  ): SyntaxFault {
    if (col !== null) fault.col = this.offset(fault.line, col, true);
    if (fault.endCol !== null && endLine !== null && endCol !== null) fault.endCol = this.offset(endLine, endCol, true);
    return fault;
  }

  /** A fault from (line, col) to (endLine, endCol): lines from 1, columns in UTF-16 units from 0; a null end is none known. */
  fault(
    name: FaultName,
    message: string,
    line: number,
    col: number | null,
    endLine: number | null = null,
    endCol: number | null = null,
  ): SyntaxFault {
    return new SyntaxFault(name, message, {
      filename: this.filename,
      line,
      col: col === null ? null : this.offset(line, col),
      endLine: this.ranges ? endLine : null,
      endCol: !this.ranges || endLine === null || endCol === null ? null : this.offset(endLine, endCol),
      text: this.line(line),
    });
  }
}
