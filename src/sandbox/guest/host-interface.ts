/**
 * What the host lends to the guest. The guest takes these functions at boot and removes them from the global object:
 * no program can reach them, only the runtime that holds them.
 */
export interface GuestHost {
  /** Standard output (1) and standard error (2). Sources that are replayed are muted by the host. */
  write(stream: 1 | 2, text: string): void;
  /**
   * Compiles Python in the host's own JavaScript engine. The answer is JSON: what the compiler returned,
   * or `{fault: {name, message, …}}` when the text is not Python.
   */
  compile(text: string, optionsJson: string): string;
  /** A module of the standard library, compiled: JSON `{filename, source, js, package}`; null when there is none of that name. */
  module(name: string, era: string): string | null;
  /**
   * What that version of Unicode says of a character: its `name` or `all` its properties (JSON of a Character), of its code point in
   * decimal; or of a name its `code` point. Null where there is none.
   */
  character(what: 'name' | 'code' | 'all', of: string, version: string): string | null;
  /** One line of standard input with its newline; null at the end. */
  input(): string | null;
  /** Reports trace events: JSON of an array of TraceEvent. */
  trace(json: string): void;
  /** From here on the source of this index runs; only the last one is heard. */
  markSource(index: number): void;
  /** Bytes of its stack that the program may use before it should go on upon another; below zero when it should now. */
  room(): number;
  /** Calls on another stack; false when there is none. */
  elsewhere(call: () => void): boolean;
}

/** The host's functions as they are installed; `host.ts` has the other end of each. */
export interface RawHost {
  out(text: string): void;
  err(text: string): void;
  compile(text: string, optionsJson: string): string;
  module(name: string, era: string): string | null;
  character(what: string, of: string, version: string): string | null;
  input(): string | null;
  trace(json: string): void;
  mark(index: number): void;
  room(): number;
  elsewhere(call: () => void): boolean;
  /** Set by the guest: the host's way in. */
  enter?: (command: string, argument: unknown) => unknown;
}

/** How a program ended, as the guest tells the host. */
export interface GuestOutcome {
  status: 'done' | 'exception' | 'exit';
  exit: number;
  exception?: string;
  source: number;
}

/** What Unicode says of a character. */
export interface Character {
  /** `Lu`; `Cn` where that version had none. */
  category: string;
  bidirectional: string;
  combining: number;
  /** East Asian width. */
  width: string;
  mirrored: number;
  decomposition: string;
  /** `1/2`, `7`; the others only where the character stands for a digit. */
  numeric: string | null;
  digit: number | null;
  decimal: number | null;
}
