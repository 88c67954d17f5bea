/** Standard input, output and error: the only way out of the program. */
import type { GuestHost } from '../../sandbox/guest/host-interface.ts';
import { decode } from './codecs.ts';
import { define } from './define.ts';
import { raise } from './errors.ts';
import type { Value } from './object.ts';
import { PyObject, getattr } from './object.ts';
import { strValue } from './operands.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import { PyIterator } from './iteration.ts';
import { PyList, PyUnicode } from './values.ts';

/** The host that this program runs on: set before anything of it runs. */
export const hostLink: { host: GuestHost | null } = { host: null };

class OutStream extends PyObject {
  number: 1 | 2;
  /** Python 2: print's trailing comma leaves a space to write before the next item. */
  softspace = false;
  constructor(number: 1 | 2) {
    super();
    this.number = number;
  }
  put(text: string): void {
    if (text === '') return;
    R.written = (R.written ?? 0) + text.length;
    hostLink.host!.write(this.number, since(300) ? text : fromBytes(text));
  }
}
/** A Python 2 string is bytes, which the reader sees as UTF-8. */
export function fromBytes(text: string): string {
  let plain = true;
  for (let i = 0; i < text.length && plain; i++) plain = text.charCodeAt(i) < 128;
  if (plain) return text;
  return decode(text, 'utf-8', 'replace');
}
class InStream extends PyObject {
  line(): string | null {
    return hostLink.host!.input();
  }
}
const name = (s: Value): string => (s.number === 1 ? '<stdout>' : '<stderr>');
const out = {
  methods: {
    'write(self, text, /)'(self: Value, text: Value) {
      const s = strValue(text) ?? (text instanceof PyUnicode ? text.v : undefined);
      if (s === undefined)
        throw raise(
          'TypeError',
          since(300) ? `write() argument must be str, not ${text.cls.name}` : 'expected a character buffer object',
        );
      self.put(s);
      return since(300) ? [...s].length : None;
    },
    'writelines(self, lines, /)'(self: Value, lines: Value) {
      for (const l of R.items!(lines)) self.put(l);
      return None;
    },
    'flush(self, /)': () => None,
    'isatty(self, /)': () => false,
    'fileno(self, /)': (self: Value) => self.number,
    'writable(self, /)': () => true,
    'readable(self, /)': () => false,
    'close(self, /)': () => None,
    '__repr__(self, /)': (self: Value) =>
      since(300)
        ? `<_io.TextIOWrapper name='${name(self)}' mode='w' encoding='utf-8'>`
        : `<open file '${name(self)}', mode 'w' at 0x7f0000000000>`,
  },
  attributes: {
    encoding: () => (since(300) ? 'utf-8' : 'UTF-8'),
    errors: (s: Value) => (s.number === 1 ? 'strict' : 'backslashreplace'),
    name,
    mode: () => 'w',
    closed: () => false,
    softspace: [
      (s: Value) => (s.softspace ? 1 : 0),
      (s: Value, v: Value) => {
        s.softspace = v !== 0 && v !== false;
      },
    ] as [(s: Value) => Value, (s: Value, v: Value) => void],
  },
};
define('TextIOWrapper', { shape: OutStream, module: '_io', abstract: true, hasDict: true, ...out });
define('TextIOReader', {
  shape: InStream,
  module: '_io',
  abstract: true,
  methods: {
    'readline(self, size=-1, /)': (self) => self.line() ?? '',
    'read(self, size=-1, /)'(self) {
      let all = '';
      for (let l = self.line(); l !== null; l = self.line()) all += l;
      return all;
    },
    'readlines(self, hint=-1, /)'(self) {
      const lines: string[] = [];
      for (let l = self.line(); l !== null; l = self.line()) lines.push(l);
      return new PyList(lines);
    },
    '__iter__(self, /)': (self) => new PyIterator(walkLines(self)),
    'isatty(self, /)': () => false,
    'fileno(self, /)': () => 0,
    'close(self, /)': () => None,
  },
  attributes: { encoding: () => 'utf-8', name: () => '<stdin>', mode: () => 'r', closed: () => false },
}).name = 'TextIOWrapper';
function* walkLines(s: InStream): Generator<Value> {
  for (let l = s.line(); l !== null; l = s.line()) yield l;
}
export const stdout = new OutStream(1);
export const stderr = new OutStream(2);
export const stdin = new InStream();
/** Writes where the program has `sys.stderr` now; what that raises has nowhere to go. */
export function complain(text: string): void {
  const to = R.sys?.$stderr ?? stderr;
  if (to === stderr) stderr.put(text);
  else if (to !== None)
    try {
      getattr(to, '$write').tpcall([text], null);
    } catch {
      // As in CPython.
    }
}
