/** Import: native modules from a table, the others from the library in Python, all by the names of the program's era. Source: the reference, "The import system". */
import { compileText, evaluate, sources, table } from './code.ts';
import type { Run } from './code.ts';
import { Native } from './native.ts';
import { define, later } from './define.ts';
import { raise } from './errors.ts';
import { isStop } from './exceptions.ts';
import { namespaceDict } from './functions.ts';
import type { Value } from './object.ts';
import { getattr, missingAttribute, tryGet } from './object.ts';
import { repr, str } from './repr.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import { hostLink } from './streams.ts';
import { PyDict, PyModule } from './values.ts';
import { attributeName } from './class-facts.ts';
import { items } from './iteration.ts';

export const moduleType = define('module', {
  shape: PyModule,
  opaque: true,
  hasDict: true,
  alloc: (cls) => {
    const m = Object.create(cls.proto);
    m.ns = Object.create(R.builtins!);
    return m;
  },
  statics: { '__new__(cls, *args, **kw)': (cls) => cls.alloc(cls) },
  methods: {
    '__init__(self, name, doc=None)'(self, name, doc = None) {
      if (typeof name !== 'string')
        throw raise('TypeError', `module.__init__() argument 1 must be str, not ${name.cls.name}`);
      Object.assign(self.ns, {
        $__name__: name,
        $__doc__: doc,
        ...(since(300) && { $__package__: None, $__loader__: None, $__spec__: None }),
      });
      return None;
    },
    '__repr__(self, /)'(m) {
      const name = Object.hasOwn(m.ns, '$__name__') ? repr(m.ns.$__name__) : "'?'";
      const file = Object.hasOwn(m.ns, '$__file__') ? m.ns.$__file__ : undefined;
      return file !== undefined && file !== None
        ? `<module ${name} from ${repr(file)}>`
        : m.builtin
          ? `<module ${name} (built-in)>`
          : since(300)
            ? `<module ${name}>`
            : `<module ${name} (built-in)>`;
    },
    '__getattribute__(self, name, /)'(m, name) {
      const k = `$${attributeName(name)}`;
      const v = proto.getattro.call(m, k);
      if (v === undefined) throw missingAttribute(m, k);
      return v;
    },
    '__setattr__(self, name, value, /)': (m, name, v) => (proto.setattro.call(m, `$${attributeName(name)}`, v), None),
    '__delattr__(self, name, /)': (m, name) => (proto.setattro.call(m, `$${attributeName(name)}`, undefined), None),
    '__dir__(self, /) @3.0+'(m) {
      const f = Object.hasOwn(m.ns, '$__dir__') ? m.ns.$__dir__ : undefined;
      if (f !== undefined) return f.tpcall([], null);
      return R.builtins!.$sorted.tpcall([namespaceDict(m.ns)], null);
    },
  },
  attributes: { __dict__: (m) => namespaceDict(m.ns) },
});
const proto = PyModule.prototype as Value;
proto.getattro = function (this: PyModule, k: string): Value {
  if (Object.hasOwn(this.ns, k)) return this.ns[k];
  const d = this.cls.dict[k];
  if (d !== undefined) return typeof d === 'object' && d.desc !== 0 ? d.tpget(this, this.cls) : d;
  const fallback = Object.hasOwn(this.ns, '$__getattr__') ? this.ns.$__getattr__ : undefined;
  if (fallback !== undefined && since(307)) return fallback.tpcall([k.slice(1)], null);
  return undefined;
};
proto.setattro = function (this: PyModule, k: string, v: Value): void {
  const d = this.cls.dict[k];
  if (d !== undefined && d.desc === 2) return d.tpset(this, v);
  if (v === undefined) {
    if (!Object.hasOwn(this.ns, k)) throw raise('AttributeError', k.slice(1));
    delete this.ns[k];
  } else this.ns[k] = v;
};
proto.missingText = function (this: PyModule, name: string): string {
  const own = Object.hasOwn(this.ns, '$__name__') ? this.ns.$__name__ : undefined;
  return since(300) && own !== undefined
    ? `module '${str(own)}' has no attribute '${name}'`
    : `'module' object has no attribute '${name}'`;
};

/** Native modules: how to fill each one's namespace. */
export const natives = new Map<string, (ns: Record<string, Value>) => void>();
/** The first and last Python that has a native module, where not all have it. */
const nativeEras = new Map<string, [number, number]>();
/** A native module of some Pythons only: versions as in `R.version`. */
export function nativeModule(name: string, from: number, to: number, fill: (ns: Record<string, Value>) => void): void {
  natives.set(name, fill);
  nativeEras.set(name, [from, to]);
}
/** The library's own modules may use what came later. */
const hasNative = (name: string, library: boolean): boolean => {
  const [from, to] = nativeEras.get(name) ?? [0, 9999];
  return natives.has(name) && (R.version >= from || library) && R.version <= to;
};

let builtinsForLibrary: Record<string, Value> | undefined;
/** What modules of the library find built in: in the first eras also what came later, since they are written in later Python. */
function libraryBuiltins(): Record<string, Value> {
  if (since(207)) return R.builtins!;
  return (builtinsForLibrary ??= Object.assign(Object.create(R.builtins!), later(R.builtins!)));
}

/** sys.modules. */
export const loaded = new PyDict();

function newModule(name: string, builtins = R.builtins!): PyModule {
  const m = new PyModule(Object.create(builtins));
  Object.assign(m.ns, { $__name__: name, $__doc__: None, $__package__: None });
  if (since(300)) Object.assign(m.ns, { $__loader__: None, $__spec__: None });
  return m;
}
export { newModule };

interface LibraryModule {
  filename: string;
  source: string;
  js: string;
  package?: boolean;
}

/** The library's own modules may use what their era did not have. */
const inLibrary = (from: Record<string, Value>): boolean =>
  Object.hasOwn(from, '$__file__') && String(from.$__file__).startsWith('lib/');

function noModule(name: string): Value {
  const e = raise(
    since(306) ? 'ModuleNotFoundError' : 'ImportError',
    since(303) ? `No module named '${name}'` : `No module named ${name}`,
  );
  e['@name'] = name;
  e['@msg'] = e.args[0];
  return e;
}
/** In ../stdlib. */
const LEFT_OUT = '_left_out';
/** The same, which tells what the book leaves out from a name that no Python has. */
function notFound(name: string): Value {
  const e = noModule(name);
  if (name !== LEFT_OUT && importModule(LEFT_OUT).ns.$is_left_out.call1(name) === true)
    e.args = [`${e.args[0]}: not part of this book's library`];
  e['@name'] = name;
  e['@msg'] = e.args[0];
  return e;
}

/** The code of library modules that was read ahead of a program: reading is most of what an import costs, and the same in every era. */
const ahead = new Map<string, { lib: LibraryModule; run: Run }>();
/** Reads modules of the library without running them; the boot image is then taken. Names that it does not have are passed over. */
export function readAhead(names: string[]): void {
  for (const name of names) {
    if (ahead.has(name) || natives.has(name)) continue;
    const answer = hostLink.host!.module(name, '');
    if (answer === null) continue;
    const lib = JSON.parse(answer) as LibraryModule;
    if (!lib.js) continue;
    ahead.set(name, { lib: { ...lib, js: '' }, run: evaluate(lib.js) });
  }
}

/** Imports a module by its full name and returns it. Errors: ImportError (ModuleNotFoundError from 3.6 on), and what its body raises. */
export function importModule(name: string, library = false): Value {
  const known = loaded.get(name);
  if (known !== undefined) {
    if (known === None) throw notFound(name);
    return known;
  }
  const dot = name.lastIndexOf('.');
  let parent: Value;
  if (dot > 0) {
    parent = importModule(name.slice(0, dot), library);
    const again = loaded.get(name);
    if (again !== undefined) return again;
    if (tryGet(parent, '$__path__') === undefined) {
      const e = notFound(name);
      if (since(303)) e.args = [`No module named '${name}'; '${name.slice(0, dot)}' is not a package`];
      throw e;
    }
  }
  const m = load(name, library);
  if (parent !== undefined) parent.setattro(`$${name.slice(dot + 1)}`, m);
  return m;
}
function load(name: string, library: boolean): Value {
  const fill = hasNative(name, library) ? natives.get(name) : undefined;
  if (fill !== undefined) {
    const m = newModule(name);
    (m as Value).builtin = true;
    loaded.set(name, m);
    fill(m.ns);
    for (const v of Object.values(m.ns)) if (v instanceof Native) (v as Value).module ??= name;
    return m;
  }
  const known = ahead.get(name);
  const answer = known !== undefined ? '' : hostLink.host!.module(name, R.era);
  if (answer === null) throw notFound(name);
  const lib = known?.lib ?? (JSON.parse(answer) as LibraryModule);
  const m = newModule(name, libraryBuiltins());
  m.ns.$__file__ = lib.filename;
  if (lib.package) m.ns.$__path__ = R.list!([lib.filename.replace(/\/__init__\.py$/, '')]);
  m.ns.$__package__ = lib.package ? name : name.slice(0, Math.max(0, name.lastIndexOf('.')));
  loaded.set(name, m);
  sources.set(lib.filename, lib.source.split('\n'));
  const outer = R.ex;
  R.ex = null;
  try {
    const run =
      known !== undefined
        ? known.run
        : lib.js !== undefined && lib.js !== ''
          ? evaluate(lib.js)
          : compileText(lib.source, { filename: lib.filename, mode: 'exec', era: '3.13', stdlib: true });
    run(table, m.ns, m.ns);
  } catch (e) {
    loaded.delete(name);
    throw e;
  } finally {
    R.ex = outer;
  }
  return loaded.get(name) ?? m;
}

/** What `import name` binds, or with `names` what `from name import …` looks in. */
export function importName(name: string, from: Record<string, Value>, names: string[] | null, level: number): Value {
  let full = name;
  if (level > 0) full = resolve(name, from, level);
  else if (level < 0 || !since(300)) {
    // Python 2 looks in the package first.
    const pkg = Object.hasOwn(from, '$__path__') ? from.$__name__ : undefined;
    if (typeof pkg === 'string' && name !== '') {
      const inner = `${pkg}.${name}`;
      if (loaded.get(inner) !== undefined || hostLink.host!.module(inner, R.era) !== null) full = inner;
    }
  }
  if (full === '') throw raise('ValueError', 'Empty module name');
  if (R.absent !== undefined && !inLibrary(from) && (R.absent.has(full) || R.absent.has(full.split('.')[0]!)))
    throw noModule(full);
  const m = importModule(full, inLibrary(from));
  if (names === null) {
    if (level > 0) return m;
    const first = full.split('.')[0]!;
    return first === full ? m : loaded.get(first);
  }
  if (tryGet(m, '$__path__') !== undefined)
    for (const n of names) {
      if (n === '*' || tryGet(m, `$${n}`) !== undefined) continue;
      if (R.absent?.has(`${full}.${n}`) && !inLibrary(from)) continue;
      try {
        importModule(`${full}.${n}`, inLibrary(from));
      } catch (e) {
        if (!isStop(e, 'ImportError') || (e as Value)['@name'] !== `${full}.${n}`) throw e;
      }
    }
  return m;
}
function resolve(name: string, from: Record<string, Value>, level: number): string {
  let pkg: Value = Object.hasOwn(from, '$__package__') ? from.$__package__ : undefined;
  if (pkg === undefined || pkg === None) {
    pkg = from.$__name__;
    if (typeof pkg === 'string' && !Object.hasOwn(from, '$__path__'))
      pkg = pkg.includes('.') ? pkg.slice(0, pkg.lastIndexOf('.')) : '';
  }
  if (typeof pkg !== 'string' || pkg === '')
    throw since(300)
      ? raise('ImportError', 'attempted relative import with no known parent package')
      : raise('ValueError', 'Attempted relative import in non-package');
  const parts = pkg.split('.');
  if (level - 1 >= parts.length)
    throw raise(since(309) ? 'ImportError' : 'ValueError', 'attempted relative import beyond top-level package');
  const base = parts.slice(0, parts.length - (level - 1)).join('.');
  return name === '' ? base : `${base}.${name}`;
}
R.importModule = importModule;
R.loadedModule = (name) => loaded.get(name);
R.tryGet = tryGet;
R.importName = importName;

export const $import = (name: string, G: Record<string, Value>, names: string[] | null, level: number): Value => {
  const hook = R.builtins!.$__import__;
  if (hook !== undefined && hook.native !== true)
    return hook.tpcall(
      [name, namespaceDict(G), namespaceDict(G), names === null ? None : R.tuple!(names), level],
      null,
    );
  return importName(name, G, names, level);
};
/** `from m import name`. Errors: ImportError. */
export function $importfrom(m: Value, name: string): Value {
  const v = tryGet(m, `$${name}`);
  if (v !== undefined) return v;
  const own = tryGet(m, '$__name__');
  if (typeof own === 'string') {
    const sub = loaded.get(`${own}.${name}`);
    if (sub !== undefined) return sub;
  }
  const file = tryGet(m, '$__file__');
  const where = file === undefined || file === None ? 'unknown location' : str(file);
  const text = since(307)
    ? `cannot import name ${repr(name)} from ${repr(own ?? '<unknown module name>')} (${where})`
    : since(304)
      ? `cannot import name '${name}'`
      : `cannot import name ${name}`;
  const e = raise('ImportError', text);
  e['@name'] = own ?? None;
  e['@msg'] = text;
  e['@name_from'] = name;
  throw e;
}
/** `from m import *`. Errors: AttributeError when `__all__` names something that is not there. */
export function $importstar(m: Value, N: Record<string, Value>): void {
  const all = tryGet(m, '$__all__');
  const names =
    all !== undefined
      ? items(all).map((n) => str(n))
      : (tryGet(m, '$__dict__') as PyDict).keys().filter((k) => typeof k === 'string' && !k.startsWith('_'));
  for (const n of names) N[`$${n}`] = getattr(m, `$${n}`);
}
