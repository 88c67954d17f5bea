/** The module `sys`, as far as a program in a sandbox has one. Source: the library reference. */
import { hooks as asyncgenHooks } from './asyncgen.ts';
import { wrapping } from './generator-types.ts';
import { isException } from './base-exception.ts';
import { currentStream, write } from './builtins.ts';
import { defineFunctions } from './define.ts';
import { raise } from './errors.ts';
import { frameAt } from './frames.ts';
import { loaded, natives } from './modules.ts';
import { special, type Value } from './object.ts';
import { indexOf, intValue } from './operands.ts';
import { repr } from './repr.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import { intDigits } from './format-spec.ts';
import { complain, stderr, stdin, stdout } from './streams.ts';
import { formatException } from './print-traceback.ts';
import { PyDict, PyFloat, PyList, PyTuple } from './values.ts';
import { structSequence } from './struct-sequence.ts';

/** Micro versions of the oracles; what a program of that era sees in `sys.version_info`. */
const micro: Record<string, number> = {
  '1.5.2': 2,
  '2.7': 18,
  '3.6': 15,
  '3.7': 16,
  '3.8': 18,
  '3.9': 18,
  '3.10': 13,
  '3.11': 7,
  '3.12': 1,
};

/** A number of frames as a C int. Errors: TypeError, OverflowError. */
function depthOf(depth: Value): number {
  const n = depth === undefined ? 0 : indexOf(depth);
  if (n > 0x7fffffff || n < -0x80000000) throw raise('OverflowError', 'Python int too large to convert to C int');
  return Math.max(0, Number(n));
}

/** Errors: TypeError, OverflowError, ValueError below 1, and since 3.5 RecursionError when calls are nested as deep as that already. */
function setRecursionLimit(limit: Value): Value {
  if (!since(310) && special(limit, '$__index__') === undefined)
    throw raise('TypeError', `an integer is required${since(300) ? ` (got type ${limit.cls.name})` : ''}`);
  const n = Number(indexOf(limit));
  if (n > 0x7fffffff || n < -0x80000000)
    throw raise(
      'OverflowError',
      since(307)
        ? 'Python int too large to convert to C int'
        : `signed integer is ${n < 0 ? 'less than minimum' : 'greater than maximum'}`,
    );
  if (n < 1)
    throw raise(
      'ValueError',
      since(300) ? 'recursion limit must be greater or equal than 1' : 'recursion limit must be positive',
    );
  // Until 3.9 a program that had been too deep was let off only well below the limit.
  const mark = since(310) ? n : n > 200 ? n - 50 : 3 * (n >> 2);
  if (since(305) && R.depth >= mark)
    throw raise(
      'RecursionError',
      `cannot set the recursion limit to ${n} at the recursion depth ${R.depth}: the limit is too low`,
    );
  R.recursionLimit = n;
  return None;
}

const versionInfo = structSequence('sys.version_info', ['major', 'minor', 'micro', 'releaselevel', 'serial']);
const hooksType = structSequence('sys.asyncgen_hooks', ['firstiter', 'finalizer']);
const floatInfo = structSequence('sys.float_info', [
  'max',
  'max_exp',
  'max_10_exp',
  'min',
  'min_exp',
  'min_10_exp',
  'dig',
  'mant_dig',
  'epsilon',
  'radix',
  'rounds',
]);
const intInfo = structSequence('sys.int_info', [
  'bits_per_digit',
  'sizeof_digit',
  'default_max_str_digits',
  'str_digits_check_threshold',
]);
const longInfo = structSequence('sys.long_info', ['bits_per_digit', 'sizeof_digit']);
const hashInfo = structSequence('sys.hash_info', [
  'width',
  'modulus',
  'inf',
  'nan',
  'imag',
  'algorithm',
  'hash_bits',
  'seed_bits',
  'cutoff',
]);
const flags = structSequence('sys.flags', [
  'debug',
  'inspect',
  'interactive',
  'optimize',
  'dont_write_bytecode',
  'no_user_site',
  'no_site',
  'ignore_environment',
  'verbose',
  'bytes_warning',
  'quiet',
  'hash_randomization',
  'isolated',
  'dev_mode',
  'utf8_mode',
]);
const implementation = structSequence('types.SimpleNamespace', ['name', 'cache_tag', 'version', 'hexversion']);

let switchInterval = 0.005;

/** Fills the namespace once the era is known. */
export function fillSys(argv: string[]): void {
  const m = R.importModule!('sys');
  const ns: Record<string, Value> = m.ns;
  R.sys = ns;
  const [major, minor] = R.era.split('.').map(Number) as [number, number];
  const mic = micro[R.era] ?? 0;
  Object.assign(ns, {
    $argv: new PyList(argv.slice()),
    $modules: loaded,
    $path: new PyList([]),
    $version: `${major}.${minor}.${mic} (how Python learned to wait)`,
    $version_info: versionInfo.make([major, minor, mic, 'final', 0]),
    $hexversion: major * 2 ** 24 + minor * 65536 + mic * 256 + 0xf0,
    $platform: since(303) || !since(300) ? 'linux' : 'linux2',
    $byteorder: 'little',
    $executable: '',
    $prefix: '/usr',
    $exec_prefix: '/usr',
    $copyright: 'Copyright (c) 2001 Python Software Foundation.',
    $api_version: 1013,
    $maxsize: 9223372036854775807n,
    $maxunicode: 1114111,
    $stdout: stdout,
    $stderr: stderr,
    $stdin: stdin,
    $__stdout__: stdout,
    $__stderr__: stderr,
    $__stdin__: stdin,
    $builtin_module_names: new PyTuple([...natives.keys()].sort()),
    $float_info: floatInfo.make([
      new PyFloat(Number.MAX_VALUE),
      1024,
      308,
      new PyFloat(2.2250738585072014e-308),
      -1021,
      -307,
      15,
      53,
      new PyFloat(2 ** -52),
      2,
      1,
    ]),
    $float_repr_style: 'short',
    $warnoptions: new PyList([]),
    $dont_write_bytecode: false,
    $flags: flags.make([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, false, 1]),
  });
  if (since(300)) {
    ns.$int_info = intInfo.make([30, 4, 4300, 640]);
    ns.$hash_info = hashInfo.make([64, 2305843009213693951n, 314159, 0, 1000003, 'siphash13', 64, 128, 0]);
    ns.$implementation = implementation.make(['cpython', `cpython-${major}${minor}`, ns.$version_info, ns.$hexversion]);
  } else {
    ns.$maxint = 9223372036854775807n;
    if (since(206)) ns.$py3kwarning = false;
    if (since(207)) ns.$long_info = longInfo.make([30, 4]);
  }
  for (const k of ['$excepthook', '$displayhook', '$unraisablehook'])
    if (ns[k] !== undefined) ns[`$__${k.slice(1)}__`] = ns[k];
}

natives.set('sys', (ns) =>
  defineFunctions(ns, {
    'exit(status=None, /)'(status) {
      const e = raise('SystemExit', ...(status === undefined ? [] : [status]));
      e['@code'] = status ?? None;
      throw e;
    },
    'exc_info()': () => new PyTuple(R.ex === null ? [None, None, None] : [R.ex.cls, R.ex, R.ex.tb ?? None]),
    'exception() @3.11+': () => R.ex ?? None,
    'exc_clear() @2.7-'() {
      R.ex = null;
      return None;
    },
    'getrecursionlimit()': () => R.recursionLimit,
    'setrecursionlimit(limit, /)': setRecursionLimit,
    'getrefcount(object, /)': () => 2,
    'getsizeof(object, default=None, /)': (v) =>
      16 + (Array.isArray(v.a) ? v.a.length * 8 : typeof v === 'string' ? 33 + v.length : 12),
    'getdefaultencoding()': () => (since(300) ? 'utf-8' : 'ascii'),
    'getfilesystemencoding()': () => 'utf-8',
    'intern(string, /) @3.0+'(s) {
      if (typeof s !== 'string') throw raise('TypeError', `intern() argument must be str, not ${s.cls.name}`);
      return s;
    },
    'getswitchinterval() @3.2+': () => new PyFloat(switchInterval),
    'setswitchinterval(interval, /) @3.2+'(v) {
      switchInterval = v.v ?? v;
      return None;
    },
    'getcheckinterval() @2.7-': () => 100,
    'setcheckinterval(n, /) @2.7-': () => None,
    'get_int_max_str_digits() @3.11+': () => intDigits.max,
    'set_int_max_str_digits(maxdigits) @3.11+'(n) {
      const v = Number(indexOf(n));
      if (v !== 0 && v < 640) throw raise('ValueError', 'maxdigits must be 0 or larger than 640');
      intDigits.max = v;
      return None;
    },
    'displayhook(object, /)'(v) {
      if (v !== None) {
        write(currentStream('stdout'), `${repr(v)}\n`);
        R.builtins!.$_ = v;
      }
      return None;
    },
    'excepthook(exctype, value, traceback, /)'(_t, v) {
      if (isException(v)) complain(formatException(v));
      else
        complain(
          v === None && since(313)
            ? 'NoneType: None\n'
            : `TypeError: print_exception(): Exception expected for value, ${v.cls.name} found\n`,
        );
      return None;
    },
    'unraisablehook(unraisable, /) @3.8+'(u) {
      if (u.getattro('$exc_value') === undefined)
        throw raise('TypeError', 'sys.unraisablehook argument type must be UnraisableHookArgs');
      const get = (n: string): Value => u.getattro(`$${n}`) ?? None;
      const message = get('err_msg') === None ? 'Exception ignored in' : get('err_msg');
      complain(
        `${message}: ${get('object') === None ? 'None' : repr(get('object'))}\n${formatException(get('exc_value'))}`,
      );
      return None;
    },
    '_getframe(depth=0, /)'(depth) {
      return frameAt(depthOf(depth));
    },
    '_getframemodulename(depth=0, /) @3.12+'(depth) {
      return frameAt(depthOf(depth)).code.G.$__name__ ?? None;
    },
    'settrace(function, /)'(f) {
      R.trace = f === None ? null : f;
      R.untraced = f === None;
      return None;
    },
    'gettrace()': () => R.trace ?? None,
    'setprofile(function, /)'(f) {
      R.profile = f === None ? null : f;
      R.unprofiled = f === None;
      return None;
    },
    'getprofile() @2.6+': () => R.profile ?? None,
    'is_finalizing() @3.5+': () => false,
    'set_asyncgen_hooks(firstiter=None, finalizer=None) @3.6+'(firstiter, finalizer) {
      for (const [f, what] of [
        [firstiter, 'firstiter'],
        [finalizer, 'finalizer'],
      ] as const)
        if (f !== undefined && f !== None && f.cls.dict.$__call__ === undefined)
          throw raise('TypeError', `callable ${what} expected, got ${f.cls.name}`);
      if (firstiter !== undefined) asyncgenHooks.firstiter = firstiter;
      if (finalizer !== undefined) asyncgenHooks.finalizer = finalizer;
      return None;
    },
    'get_asyncgen_hooks() @3.6+': () => hooksType.make([asyncgenHooks.firstiter, asyncgenHooks.finalizer]),
    'set_coroutine_origin_tracking_depth(depth) @3.7+'(n) {
      const v = intValue(n);
      if (v === undefined) throw raise('TypeError', `'${n.cls.name}' object cannot be interpreted as an integer`);
      if (v < 0) throw raise('ValueError', 'depth must be >= 0');
      R.originDepth = Number(v);
      return None;
    },
    'get_coroutine_origin_tracking_depth() @3.7+': () => R.originDepth ?? 0,
    // Provisional (PEP 492), and gone when nobody had found a use for it that origin tracking did not serve.
    'set_coroutine_wrapper(wrapper, /) @3.5-3.7'(f) {
      if (f !== None && f.cls.dict.$__call__ === undefined)
        throw raise('TypeError', `callable expected, got ${f.cls.name}`);
      wrapping.wrapper = f === None ? null : f;
      return None;
    },
    'get_coroutine_wrapper() @3.5-3.7': () => wrapping.wrapper ?? None,
    'audit(event, /, *args) @3.8+': () => None,
    'call_tracing(func, args, /)'(f, args) {
      if (!(args instanceof PyTuple))
        throw raise('TypeError', `call_tracing() argument 2 must be tuple, not ${args.cls.name}`);
      return f.tpcall(args.a, null);
    },
    '_clear_type_cache()': () => None,
    '_current_frames()': () => new PyDict(),
  }),
);
