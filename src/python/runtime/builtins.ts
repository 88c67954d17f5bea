/** The built-in functions about objects, names and code (those about numbers, text and iteration are in their own modules). Source: the library reference, "Built-in Functions". */
import { attributeName, plainInstance, plainSubclass } from './class-facts.ts';
import { classMethodType, property, staticMethodType } from './descriptors.ts';
import { directory } from './instances.ts';
import { superType } from './super.ts';
import { defineFunctions, defineNames, define } from './define.ts';
import { E, raise } from './errors.ts';
import { exceptionEras } from './exception-hierarchy.ts';
import { isStop } from './exceptions.ts';
import { codeObject, faultError, fromBytes, runCode, unmarked } from './code.ts';
import { decode, encode } from './codecs.ts';
import { items } from './iteration.ts';
import type { Value } from './object.ts';
import {
  $del,
  callMethod,
  getattr,
  isType,
  lookupAttr,
  object,
  setattr,
  special,
  tryGet,
  type as classType,
} from './object.ts';
import { hash } from './hash.ts';
import { plainFormat } from './format-slot.ts';
import { intValue, strValue, typeName } from './operands.ts';
import { $truth } from './truth.ts';
import { id, repr, str } from './repr.ts';
import { Ellipsis, None, NotImplemented } from './singletons.ts';
import { closeIterator } from './foreign.ts';
import { R, since } from './state.ts';
import { stdin, stdout } from './streams.ts';
import { namespaceDict } from './functions.ts';
import { PyDict, PyList, PyTuple, PyUnicode } from './values.ts';
import { $anext, AsyncStep, PyAsyncGenerator } from './asyncgen.ts';
import { awaitable } from './generator-types.ts';

/** The namespace of the built-ins: the prototype of every module's globals. */
export const B: Record<string, Value> = Object.create(null);
R.builtins = B;

/** The classes of the singletons. */
for (const [name, value, text] of [
  ['NoneType', None, 'None'],
  ['NotImplementedType', NotImplemented, 'NotImplemented'],
  ['ellipsis', Ellipsis, 'Ellipsis'],
] as const) {
  const t = define(name, {
    final: true,
    statics: { '__new__(cls)': () => value },
    methods: {
      '__repr__(self, /)': () => text,
      '__bool__(self, /) @3.0+'() {
        if (value === NotImplemented && since(314))
          throw raise('TypeError', 'NotImplemented should not be used in a boolean context');
        if (value === NotImplemented && since(309))
          R.warn?.(
            'DeprecationWarning',
            'NotImplemented should not be used in a boolean context',
            undefined as never,
            0,
          );
        return value !== None;
      },
      '__nonzero__(self, /) @2.7-': () => value !== None,
      '__reduce__(self, /)': () => text,
      '__hash__(self, /)': () => 0x1000 + text.length,
    },
  });
  Object.setPrototypeOf(value, t.proto);
  if (value === None) value.truth = () => false;
}

function isinstance(o: Value, t: Value): boolean {
  if (t instanceof PyTuple) {
    for (const one of t.a) if (isinstance(o, one)) return true;
    return false;
  }
  if (isType(t)) {
    if (o.cls === t) return true;
    const check = t.cls.dict.$__instancecheck__;
    if (check === undefined || check === classType.dict.$__instancecheck__) return plainInstance(o, t);
    return $truth(callMethod(t, '$__instancecheck__', [o]));
  }
  if (t.cls.dict.$__instancecheck__ !== undefined) return $truth(callMethod(t, '$__instancecheck__', [o]));
  const bases = tryGet(t, '$__bases__');
  if (bases instanceof PyTuple) {
    const c = tryGet(o, '$__class__');
    return c !== undefined && (c === t || plainSubclassOf(c, t));
  }
  throw raise(
    'TypeError',
    since(310)
      ? 'isinstance() arg 2 must be a type, a tuple of types, or a union'
      : since(300)
        ? 'isinstance() arg 2 must be a type or tuple of types'
        : 'isinstance() arg 2 must be a class, type, or tuple of classes and types',
  );
}
function plainSubclassOf(c: Value, t: Value): boolean {
  if (c === t) return true;
  const bases = tryGet(c, '$__bases__');
  return bases instanceof PyTuple && bases.a.some((b) => plainSubclassOf(b, t));
}
function issubclass(c: Value, t: Value): boolean {
  if (t instanceof PyTuple) {
    for (const one of t.a) if (issubclass(c, one)) return true;
    return false;
  }
  if (isType(t)) {
    const check = t.cls.dict.$__subclasscheck__;
    if (check !== undefined && check !== classType.dict.$__subclasscheck__)
      return $truth(callMethod(t, '$__subclasscheck__', [c]));
    if (!isType(c) && tryGet(c, '$__bases__') === undefined)
      throw raise('TypeError', 'issubclass() arg 1 must be a class');
    return plainSubclass(c, t) && (c.oldStyle !== true || t.oldStyle === true);
  }
  if (t.cls.dict.$__subclasscheck__ !== undefined) return $truth(callMethod(t, '$__subclasscheck__', [c]));
  if (tryGet(c, '$__bases__') === undefined) throw raise('TypeError', 'issubclass() arg 1 must be a class');
  if (!(tryGet(t, '$__bases__') instanceof PyTuple))
    throw raise(
      'TypeError',
      since(310)
        ? 'issubclass() arg 2 must be a class, a tuple of classes, or a union'
        : 'issubclass() arg 2 must be a class or tuple of classes',
    );
  return plainSubclassOf(c, t);
}
export { isinstance, issubclass };

const name = (v: Value, what: string): string => {
  const s = strValue(v);
  if (s !== undefined) return s;
  if (!since(300)) return attributeName(v);
  throw raise(
    'TypeError',
    since(311) ? `attribute name must be string, not '${v.cls.name}'` : `${what}(): attribute name must be string`,
  );
};

/** What print() writes to: the program's sys.stdout, which may have been replaced. Errors: RuntimeError when it was deleted. */
export function currentStream(which: 'stdout' | 'stderr', asker = ''): Value {
  const stream = R.sys?.[`$${which}`];
  if (stream === undefined) throw raise('RuntimeError', `${asker}lost sys.${which}`);
  return stream;
}

export function write(stream: Value, text: string): void {
  if (stream === stdout) stdout.put(text);
  else getattr(stream, '$write').tpcall([text], null);
}

defineFunctions(B, {
  'abs(x, /)'(v) {
    if (typeof v === 'number') return Math.abs(v);
    if (special(v, '$__abs__') === undefined) throw raise('TypeError', `bad operand type for abs(): '${v.cls.name}'`);
    return callMethod(v, '$__abs__', []);
  },
  'callable(obj, /)': (v) => special(v, '$__call__') !== undefined || v.tpcall !== object.proto.tpcall,
  'delattr(obj, name, /)'(o, n) {
    $del(o, `$${name(n, 'delattr')}`);
    return None;
  },
  'dir(object=None, /)'(v) {
    if (v === undefined) {
      const site = R.site;
      const locals: Value = siteLocals(site);
      if (locals.cls.heap || !(locals instanceof PyDict))
        return B.$sorted.tpcall([callMethod(locals, '$keys', [])], null);
      return new PyList(locals.keys().sort());
    }
    const f = special(v, '$__dir__');
    if (f === undefined) return new PyList(directory(v));
    const list = items(callMethod(v, '$__dir__', []));
    return B.$sorted.tpcall([new PyList(list)], null);
  },
  'format(value, format_spec="", /) @2.6+': (v, spec = '') => formatValue(v, spec),
  'getattr(object, name, default=None, /)'(o, n, fallback) {
    const k = `$${name(n, 'getattr')}`;
    if (fallback === undefined) return getattr(o, k);
    const v = tryGet(o, k);
    return v === undefined ? fallback : v;
  },
  'globals()': () => namespaceDict(R.site?.G ?? R.main),
  'hasattr(obj, name, /)'(o, n) {
    const k = `$${name(n, 'hasattr')}`;
    if (since(300)) return tryGet(o, k) !== undefined;
    try {
      return lookupAttr(o, k) !== undefined;
    } catch (e) {
      if (isStop(e, 'Exception')) return false;
      throw e;
    }
  },
  'hash(obj, /)': (v) => hash(v),
  'id(obj, /)': (v) => id(v),
  'input(prompt="", /) @3.0+'(prompt) {
    if (prompt !== undefined) write(currentStream('stdout', 'input(): '), str(prompt));
    return readLine();
  },
  'raw_input(prompt="", /) @2.7-'(prompt) {
    if (prompt !== undefined) write(currentStream('stdout', 'input(): '), str(prompt));
    return readLine();
  },
  'input(prompt="", /) @2.7-'(prompt) {
    if (prompt !== undefined) write(currentStream('stdout', 'input(): '), str(prompt));
    return runCode(codeObject(readLine(), '<string>', 'eval', R.site), R.site?.G ?? R.main, null);
  },
  'isinstance(obj, class_or_tuple, /)': isinstance,
  'issubclass(cls, class_or_tuple, /)': issubclass,
  'locals()': () => siteLocals(R.site),
  'print(*args, sep=" ", end="\\n", file=None, flush=False) @3.0+'(
    args: Value[],
    sep: Value,
    end: Value,
    file: Value,
    flush: Value,
  ) {
    const out = file === undefined || file === None ? currentStream('stdout') : file;
    if (out === None) return None;
    const separator = textOr(sep, ' ', 'sep');
    const ending = textOr(end, '\n', 'end');
    if (out === stdout) {
      let text = '';
      for (let i = 0; i < args.length; i++) text += i === 0 ? str(args[i]) : separator + str(args[i]);
      stdout.put(text + ending);
      return None;
    }
    const f = getattr(out, '$write');
    for (let i = 0; i < args.length; i++) {
      if (i > 0) f.tpcall([separator], null);
      f.tpcall([str(args[i])], null);
    }
    f.tpcall([ending], null);
    if (flush !== undefined && $truth(flush)) getattr(out, '$flush').tpcall([], null);
    return None;
  },
  'repr(obj, /)': (v) => repr(v),
  'setattr(obj, name, value, /)'(o, n, v) {
    setattr(o, `$${name(n, 'setattr')}`, v);
    return None;
  },
  'vars(object=None, /)'(v) {
    if (v === undefined) return siteLocals(R.site);
    const d = tryGet(v, '$__dict__');
    if (d === undefined) throw raise('TypeError', 'vars() argument must have __dict__ attribute');
    return d;
  },
  'compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)'(source, filename, mode, flags) {
    const text = sourceText(source, 'compile');
    const m = str(mode);
    if (!['exec', 'eval', 'single'].includes(m))
      throw raise('ValueError', "compile() mode must be 'exec', 'eval' or 'single'");
    if (flags !== undefined && Number(intValue(flags) ?? 0) & 0x400)
      throw raise('NotImplementedError', 'syntax trees (ast) are not part of this Python');
    return codeObject(text, str(filename), m as 'exec', null, typeof flags === 'number' ? flags : 0);
  },
  'eval(source, /, globals=None, locals=None) @3.13+': evaluateText,
  'eval(source, globals=None, locals=None, /) @3.12-': evaluateText,
  'exec(source, /, globals=None, locals=None, *, closure=None) @3.13+': execute,
  'exec(source, globals=None, locals=None, /, *, closure=None) @3.0-3.12': execute,
  '__import__(name, globals=None, locals=None, fromlist=(), level=0)'(n, globals, _locals, fromlist, level) {
    const text = strValue(n);
    if (text === undefined) throw raise('TypeError', 'module name must be a string');
    const names = fromlist === undefined || fromlist === None ? null : items(fromlist).map((x) => str(x));
    const pkg =
      globals instanceof PyDict
        ? {
            $__package__: globals.get('__package__'),
            $__name__: globals.get('__name__'),
            $__path__: globals.get('__path__'),
          }
        : {};
    return R.importName!(text, pkg, names !== null && names.length > 0 ? names : null, intValue(level ?? 0) as number);
  },
  'aiter(async_iterable, /) @3.10+'(v) {
    if (special(v, '$__aiter__') === undefined)
      throw raise('TypeError', `'${v.cls.name}' object is not an async iterable`);
    const it = callMethod(v, '$__aiter__', []);
    if (special(it, '$__anext__') === undefined)
      throw raise('TypeError', `aiter() returned not an async iterator of type '${it.cls.name}'`);
    return it;
  },
  'anext(async_iterator, default=None, /) @3.10+'(it, fallback) {
    if (special(it, '$__anext__') === undefined)
      throw raise('TypeError', `'${it.cls.name}' object is not an async iterator`);
    const a = it instanceof PyAsyncGenerator ? $anext(it) : callMethod(it, '$__anext__', []);
    return fallback === undefined ? a : new AnextDefault(a, fallback);
  },
  'breakpoint(*args, **kws) @3.7+'() {
    throw raise('NotImplementedError', 'breakpoint(): there is no debugger in this Python; use the timeline');
  },
  'open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)'() {
    throw raise('NotImplementedError', 'open(): there are no files in this Python; use io.StringIO or io.BytesIO');
  },
  'intern(string, /) @2.7-'(s) {
    if (typeof s === 'string') return s;
    throw raise(
      'TypeError',
      strValue(s) === undefined
        ? `intern() argument 1 must be string, not ${typeName(s)}`
        : "can't intern subclass of string",
    );
  },
  'execfile(filename, globals=None, locals=None, /) @2.7-'() {
    throw raise('NotImplementedError', 'execfile(): there are no files in this Python');
  },
  'reload(module, /) @2.7-'() {
    throw raise('NotImplementedError', 'reload() is not part of this Python');
  },
  'exit(code=None)'(code) {
    throw exitWith(code);
  },
  'quit(code=None)'(code) {
    throw exitWith(code);
  },
});
function exitWith(code: Value): Value {
  const e = raise('SystemExit', ...(code === undefined ? [] : [code]));
  e['@code'] = code ?? None;
  return e;
}
function textOr(v: Value, fallback: string, what: string): string {
  if (v === undefined || v === None) return fallback;
  const s = strValue(v);
  if (s === undefined) throw raise('TypeError', `${what} must be None or a string, not ${v.cls.name}`);
  return s;
}
function readLine(): string {
  const line = stdin.line();
  if (line === null) throw raise('EOFError', since(300) ? 'EOF when reading a line' : 'EOF when reading a line');
  return line.endsWith('\n') ? line.slice(0, -1) : line;
}
export function formatValue(v: Value, spec: Value): Value {
  const s = strValue(spec) ?? (spec instanceof PyUnicode ? spec.v : undefined);
  if (s === undefined)
    throw raise(
      'TypeError',
      since(300)
        ? `format() argument 2 must be str, not ${spec.cls.name}`
        : `format expects arg 2 to be string or unicode, not ${spec.cls.name}`,
    );
  if (s === '' && typeof v === 'string') return v;
  if (special(v, '$__format__') === undefined) {
    if (s !== '') plainFormat();
    return formatValue(str(v), spec);
  }
  const r = callMethod(v, '$__format__', [spec]);
  if (strValue(r) === undefined && !(r.v !== undefined && !since(300)))
    throw raise(
      'TypeError',
      since(300)
        ? `__format__ must return a str, not ${r.cls.name}`
        : `${v.cls.name}.__format__ must return string or unicode, not ${r.cls.name}`,
    );
  return r;
}
function evaluateText(source: Value, g: Value, l: Value): Value {
  const site = R.site;
  const [G, N] = scopes(site, g, l, 'eval');
  if (special(source, '$__code__') === undefined && source.cls.name === 'code') return runCode(source, G, N);
  return runCode(
    codeObject(sourceText(source, 'eval').replace(/^[ \t]+/, ''), '<string>', 'eval', site, 0, N !== null),
    G,
    N,
  );
}
function execute(source: Value, g: Value, l: Value): Value {
  const site = R.site;
  const [G, N] = scopes(site, g, l, 'exec');
  runCode(
    source.cls.name === 'code'
      ? source
      : codeObject(sourceText(source, 'exec'), '<string>', 'exec', site, 0, N !== null),
    G,
    N,
  );
  return None;
}
/** A text without halves of surrogate pairs. Errors: UnicodeEncodeError. */
function onlyText(text: string): string {
  if (/\p{Surrogate}/u.test(text)) encode(text, 'utf-8', 'strict');
  return text;
}
/** A source given as bytes: in the encoding that it declares (PEP 263), else UTF-8. Errors: SyntaxError. */
function decoded(bytes: string): string {
  const head = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)/.exec(bytes);
  const first = /^[ \t\f]*(?:#[^\n]*)?(?:\r?\n|$)/.test(bytes);
  const encoding = head !== null && (first || !head[0].includes('\n')) ? head[1]! : 'utf-8';
  try {
    return decode(bytes.startsWith('\xef\xbb\xbf') ? bytes.slice(3) : bytes, encoding, 'strict');
  } catch (e) {
    if (isStop(e, 'LookupError')) throw faultOf(`unknown encoding: ${encoding}`);
    if (!isStop(e, 'UnicodeDecodeError')) throw e;
    throw faultOf(`(unicode error) ${str(e)}`);
  }
}
function faultOf(message: string): Value {
  const place = { filename: '<string>', line: 1, col: 1, endLine: 1, endCol: 1 };
  return faultError({ name: 'SyntaxError', message, text: null, ...place });
}
function sourceText(source: Value, what: string): string {
  const text = strValue(source);
  const s =
    text !== undefined && since(300)
      ? onlyText(text)
      : text !== undefined
        ? fromBytes(text)
        : typeof source.s === 'string'
          ? decoded(source.s)
          : typeof source.v === 'string'
            ? unmarked(source.v)
            : undefined;
  if (s === undefined)
    throw raise('TypeError', `${what}() arg 1 must be a string${since(300) ? ', bytes' : ''} or code object`);
  // `eval` speaks for itself in Python 2; everything else is the compiler's to say.
  if (what === 'eval' && !since(300) && s.includes('\0'))
    throw raise('TypeError', 'expected string without null bytes');
  return s;
}
/** `locals()` as a dict: the namespace at module and class level, a snapshot in a function (PEP 558/667). */
export function siteLocals(site: Value): PyDict {
  if (site == null) return namespaceDict(R.main!);
  if (site.locals != null) {
    // The function executes text (Python 2): its names are in one dict, whoever asks.
    const d = site.N === null ? new PyDict() : namespaceDict(site.N);
    for (const [k, v] of Object.entries(site.locals() as Record<string, Value>))
      if (v !== undefined) d.set(k, v);
      else if (site.N !== null) delete site.N[`$${k}`];
    return d;
  }
  return namespaceDict(site.N ?? site.G);
}
/** The namespaces that `eval` and `exec` run in: [globals, locals or null]. Errors: TypeError. */
function scopes(site: Value, g: Value, l: Value, what: string): [Value, Value] {
  if (l !== undefined && l !== None && special(l, '$__getitem__') === undefined)
    throw raise(
      'TypeError',
      what === 'eval' ? 'locals must be a mapping' : `locals must be a mapping or None, not ${l.cls.name}`,
    );
  if (g === undefined || g === None) {
    if (l !== undefined && l !== None) return [namespaceDict(site?.G ?? R.main), l];
    if (site?.locals != null) return [namespaceDict(site.G), siteLocals(site)];
    if (site?.N != null) return [namespaceDict(site.G), namespaceDict(site.N)];
    return [namespaceDict(site?.G ?? R.main), null];
  }
  if (!(g instanceof PyDict))
    throw raise(
      'TypeError',
      what === 'eval'
        ? special(g, '$__getitem__') === undefined
          ? 'globals must be a dict'
          : 'globals must be a real dict; try eval(expr, {}, mapping)'
        : `exec() globals must be a dict, not ${g.cls.name}`,
    );
  return [g, l === undefined || l === None || l === g ? null : l];
}

/** `anext(it, default)`: awaits the step, and turns its StopAsyncIteration into the default. */
class AnextDefault extends AsyncStep {
  inner: Value;
  fallback: Value;
  constructor(inner: Value, fallback: Value) {
    super(undefined as never, 'anext', None);
    this.inner = inner;
    this.fallback = fallback;
  }
  override resume(mode: 0 | 1, v: Value): Value {
    try {
      const target = this.awaited();
      const y = R.resumeAny!(target, mode, v);
      if (y === undefined) this.result = R.resultOf!(target);
      return y;
    } catch (e) {
      if (!isStop(e, 'StopAsyncIteration')) throw e;
      this.result = this.fallback;
      return undefined;
    }
  }
  target: Value = undefined;
  /** What the step is waited for by. Errors: TypeError. */
  awaited(): Value {
    const { inner } = this;
    if (inner.resume !== undefined && inner.cls.heap === false && !inner.gen) return inner;
    const target = (this.target ??= awaitable(inner));
    if (target === undefined) throw raise('TypeError', `object ${inner.cls.name} can't be used in 'await' expression`);
    return target;
  }
}
define('anext_awaitable', {
  shape: AnextDefault,
  abstract: true,
  methods: {
    '__await__(self, /)': (s) => s,
    '__iter__(self, /)': (s) => s,
    '__next__(self, /)': (s) => R.ended!(s, s.resume(0, None)),
    'send(self, value, /)': (s, v) => R.ended!(s, s.resume(0, v)),
    'throw(self, type, value=None, traceback=None, /)': (s, t, v, tb) => R.ended!(s, s.resume(1, R.thrown!(t, v, tb))),
    'close(self, /)'(s) {
      closeIterator(s.awaited());
      return None;
    },
  },
});

defineNames(B, {
  None,
  NotImplemented,
  Ellipsis,
  'True @2.2+': true,
  'False @2.2+': false,
  object,
  type: classType,
  property,
  super: superType,
  classmethod: classMethodType,
  staticmethod: staticMethodType,
  __debug__: true,
});
for (const [n, t] of Object.entries(E)) defineNames(B, { [exceptionEras[n] ? `${n} @${exceptionEras[n]}` : n]: t });
defineNames(B, { EnvironmentError: E.OSError, IOError: E.OSError });
