/**
 * Code objects: what the compiler says of a function's code, and where in the text each position is.
 * Source: https://docs.python.org/3/reference/datamodel.html#code-objects.
 */
import type { Value } from './object.ts';
import { PyObject } from './object.ts';

/** What the compiler says of a function's code. The field names are those of `co_…`. */
export interface CodeFields {
  /** Number of the code in its unit: the suffix of its JavaScript function's name. */
  index?: number;
  name: string;
  qualname: string;
  filename: string;
  firstlineno: number;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  flags: number;
  varnames: string[];
  freevars: string[];
  cellvars: string[];
  names: string[];
  doc: string | null;
  positions: string;
  consts?: Value[];
  nlocals?: number;
  /** False when the body neither delegates nor awaits: then loops may walk the inner generator directly. */
  delegates?: boolean;
  /** False when an abandoned body has nothing to clean up: no try, no with, no delegation. */
  cleanup?: boolean;
  /** `from __future__ import generator_stop`. */
  generatorStop?: boolean;
  /** 2: the function mentions __class__ or super. */
  module?: string;
}
export const CO = {
  VARARGS: 4,
  VARKEYWORDS: 8,
  NESTED: 16,
  GENERATOR: 32,
  COROUTINE: 128,
  ITERABLE_COROUTINE: 256,
  ASYNC_GENERATOR: 512,
};

/** A code object, together with the globals it was compiled for (a code is made anew for each execution of its module). */
export class PyCode extends PyObject {
  f: CodeFields;
  G: Record<string, Value>;
  table: number[][] | null = null;
  /** Stands for a function that CPython has in C: it makes no entry in tracebacks. */
  native = false;
  /** Of its functions: the number of parameters when all are plain positional ones, else -1. */
  n: number;
  /** 1 when `*args` is all that they take, 2 for `*args, **kwargs`, else 0. */
  stars: 0 | 1 | 2;
  /** The number of parameters before `*args`, when nothing comes after it; else -1. */
  rest: number;
  constructor(f: CodeFields, G: Record<string, Value>) {
    super();
    this.f = f;
    this.G = G;
    const stars = f.flags & (CO.VARARGS | CO.VARKEYWORDS);
    this.n = stars === 0 && f.kwonlyargcount === 0 ? f.argcount : -1;
    this.rest = stars === CO.VARARGS && f.kwonlyargcount === 0 ? f.argcount : -1;
    const only = (stars & CO.VARARGS) !== 0 && f.argcount === 0 && f.kwonlyargcount === 0;
    this.stars = !only ? 0 : (stars & CO.VARKEYWORDS) !== 0 ? 2 : 1;
  }
  /** [line, endLine, col, endCol] of a position index; 0 is the definition itself. */
  position(index: number): number[] {
    this.table ??= this.f.positions === '' ? [] : this.f.positions.split(';').map((p) => p.split(',').map(Number));
    return this.table[index] ?? [this.f.firstlineno, this.f.firstlineno, 0, 0];
  }
  line(index: number): number {
    return this.position(index)[0]!;
  }
  /** What the trace shows there: for `async with` the manager, whatever a traceback names. */
  shown(index: number): number[] {
    const at = this.position(index);
    return at.length > 4 ? at.slice(4) : at;
  }
}

/** Gives functions or generators the names of their code. Those that were given a name of their own keep it beside that. */
export function nameByCode(shape: object, codeOf: (o: Value) => PyCode): void {
  for (const key of ['name', 'qualname'] as const)
    Object.defineProperty(shape, key, {
      get(this: Value) {
        return this[`@${key}`] ?? codeOf(this).f[key];
      },
      set(this: Value, v: string) {
        this[`@${key}`] = v;
      },
    });
}
