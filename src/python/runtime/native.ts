/** Functions and methods written in TypeScript, and how a call reaches them without looking at names where it can. */
import { spread } from './arguments.ts';
import { raise } from './errors.ts';
import type { Naming } from './named-arguments.ts';
import { bindNative } from './native-arguments.ts';
import type { Kw, NativeJs, PyType, Value } from './object.ts';
import { PyObject, isSubtype, isType } from './object.ts';
import { cramped, elsewhere, gate } from './room.ts';
import type { Signature } from './signatures.ts';
import { fixedArity, parseSignature } from './signatures.ts';
import { R, since } from './state.ts';

/** A function written in TypeScript. `*args` reaches it as an array, `**kw` as a Map, a missing optional as undefined. */
export class Native extends PyObject {
  js: NativeJs;
  /** With how many arguments `js` may be called as it is: always, or, where some are optional, as the last call had it. See PyFunction. */
  n: number;
  calls: number;
  name: string;
  text: string;
  sig: Signature | null = null;
  /** The class it is a method of, for reprs and messages. */
  owner: PyType | null;
  declare native: true;
  isStatic = false;
  constructor(text: string, js: NativeJs, owner: PyType | null = null) {
    super();
    const open = text.indexOf('(');
    this.text = text;
    this.name = text.slice(0, open);
    this.js = js;
    this.owner = owner;
    this.n = this.calls = fixedArity(text);
  }
  get signature(): Signature {
    return (this.sig ??= parseSignature(this.text));
  }
  /** How the last call with keywords was passed on (named-arguments.ts). */
  naming: Naming | null = null;
  /** How a call without keywords is passed on; worked out at the first one. */
  plan: Plan | null = null;
  /** Calls with positional arguments only: nearly always there is nothing to bind. `skip`: as in bindNative. */
  direct(args: Value[], skip: number): Value {
    if (--gate.left < 0 && cramped()) return elsewhere(this.direct, this, [args, skip]);
    const plan = (this.plan ??= planOf(this.signature));
    const n = args.length;
    if (n < plan.low || n > plan.high) return this.js(...bindNative(this, args, null, skip));
    return spread(this.js, plan.plain ? args : filled(plan, args));
  }
  /** Whether `js` takes `n` arguments as they are. The next such call need not ask. */
  fits(n: number): boolean {
    const plan = (this.plan ??= planOf(this.signature));
    if (!plan.plain || n < plan.low || n > plan.high) return false;
    if (!this.isNew) this.adapt(n);
    return true;
  }
  adapt(n: number): void {
    this.n = this.calls = n;
  }
  /** The same without an array. */
  direct1(a: Value): Value {
    return this.fits(1) ? this.js(a) : this.direct([a], this.skipped);
  }
  direct2(a: Value, b: Value): Value {
    return this.fits(2) ? this.js(a, b) : this.direct([a, b], this.skipped);
  }
  direct3(a: Value, b: Value, c: Value): Value {
    return this.fits(3) ? this.js(a, b, c) : this.direct([a, b, c], this.skipped);
  }
  /** How many arguments at the front messages do not count. */
  get skipped(): number {
    return this.isNew ? 1 : 0;
  }
  get qualname(): string {
    return this.owner === null ? this.name : `${this.owner.name}.${this.name}`;
  }
  tpcall(args: Value[], kw: Kw): Value {
    return kw === null ? this.direct(args, this.skipped) : this.js(...bindNative(this, args, kw, this.skipped));
  }
  /** `__new__` speaks in the name of its class, and does not count it. */
  get isNew(): boolean {
    return this.isStatic && this.name === '__new__';
  }
  get makes(): boolean {
    return this.isNew || (this.owner !== null && this.name === '__init__');
  }
  /** As messages call it. */
  get label(): string {
    return this.makes ? this.owner!.name : this.name;
  }
}
Object.assign(Native.prototype, {
  native: true,
  call1: Native.prototype.direct1,
  call2: Native.prototype.direct2,
  call3: Native.prototype.direct3,
});

/** `__new__` of a native class, as a program may call it: the class that it is given must be this one, or inherit from it. */
export class NativeNew extends Native {
  constructor(text: string, js: NativeJs, owner: PyType) {
    super(text, js, owner);
    this.n = this.calls = -1;
  }
  override tpcall(args: Value[], kw: Kw): Value {
    const cls = args[0];
    const { owner } = this;
    if (cls !== undefined && cls !== owner) {
      const { module } = owner!;
      const name = /^builtins$|^exceptions$|^__builtin__$/.test(module ?? 'builtins')
        ? owner!.name
        : `${module}.${owner!.name}`;
      if (!isType(cls)) throw raise('TypeError', `${name}.__new__(X): X is not a type object (${cls.cls.name})`);
      if (!isSubtype(cls, owner!))
        throw raise('TypeError', `${name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${name}`);
    }
    return super.tpcall(args, kw);
  }
}

/** How arguments by position reach a native function: from `low` to `high` of them need no look at the signature. */
interface Plan {
  low: number;
  high: number;
  /** They are passed as they are, those that are missing at the end being undefined. */
  plain: boolean;
  most: number;
  vararg: boolean;
  /** Keyword-only parameters, all optional. */
  named: number;
  kwarg: boolean;
}
function planOf(sig: Signature): Plan {
  const { most, vararg, kwarg } = sig;
  const named = sig.params.length - most;
  const needsNames = sig.params.slice(most).some((p) => !p.optional);
  return {
    low: needsNames ? Infinity : sig.least,
    high: vararg ? Infinity : most,
    plain: !vararg && !kwarg && named === 0,
    most,
    vararg,
    named,
    kwarg,
  };
}
/** In the order of the signature: positional, `*args`, keyword-only, `**kw`. */
function filled(plan: Plan, args: Value[]): Value[] {
  const { most } = plan;
  const n = args.length;
  const out: Value[] = [];
  for (let i = 0; i < most; i++) out.push(i < n ? args[i] : undefined);
  if (plan.vararg) out.push(most === 0 ? args : args.slice(most));
  for (let i = 0; i < plan.named; i++) out.push(undefined);
  if (plan.kwarg) out.push(new Map());
  return out;
}

/** A native method in its class: binds to the instance. As a function of its own, it looks first at what it is called on. */
export class NativeMethod extends Native {
  constructor(text: string, js: NativeJs, owner: PyType | null = null) {
    super(text, js, owner);
    this.calls = -1;
  }
  override adapt(n: number): void {
    this.n = n;
  }
  tpget(o: Value, _cls: PyType): Value {
    return o === undefined ? this : new NativeBound(this, o);
  }
  override tpcall(args: Value[], kw: Kw): Value {
    const self = args[0];
    if (self === undefined)
      throw raise(
        'TypeError',
        this.isSlot || !since(309)
          ? `descriptor '${this.name}' of '${this.owner!.name}' object needs an argument`
          : `unbound method ${this.qualname}() needs an argument`,
      );
    if (!self.cls.mro.includes(this.owner!))
      throw raise(
        'TypeError',
        this.isSlot || !since(308)
          ? `descriptor '${this.name}' requires a '${this.owner!.name}' object but received a '${self.cls.name}'`
          : `descriptor '${this.name}' for '${this.owner!.name}' objects doesn't apply to a '${self.cls.name}' object`,
      );
    return kw === null ? this.direct(args, 1) : this.js(...bindNative(this, args, kw, 1));
  }
  override get skipped(): number {
    return 1;
  }
  get isSlot(): boolean {
    return this.name.startsWith('__') && this.name.endsWith('__') && !plainDunders.has(this.name);
  }
}
const generic = PyObject.prototype;
// Called through its class, it looks at what it is called on.
Object.assign(NativeMethod.prototype, { desc: 1, call1: generic.call1, call2: generic.call2, call3: generic.call3 });
R.nativeFunction = (text, js) => new Native(text, js);
R.nativeMethod = (text, js, owner) => new NativeMethod(text, js, owner);
/** Double-underscore names that CPython implements as ordinary methods, not as type slots. */
const plainDunders = new Set(
  '__reduce__ __reduce_ex__ __format__ __sizeof__ __dir__ __getstate__ __setstate__ __copy__ __deepcopy__ __reversed__ __length_hint__ __subclasshook__ __init_subclass__ __round__ __trunc__ __floor__ __ceil__ __getnewargs__ __class_getitem__ __prepare__ __instancecheck__ __subclasscheck__ __subclasses__ __enter__ __exit__ __aenter__ __aexit__ __bytes__ __complex__ __unicode__ __fspath__ __missing__ __mro_entries__'.split(
    ' ',
  ),
);

/** A native method bound to its instance: `<built-in method append of list object at 0x…>`. */
export class NativeBound extends PyObject {
  f: NativeMethod;
  self: Value;
  constructor(f: NativeMethod, self: Value) {
    super();
    this.f = f;
    this.self = self;
  }
  tpcall(args: Value[], kw: Kw): Value {
    const f = this.f;
    if (kw !== null) return f.js(...bindNative(f, [this.self, ...args], kw, 1));
    if (f.n === 1 && args.length === 0) return f.js(this.self);
    if (f.n === 2 && args.length === 1) return f.js(this.self, args[0]);
    return f.direct([this.self, ...args], 1);
  }
}
Object.assign(NativeBound.prototype, {
  call0(this: NativeBound) {
    return this.f.direct1(this.self);
  },
  call1(this: NativeBound, a: Value) {
    return this.f.direct2(this.self, a);
  },
  call2(this: NativeBound, a: Value, b: Value) {
    return this.f.direct3(this.self, a, b);
  },
});
