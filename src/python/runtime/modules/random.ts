/** _random: the Mersenne Twister MT19937, as CPython seeds and reads it. Source: Matsumoto and Nishimura (1998); the library reference, "random". */
import { define, defineNames } from '../define.ts';
import { raise } from '../errors.ts';
import { nativeModule } from '../modules.ts';
import type { PyType, Value } from '../object.ts';
import { PyObject } from '../object.ts';
import { hash } from '../hash.ts';
import { indexOf, intValue, norm } from '../operands.ts';
import { None } from '../singletons.ts';
import { since } from '../state.ts';
import { PyFloat, PyTuple } from '../values.ts';

const N = 624;
const M = 397;

class Random extends PyObject {
  declare mt: number[];
  declare index: number;

  private start(seed: number): void {
    const mt = new Array<number>(N);
    mt[0] = seed >>> 0;
    for (let i = 1; i < N; i++) {
      const x = mt[i - 1]! ^ (mt[i - 1]! >>> 30);
      mt[i] = (Math.imul(1812433253, x) + i) >>> 0;
    }
    this.mt = mt;
    this.index = N;
  }
  seed(key: number[]): void {
    this.start(19650218);
    const { mt } = this;
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      const x = mt[i - 1]! ^ (mt[i - 1]! >>> 30);
      mt[i] = ((mt[i]! ^ Math.imul(x, 1664525)) + key[j]! + j) >>> 0;
      i++;
      j++;
      if (i >= N) {
        mt[0] = mt[N - 1]!;
        i = 1;
      }
      if (j >= key.length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      const x = mt[i - 1]! ^ (mt[i - 1]! >>> 30);
      mt[i] = ((mt[i]! ^ Math.imul(x, 1566083941)) - i) >>> 0;
      i++;
      if (i >= N) {
        mt[0] = mt[N - 1]!;
        i = 1;
      }
    }
    mt[0] = 0x80000000;
  }
  private turn(): void {
    const { mt } = this;
    for (let k = 0; k < N; k++) {
      const y = (mt[k]! & 0x80000000) | (mt[(k + 1) % N]! & 0x7fffffff);
      mt[k] = (mt[(k + M) % N]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0)) >>> 0;
    }
    this.index = 0;
  }
  word(): number {
    if (this.index >= N) this.turn();
    let y = this.mt[this.index++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }
  double(): number {
    const a = this.word() >>> 5;
    const b = this.word() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }
  bits(k: number): Value {
    if (k === 0) return 0;
    if (k <= 32) return this.word() >>> (32 - k);
    let n = 0n;
    for (let i = 0; k > 0; i++, k -= 32) {
      let w = this.word();
      if (k < 32) w >>>= 32 - k;
      n |= BigInt(w) << BigInt(32 * i);
    }
    return norm(n);
  }
}
/** Where CPython asks the operating system for entropy, every run here begins alike, and each generator of a run differently. */
let unseeded = 20010511;

function keyOf(v: Value): number[] {
  const i = v === undefined || v === None ? unseeded++ : (intValue(v) ?? hash(v));
  // Outside int only the hash counts, read as an unsigned word.
  let n = BigInt(i);
  if (n < 0n) n = intValue(v) === undefined ? n + (1n << 64n) : -n;
  const key: number[] = [];
  do {
    key.push(Number(n & 0xffffffffn));
    n >>= 32n;
  } while (n > 0n);
  return key;
}
const random: PyType = define('Random', {
  shape: Random,
  module: '_random',
  alloc: (cls) => {
    const r = Object.create(cls.proto);
    r.seed(keyOf(None));
    return r;
  },
  statics: {
    '__new__(cls, /, *args, **kw)'(cls, args: Value[]) {
      const r = cls.alloc(cls);
      if (cls === random && args.length > 1)
        throw raise('TypeError', `Random() takes at most 1 argument (${args.length} given)`);
      if (args[0] !== undefined && args[0] !== None) r.seed(keyOf(args[0]));
      return r;
    },
  },
  methods: {
    '__init__(self, /, *args, **kw)': () => None,
    'random(self, /)': (r: Random) => new PyFloat(r.double()),
    'seed(self, n=None, /)'(r: Random, n) {
      if (since(311) && n !== undefined && n !== None && intValue(n) === undefined && typeof n !== 'string') hash(n);
      r.seed(keyOf(n));
      return None;
    },
    'getrandbits(self, k, /)'(r: Random, kv) {
      const k = indexOf(kv);
      if (k < 0 || (k == 0 && !since(309)))
        throw raise(
          'ValueError',
          since(309) ? 'number of bits must be non-negative' : 'number of bits must be greater than zero',
        );
      if (k > 100_000_000) throw raise('MemoryError');
      return r.bits(Number(k));
    },
    'getstate(self, /)': (r: Random) => new PyTuple([...r.mt, r.index]),
    'setstate(self, state, /)'(r: Random, state) {
      if (!(state instanceof PyTuple)) throw raise('TypeError', 'state vector must be a tuple');
      if (state.a.length !== N + 1) throw raise('ValueError', 'state vector is the wrong size');
      const words = state.a.map((v) => indexOf(v));
      const index = words.pop()!;
      if (index < 0 || index > N) throw raise('ValueError', 'invalid state');
      r.mt = words.map((w) => {
        if (w < 0 || (typeof w === 'bigint' && w >= 2n ** 64n))
          throw raise('OverflowError', "can't convert negative value to unsigned int");
        return Number(BigInt.asUintN(32, BigInt(w)));
      });
      r.index = Number(index);
      return None;
    },
  },
});
nativeModule('_random', 203, 9999, (ns) => defineNames(ns, { Random: random }));
