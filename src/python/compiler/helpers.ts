/**
 * Everything that compiled code takes from the runtime's table `$`: name → signature and meaning. The runtime is tested against this list.
 * Where a helper can raise, a last argument `$l = n` may follow: it is evaluated after the others, says where the program is, and is ignored.
 * `o`, `v`, … are Python values, `k` a property name (`$name`), `name` plain text, arrays are JavaScript arrays.
 */
export const helpers = {
  // State and constants
  $R: 'record: ex (exception being handled or null), live, site',
  $D: 'record: the delegation record; it = what to delegate to',
  $None: 'None',
  $Ellipsis: 'Ellipsis',
  $NotImplemented: 'NotImplemented',
  $float: '(number) → float',
  $imag: '(number) → complex with that imaginary part',
  $big: '(decimal digits) → int beyond the safe range',
  $long: '(decimal digits) → Python 2 long',
  $bytes: '(characters 0–255) → bytes',
  $unicode: '(text) → Python 2 unicode',
  $tracecall:
    '(frame or null, code, l, locals, profiled?: true) tells the trace and the profile function of a call: → the frame that tells more, or null; never null in a program that is profiled',
  $callwatched:
    '(f, args, keywords or null, frame or null, l) calls, and tells the profile function if f is written in TypeScript',
  $traceline: '(frame, line) tells that a line is reached',
  $traceyield: '(frame, value) tells that the value is yielded: → value',
  $tracereturn: '(frame) tells that the frame is left with its `result`, or by an exception',
  $traceraise: '(frame or null, e, code, l) tells that the frame got an exception, once: → e',
  $reap:
    '() finalises generators and coroutines whose last reference went, and delivers signals; called as $R.live && $reap()',
  $deeper:
    '() one more call: → whether it should be made on another stack; throws RecursionError. Whoever leaves the call counts `R.depth` down',
  $elsewhere: '(f, this, arguments) → f.apply(this, arguments), on another stack',
  $signal: '(f) calls f(true) when a signal comes, which $reap then delivers, and f(false) afterwards',

  // Names
  $nameerror: '(name) throws NameError',
  $unbound: '(name) throws UnboundLocalError',
  $unboundfree: '(name) throws NameError for a free variable',
  $delname: '(namespace, name) deletes a global or class-level name; throws NameError',
  $mksite: '(G, N | null, locals thunk | null) → what $R.site holds during a call of locals(), eval() and the like',

  // Operators: any operands
  $add: '(a, b)',
  $sub: '(a, b)',
  $mul: '(a, b)',
  $truediv: '(a, b)',
  $floordiv: '(a, b)',
  $mod: '(a, b)',
  $pow: '(a, b)',
  $matmul: '(a, b)',
  $lshift: '(a, b)',
  $rshift: '(a, b)',
  $and: '(a, b)',
  $or: '(a, b)',
  $xor: '(a, b)',
  $classicdiv: '(a, b) Python 2 division',
  $iadd: '(a, b) → new value of a',
  $isub: '(a, b)',
  $imul: '(a, b)',
  $itruediv: '(a, b)',
  $ifloordiv: '(a, b)',
  $imod: '(a, b)',
  $ipow: '(a, b)',
  $imatmul: '(a, b)',
  $ilshift: '(a, b)',
  $irshift: '(a, b)',
  $iand: '(a, b)',
  $ior: '(a, b)',
  $ixor: '(a, b)',
  $iclassicdiv: '(a, b)',
  $neg: '(v)',
  $pos: '(v)',
  $invert: '(v)',
  $eq: '(a, b) → any value',
  $ne: '(a, b)',
  $lt: '(a, b)',
  $le: '(a, b)',
  $gt: '(a, b)',
  $ge: '(a, b)',
  $contains: '(container, item) → JavaScript boolean',
  $truth: '(v) → JavaScript boolean',

  // Calls
  $call: '(f, args)',
  $callkw: '(f, args, kw map)',
  $callm: '(o, k, args, l, at) calls method k of o; at is the position to report when there is no such attribute',
  $callmkw: '(o, k, args, kw map, l, at)',
  $callm0: '(o, k, at) the same without arguments',
  $callm1: '(o, k, a, at)',
  $callm2: '(o, k, a, b, at)',
  $callnamed: '(f, args, names) calls with keyword arguments: their values are the last of args',
  $callmnamed: '(o, k, args, names, l, at)',
  $loadm:
    '(o, k) looks method k up where the plain property was not there: → a box to give to $callfound, never with a property n; throws AttributeError',
  $callfound:
    '(o, k, found, args) calls what o.$name or $loadm found, as o.k(...) would; found may be any class attribute, or a box of $loadm',
  $kw: '(name, value, …) → Map of keyword arguments',
  $kwadd: '(map, name, value, f) adds one after a **mapping; throws TypeError when it is there already',
  $kwstar: '(map, mapping, f) adds a mapping; throws TypeError for duplicates and keys that are no str',
  $star:
    '(array, iterable, f?) appends the items to the array and returns it; f is the callee, for the message, or null: a list or tuple',
  $superm:
    '(super, class or undefined, first argument or undefined, k) finds the method k of super(): → a function to call with self first, or a box without a property n',
  $callsuper: '(found, self, args) calls what $superm found',
  $super0:
    '(super, class or undefined, first argument or undefined) → super() without arguments; calls super() plainly when it is not the built-in',

  // Attributes and items
  $get: '(o, k)',
  $set: '(o, k, v)',
  $del: '(o, k)',
  $getitem: '(o, i)',
  $setitem: '(o, i, v)',
  $delitem: '(o, i)',
  $slice: '(start, stop, step)',
  $getslice: '(o, i | undefined, j | undefined) Python 2',
  $setslice: '(o, i, j, v) Python 2',
  $delslice: '(o, i, j) Python 2',

  // Displays and text
  $list: '(array)',
  $tuple: '(array)',
  $set_: '(array)',
  $dict: '([k, v, …])',
  $dictstar: '(dict, mapping) → the dict, updated (display **mapping)',
  $dictmore: '(dict, [k, v, …]) → the dict, with more items',
  $format: '(v, conversion: -1 or character code of s, r, a, spec) → str',
  $fstr: '(array of str) → str',
  $repr: '(v) → str, Python 2 backticks',
  $template: '([text or [value, expression text, conversion, spec]]) → 3.14 template',

  // Iteration
  $iter: '(v) → a Python iterator, or v itself where $js knows a faster way',
  $js: '(iterator) → JavaScript iterable of its values',
  $range:
    '(f, args) → {start, stop, step, it}: counted when it is undefined (f is the built-in range and all are small ints); else start, stop and step are 0 and f(*args) is iterated by $rangenext; a long range is counted up to the stop of its first part',
  $rangenext:
    '(range record) → next value, or undefined at the end; moves start and stop to the next part of a long range',
  $unpack: '(v, n) → array of exactly n values; throws ValueError, TypeError',
  $unpackex: '(v, before, after) → array: before values, a list, after values',

  // Functions, classes, modules
  $code: '(fields, G) → code object',
  $fn: '(code, js, defaults | null, kwdefaults [[name, value], …] | null, annotations: [name, value, …], or a thunk of it from 3.14, or undefined, cells [[get, set], …] when the program asks for them) → function',
  $label: '(frame, arguments) names the lane of a generator or coroutine that is being made (compile option `labels`)',
  $born: '(code, arguments) names the lane of an object by the call that made it (compile option `labels`)',
  $home: '(code, arguments, method) a call as the lane of the functions that are made in it (compile option `labels`)',
  $settle: '(function, home) a function that is made in that call',
  $frame:
    '(code) → frame of a generator: l = position index while suspended, 0 not started, -1 running, -2 ended; locals: thunk',
  $gen: '(frame, JavaScript generator) → generator',
  $coro: '(frame, JavaScript generator) → coroutine',
  $agen: '(frame, JavaScript generator) → asynchronous generator',
  $genexp: '(code, function* (frame, iterator), iterator) → generator of a generator expression',
  $agenexp: '(code, function* (frame, iterator), iterator) → asynchronous generator of a generator expression',
  $Wrapped: 'class: new $Wrapped(v) is what an asynchronous generator yields for `yield v`',
  $class:
    '(name, bases, keyword map | null, body, code, G) → class; body(N) fills the namespace and may return a function that takes the finished class (the __class__ cell)',
  $typeparam: "(kind: 'TypeVar' | 'ParamSpec' | 'TypeVarTuple', name, bound thunk | null, default thunk | null)",
  $generic: '(function, tuple of type parameters) → the function, with __type_params__',
  $genericbase: '(tuple of type parameters) → Generic[…], a base class',
  $typealias: '(name, tuple of type parameters, value thunk)',
  $annotate: '(namespace, name, value) records a variable annotation',
  $annotatelazy: '(namespace, name, value thunk) the same from 3.14 on',
  $import: '(name, G, names array | null, level) → module, as IMPORT_NAME',
  $importfrom: '(module, name)',
  $importstar: '(module, namespace)',
  $print: '(dest | null, array, newline) Python 2',
  $exec: '(body, globals | null, locals | null) Python 2',
  $displayhook: '(v) shows the value of an expression statement, interactively',

  // Exceptions
  $tb: '(e, code, l) at the end of a function: → the Python exception, with a traceback entry (unless $again marked it)',
  $gtb: '(e, code, l, frame) the same for generators, but throws by itself: StopIteration becomes RuntimeError from 3.7 on (PEP 479); before, its value is returned',
  $exc: '(e, code, l) in a handler: → the Python exception, with a traceback entry (unless $again marked it)',
  $again: '(e) → e, marked: its traceback already has the entry of this frame',
  $chain:
    '(thrown value, e | null) an exception thrown into a frame that handles e gets e as its __context__, unless it is e; nothing for null',
  $raise: '(exception or class, cause?) → exception to throw, with __context__ (and __cause__)',
  $raise2: '(type, value | undefined, traceback | undefined) Python 2',
  $reraise: '() → the exception being handled, marked as by $again; throws RuntimeError when there is none',
  $match: '(exception, class or tuple) → JavaScript boolean',
  $assertfail: '(message | undefined) → AssertionError to throw',
  $withenter: '(manager) → {exit, value}: __exit__ looked up, __enter__ called',
  $awithenter: '(manager) → {exit, value}: __aexit__ looked up; value is what __aenter__() returned, to be awaited',
  $withexit: '(record, exception | undefined) → what __exit__ (or __aexit__) returned',
  $group: '(e) except*: → {e, rest, raised}: the exception as a group, to be split by $groupmatch',
  $groupmatch: '(group record, class) → the matching part, or undefined; the record keeps the rest',
  $groupraise: '(group record, e) notes an exception raised by a handler',
  $groupend: '(group record) → exception to throw at the end, or undefined',

  // Suspending
  $yieldfrom:
    '(v, code) → what to delegate to for `yield from v`; only an iterable coroutine may delegate to a coroutine',
  $await: '(v) → what to delegate to for `await v`; throws TypeError',
  $awaitin: "(v, '__aenter__' | '__aexit__') the same inside `async with`: only the message differs",
  $aiter: '(v) → v.__aiter__()',
  $anext: '(it) → what to delegate to for the next item',
  $stopped: '(thrown value) → whether it is a StopAsyncIteration',
  $first: '(a, …) → a: lets the rest be evaluated while a is kept',

  // Patterns (PEP 634)
  $matchseq: '(v) → its items as an array if it is a sequence other than str, bytes, bytearray; else undefined',
  $matchmap:
    '(v, keys array, rest: boolean) → array of the values (and, with rest, a dict of the others), or undefined',
  $matchclass:
    '(v, class, number of positional patterns, keyword names) → array of attribute values, or undefined; throws TypeError',
} as const;

export type HelperName = keyof typeof helpers;
