/**
 * A class is called: `__new__` makes the object, `__init__` fills it, and what neither takes is refused.
 * Source: https://docs.python.org/3/reference/datamodel.html#object.__new__.
 */
import { fullName } from './class-facts.ts';
import { plainException, raise } from './errors.ts';
import { root } from './object-methods.ts';
import type { Kw, PyType, Value } from './object.ts';
import { isSubtype, isType, object, type, typeGet } from './object.ts';
import { cramped, elsewhere, gate } from './room.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';

const overrides = (t: PyType, k: string): boolean => t.dict[k] !== root[k];

/** `object` takes no arguments; a class that overrides only one of `__new__` and `__init__` may take what it likes. Errors: TypeError. */
export function checkObjectArguments(cls: PyType, args: Value[], kw: Map<string, Value>, from: 'new' | 'init'): void {
  if (args.length === 0 && kw.size === 0) return;
  const newOver = overrides(cls, '$__new__');
  const initOver = overrides(cls, '$__init__');
  if (newOver && initOver && !since(300)) {
    R.warn?.(
      'DeprecationWarning',
      from === 'new' ? 'object() takes no parameters' : 'object.__init__() takes no parameters',
      undefined,
      0,
    );
    return;
  }
  if (from === 'new' && newOver)
    throw raise(
      'TypeError',
      since(300)
        ? 'object.__new__() takes exactly one argument (the type to instantiate)'
        : 'object() takes no parameters',
    );
  if (from === 'new' && !initOver)
    throw raise(
      'TypeError',
      since(307)
        ? `${cls.name}() takes no arguments`
        : cls.oldStyle
          ? 'this constructor takes no arguments'
          : 'object() takes no parameters',
    );
  if (from === 'init' && initOver)
    throw raise(
      'TypeError',
      since(300)
        ? 'object.__init__() takes exactly one argument (the instance to initialize)'
        : 'object.__init__() takes no parameters',
    );
  if (from === 'init' && !newOver)
    throw raise('TypeError', `${cls.name}.__init__() takes exactly one argument (the instance to initialize)`);
}

/** `type(v)`'s answer when a class is called: `__new__`, then `__init__`. */
type.dict.tpcall = type.proto.tpcall = function (this: PyType, args: Value[], kw: Kw): Value {
  if (--gate.left < 0 && cramped()) return elsewhere(this.tpcall, this, [args, kw]);
  if (this === type && args.length === 1 && (kw === null || kw.size === 0))
    return args[0].cls.oldStyle === true && !isType(args[0]) ? R.instanceType : args[0].cls;
  const noNames = kw === null || kw.size === 0;
  if (noNames && this.make !== null) {
    const made = this.make(args);
    if (made !== undefined) return made;
  }
  const d = this.dict;
  const maker = d.$__new__;
  let o: Value;
  if (maker === root.$__new__ && this.layout === object && this.abstractMethods === undefined) {
    const init = d.$__init__;
    if (init === root.$__init__) checkObjectArguments(this, args, kw ?? new Map(), 'new');
    o = this.alloc(this);
    if (noNames && init.n === args.length + 1 && init.native !== true) {
      const r =
        args.length === 0
          ? init.js(o)
          : args.length === 1
            ? init.js(o, args[0])
            : args.length === 2
              ? init.js(o, args[0], args[1])
              : init.js(o, ...args);
      if (r !== None) throw badInit(r);
      return o;
    }
  } else {
    if (this.abstract && maker === root.$__new__)
      throw raise('TypeError', `cannot create '${fullName(this)}' instances`);
    if (noNames && maker === plainException.new && d.$__init__ === plainException.init) {
      o = this.alloc(this);
      o.args = args;
      return o;
    }
    if (noNames && !this.heap && this !== type && maker.f !== undefined && d.$__init__ === root.$__init__) {
      const all = [this];
      for (let i = 0; i < args.length; i++) all.push(args[i]);
      return maker.f.direct(all, 1);
    }
    const make = typeGet(this, '$__new__');
    o = make.tpcall(args.length === 1 ? [this, args[0]] : [this, ...args], kw);
    if (o.cls !== this && !isSubtype(o.cls, this)) return o;
    if (this === type) return o;
  }
  const init = o.cls.dict.$__init__;
  if (init === root.$__init__) {
    if (maker === root.$__new__) checkObjectArguments(this, args, kw ?? new Map(), 'init');
    return o;
  }
  const bound = typeof init === 'object' && init.desc !== 0 ? init.tpget(o, o.cls) : init;
  const r = bound.tpcall(args, kw);
  if (r !== None) throw badInit(r);
  return o;
};
/** The new object, once what its `__init__` returned has been looked at. Errors: TypeError. */
export function made(o: Value, r: Value): Value {
  if (r !== None) throw badInit(r);
  return o;
}
const badInit = (r: Value): Value => raise('TypeError', `__init__() should return None, not '${r.cls.name}'`);

/** An exception only stores its arguments, as long as it keeps `__new__` and `__init__`. */
function notPlain(cls: PyType, args: Value[]): Value {
  const d = cls.dict;
  if (d.$__init__ !== plainException.init || d.$__new__ !== plainException.new) return cls.tpcall(args, null);
  const e = cls.alloc(cls);
  e.args = args;
  return e;
}
/** A class whose instances are made by `object.__new__` and filled by an `__init__` of exactly these arguments: no array, no binding. */
const quickly = {
  call0(this: PyType): Value {
    const init = this.dict.$__init__;
    if (this.plainNew !== true || init.n !== 1 || init.native || this.abstractMethods !== undefined)
      return notPlain(this, []);
    const o = this.alloc(this);
    const r = init.js(o);
    if (r !== None) throw badInit(r);
    return o;
  },
  call1(this: PyType, a: Value): Value {
    const init = this.dict.$__init__;
    if (this.plainNew !== true || init.n !== 2 || init.native || this.abstractMethods !== undefined)
      return notPlain(this, [a]);
    const o = this.alloc(this);
    const r = init.js(o, a);
    if (r !== None) throw badInit(r);
    return o;
  },
  call2(this: PyType, a: Value, b: Value): Value {
    const init = this.dict.$__init__;
    if (this.plainNew !== true || init.n !== 3 || init.native || this.abstractMethods !== undefined)
      return notPlain(this, [a, b]);
    const o = this.alloc(this);
    const r = init.js(o, a, b);
    if (r !== None) throw badInit(r);
    return o;
  },
  call3(this: PyType, a: Value, b: Value, c: Value): Value {
    const init = this.dict.$__init__;
    if (this.plainNew !== true || init.n !== 4 || init.native || this.abstractMethods !== undefined)
      return notPlain(this, [a, b, c]);
    const o = this.alloc(this);
    const r = init.js(o, a, b, c);
    if (r !== None) throw badInit(r);
    return o;
  },
};
Object.assign(type.dict, quickly);
Object.assign(type.proto, quickly);
