/**
 * What single exceptions keep and how they show it: `StopIteration.value`, `OSError.errno`, the places of a SyntaxError.
 * Source: https://docs.python.org/3/library/exceptions.html, PEP 3151 (OSError).
 */
import { extend } from './define.ts';
import { E, raise } from './errors.ts';
import './exception-hierarchy.ts';
import { dictAttribute } from './instances.ts';
import type { PyType, Value } from './object.ts';
import { repr, str } from './repr.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import { PyTuple } from './values.ts';

/** Members with a default of None, as CPython's exception structs have them. */
function members(name: string, names: string[]): void {
  const t = E[name]!;
  for (const m of names) {
    const field = `@${m.split(' ')[0]}`;
    extend(t, {
      attributes: {
        [m]: [
          (e: Value) => e[field] ?? None,
          (e: Value, v: Value) => {
            e[field] = v;
          },
        ],
      },
    });
  }
}
members('SystemExit', ['code']);
members('StopIteration', ['value @3.3+']);
members('AttributeError', ['name @3.10+', 'obj @3.10+']);
members('NameError', ['name @3.10+']);
members('ImportError', ['name @3.3+', 'path @3.3+', 'msg @3.3+', 'name_from @3.12+']);
members('SyntaxError', [
  'msg',
  'filename',
  'lineno',
  'offset',
  'text',
  'end_lineno',
  'end_offset',
  'print_file_and_line',
]);
members('OSError', ['errno', 'strerror', 'filename', 'filename2 @3.4+']);
for (const n of ['UnicodeDecodeError', 'UnicodeEncodeError', 'UnicodeTranslateError'])
  members(n, ['encoding', 'object', 'start', 'end', 'reason']);

/** Constructors that keep their arguments under names. */
function initialiser(name: string, init: (e: Value, args: Value[], kw: Map<string, Value>) => void): void {
  extend(E[name]!, {
    methods: {
      '__init__(self, *args, **kw)'(self, args: Value[], kw: Map<string, Value>) {
        self.args = args;
        init(self, args, kw);
        return None;
      },
    },
  });
}
const only = (e: Value, kw: Map<string, Value>, ...names: string[]): void => {
  for (const [k, v] of kw) {
    if (!names.includes(k))
      throw raise(
        'TypeError',
        since(313)
          ? `${e.cls.name}() got an unexpected keyword argument '${k}'`
          : names.length
            ? `'${k}' is an invalid keyword argument for ${e.cls.name}()`
            : `${e.cls.name}() takes no keyword arguments`,
      );
    e[`@${k}`] = v;
  }
};
initialiser('SystemExit', (e, args) => {
  e['@code'] = args.length === 0 ? None : args.length === 1 ? args[0] : new PyTuple(args);
});
initialiser('StopIteration', (e, args) => {
  e['@value'] = args[0] ?? None;
});
initialiser('AttributeError', (e, _args, kw) => only(e, kw, 'name', 'obj'));
initialiser('NameError', (e, _args, kw) => only(e, kw, 'name'));
initialiser('ImportError', (e, args, kw) => {
  for (const k of ['name', 'path', 'name_from']) e[`@${k}`] = None;
  only(e, kw, 'name', 'path', 'name_from');
  e['@msg'] = args.length === 1 ? args[0] : None;
});
initialiser('SyntaxError', (e, args) => {
  if (args.length > 0) e['@msg'] = args[0];
  if (args.length === 2) {
    const info = R.items!(args[1]);
    const n = info.length;
    const limit = n < 4 ? 'least 4' : n > 6 ? 'most 6' : undefined;
    if (!since(310) && n !== 4) throw raise('IndexError', 'tuple index out of range');
    if (limit !== undefined) throw raise('TypeError', `function takes at ${limit} arguments (${n} given)`);
    if (n === 5) throw raise('TypeError', 'end_offset must be provided when end_lineno is provided');
    ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'].forEach((n, i) => {
      if (info[i] !== undefined) e[`@${n}`] = info[i];
    });
  }
});
extend(E.SyntaxError!, {
  methods: {
    '__str__(self, /)'(self) {
      const msg = self['@msg'] ?? None;
      const file = self['@filename'];
      const line = self['@lineno'];
      const text = str(msg);
      const base = typeof file === 'string' ? file.slice(file.lastIndexOf('/') + 1) : undefined;
      if (base !== undefined && typeof line === 'number') return `${text} (${base}, line ${line})`;
      if (base !== undefined) return `${text} (${base})`;
      return typeof line === 'number' ? `${text} (line ${line})` : text;
    },
  },
});
extend(E.ImportError!, {
  methods: {
    '__str__(self, /)': (self) =>
      typeof self['@msg'] === 'string' ? self['@msg'] : E.BaseException!.dict.$__str__.js(self),
  },
});
extend(E.KeyError!, {
  methods: {
    '__str__(self, /)': (self) =>
      self.args.length === 1 ? repr(self.args[0]) : E.BaseException!.dict.$__str__.js(self),
  },
});
/** errno → the subclass of OSError that it means. Source: PEP 3151. */
const byErrno: Record<number, string> = {
  11: 'BlockingIOError',
  115: 'BlockingIOError',
  114: 'BlockingIOError',
  10: 'ChildProcessError',
  32: 'BrokenPipeError',
  108: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  111: 'ConnectionRefusedError',
  104: 'ConnectionResetError',
  17: 'FileExistsError',
  2: 'FileNotFoundError',
  4: 'InterruptedError',
  21: 'IsADirectoryError',
  20: 'NotADirectoryError',
  13: 'PermissionError',
  1: 'PermissionError',
  3: 'ProcessLookupError',
  110: 'TimeoutError',
};
extend(E.OSError!, {
  statics: {
    '__new__(cls, *args, **kw)'(cls: PyType, args: Value[]) {
      let c = cls;
      if (since(303) && cls === E.OSError && args.length >= 2 && typeof args[0] === 'number')
        c = E[byErrno[args[0]] ?? 'OSError']!;
      const e = c.alloc(c);
      fillOSError(e, args);
      return e;
    },
  },
  methods: {
    '__init__(self, *args, **kw)'(self, args: Value[]) {
      if (self.args.length === 0 && args.length > 0) fillOSError(self, args);
      return None;
    },
    '__str__(self, /)'(self) {
      const { '@errno': n, '@strerror': s, '@filename': f, '@filename2': f2 } = self;
      if (n !== undefined && s !== undefined) {
        if (f !== undefined && f !== None)
          return `[Errno ${str(n)}] ${str(s)}: ${repr(f)}${f2 !== undefined && f2 !== None ? ` -> ${repr(f2)}` : ''}`;
        return `[Errno ${str(n)}] ${str(s)}`;
      }
      return E.BaseException!.dict.$__str__.js(self);
    },
  },
});
extend(E.OSError!, {
  attributes: {
    // Of BlockingIOError, but every OSError has it; there is nothing in it until it is set.
    'characters_written @3.3+': [
      (e: Value) => {
        if (e['@characters_written'] === undefined) throw raise('AttributeError', 'characters_written');
        return e['@characters_written'];
      },
      (e: Value, v: Value) => {
        e['@characters_written'] = v;
      },
    ],
  },
});
function fillOSError(e: Value, args: Value[]): void {
  e.args = args;
  if (args.length >= 2 && args.length <= 5) {
    e['@errno'] = args[0];
    e['@strerror'] = args[1];
    if (args[2] !== undefined && args[2] !== None) {
      e['@filename'] = args[2];
      if (args[4] !== undefined) e['@filename2'] = args[4];
      e.args = args.slice(0, 2);
    }
  }
}
initialiser('UnicodeDecodeError', unicodeInit);
initialiser('UnicodeEncodeError', unicodeInit);
initialiser('UnicodeTranslateError', (e, args) => unicodeInit(e, [None, ...args]));
function unicodeInit(e: Value, args: Value[]): void {
  if (args.length !== 5) throw raise('TypeError', `function takes exactly 5 arguments (${args.length} given)`);
  ['encoding', 'object', 'start', 'end', 'reason'].forEach((n, i) => {
    e[`@${n}`] = args[i];
  });
}
extend(E.UnicodeDecodeError!, {
  methods: {
    '__str__(self, /)'(e) {
      if (e['@object'] === undefined) return '';
      const [start, end] = [e['@start'], e['@end']];
      const text: string = e['@object'].s ?? e['@object'];
      if (end === start + 1)
        return `'${e['@encoding']}' codec can't decode byte 0x${text.charCodeAt(start).toString(16).padStart(2, '0')} in position ${start}: ${str(e['@reason'])}`;
      return `'${e['@encoding']}' codec can't decode bytes in position ${start}-${end - 1}: ${str(e['@reason'])}`;
    },
  },
});
extend(E.UnicodeEncodeError!, {
  methods: {
    '__str__(self, /)'(e) {
      if (e['@object'] === undefined) return '';
      const [start, end] = [e['@start'], e['@end']];
      const chars = [...(e['@object'].v ?? e['@object'])];
      if (end === start + 1) {
        const c = (chars[start] ?? '').codePointAt(0) ?? 0;
        const shown =
          c <= 0xff
            ? `\\x${c.toString(16).padStart(2, '0')}`
            : c <= 0xffff
              ? `\\u${c.toString(16).padStart(4, '0')}`
              : `\\U${c.toString(16).padStart(8, '0')}`;
        return `'${e['@encoding']}' codec can't encode character ${since(300) ? '' : 'u'}'${shown}' in position ${start}: ${str(e['@reason'])}`;
      }
      return `'${e['@encoding']}' codec can't encode characters in position ${start}-${end - 1}: ${str(e['@reason'])}`;
    },
  },
});
E.BaseException!.dict.$__dict__ = dictAttribute(E.BaseException!);
