/** time, on the virtual clock, in the one zone UTC. Source: the library reference, "time". */
import { clock, dateFrom, daysFrom, startOfProgram } from '../clock.ts';
import { define, defineFunctions, defineNames, extend } from '../define.ts';
import { raise } from '../errors.ts';
import { natives } from '../modules.ts';
import type { NativeJs, Value } from '../object.ts';
import { floatValue, indexOf, intValue, norm, strValue } from '../operands.ts';
import { None } from '../singletons.ts';
import { slept } from '../lane-packets.ts';
import { R, since } from '../state.ts';
import { structSequence } from '../struct-sequence.ts';
import { PyFloat, PyTuple } from '../values.ts';
import { real } from './math.ts';

const F = (v: number): PyFloat => new PyFloat(v);
const now = (): number => startOfProgram() + clock.now;
const nanoseconds = (seconds: number, base = 0): Value =>
  norm(BigInt(base) * 1_000_000_000n + BigInt(Math.round(seconds * 1e9)));

/* ---- struct_time ---- */

const struct = structSequence('time.struct_time', [
  'tm_year',
  'tm_mon',
  'tm_mday',
  'tm_hour',
  'tm_min',
  'tm_sec',
  'tm_wday',
  'tm_yday',
  'tm_isdst',
]);
struct.type.dict.$__new__ = define('_struct_time_maker', {
  statics: {
    '__new__(cls, sequence, dict=None, /)'(_cls, sequence) {
      const a = R.items!(sequence);
      if (a.length < 9)
        throw raise('TypeError', `time.struct_time() takes an at least 9-sequence (${a.length}-sequence given)`);
      if (a.length > 11)
        throw raise('TypeError', `time.struct_time() takes an at most 11-sequence (${a.length}-sequence given)`);
      return struct.make(a.slice(0, 9));
    },
  },
}).dict.$__new__;
type Fields = number[];
const mod = (a: number, n: number): number => ((a % n) + n) % n;
function fieldsOf(seconds: number): Fields {
  const whole = Math.floor(seconds);
  const days = Math.floor(whole / 86400);
  const rest = whole - days * 86400;
  const [y, m, d] = dateFrom(days);
  return [
    y,
    m,
    d,
    Math.floor(rest / 3600),
    Math.floor((rest % 3600) / 60),
    rest % 60,
    mod(days + 3, 7),
    days - daysFrom(y, 1, 1) + 1,
    0,
  ];
}
function moment(v: Value): number {
  if (v === undefined || v === None) return now();
  if (v instanceof PyFloat) {
    if (v.v !== v.v) throw raise('ValueError', 'Invalid value NaN (not a number)');
    if (Math.abs(v.v) > 2 ** 62) throw raise('OverflowError', 'timestamp out of range for platform time_t');
    return v.v;
  }
  const i = intValue(v) ?? (since(300) ? indexOf(v) : floatValue(v));
  if (i === undefined) throw raise('TypeError', 'a float is required');
  if (i > 67768036191694792 || i < -67768040609740800)
    throw raise('OverflowError', 'timestamp out of range for platform time_t');
  return Number(i);
}
const broken =
  (zone: string): NativeJs =>
  (v) => {
    const t = struct.make(fieldsOf(moment(v)));
    t.zone = zone;
    t.offset = 0;
    return t;
  };
extend(struct.type, {
  attributes: { 'tm_zone @3.3+': (t) => t.zone ?? None, 'tm_gmtoff @3.3+': (t) => t.offset ?? None },
});

/** Nine checked fields from an argument, or those of now. Errors: TypeError, ValueError. */
function fieldsFrom(v: Value, name: string): Fields {
  if (v === undefined) return fieldsOf(now());
  if (!(v instanceof PyTuple))
    throw raise(
      'TypeError',
      since(300) ? 'Tuple or struct_time argument required' : 'argument must be 9-item sequence, not ' + v.cls.name,
    );
  if (v.a.length !== 9)
    throw raise(
      'TypeError',
      since(300)
        ? `${name}(): illegal time tuple argument`
        : `function takes exactly 9 arguments (${v.a.length} given)`,
    );
  const f = v.a.map((x: Value) => {
    if (intValue(x) === undefined && (since(310) || !(x instanceof PyFloat)) && x.cls.dict.$__index__ === undefined)
      throw raise(
        'TypeError',
        x instanceof PyFloat
          ? "'float' object cannot be interpreted as an integer"
          : since(300)
            ? `'${x.cls.name}' object cannot be interpreted as an integer`
            : 'an integer is required',
      );
    return x instanceof PyFloat ? Math.trunc(x.v) : Number(indexOf(x));
  });
  if (f[6]! < -1) f[6] = -1;
  else f[6] = f[6] === -1 ? 6 : f[6]! % 7;
  return f;
}
function checked(v: Value, name: string): Fields {
  const f = fieldsFrom(v, name);
  if (f[1] === 0) f[1] = 1;
  if (f[2] === 0) f[2] = 1;
  if (f[7] === 0) f[7] = 1;
  if (f[6]! < 0) throw raise('ValueError', 'day of week out of range');
  const ranges: [number, number, number, string][] = [
    [1, 1, 12, 'month out of range'],
    [2, 1, 31, 'day of month out of range'],
    [3, 0, 23, 'hour out of range'],
    [4, 0, 59, 'minute out of range'],
    [5, 0, 61, 'seconds out of range'],
    [7, 1, 366, 'day of year out of range'],
  ];
  for (const [i, low, high, text] of ranges) if (f[i]! < low || f[i]! > high) throw raise('ValueError', text);
  return f;
}

/* ---- text ---- */

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const pad = (n: number, width = 2, fill = '0'): string =>
  n < 0 ? `-${String(-n).padStart(width - 1, fill)}` : String(n).padStart(width, fill);

/** ISO 8601 year and week. */
function isoWeek(f: Fields): [number, number] {
  const weekday = mod(f[6]!, 7);
  let year = f[0]!;
  let week = Math.floor((f[7]! - 1 - weekday + 10) / 7);
  const weeksIn = (y: number): number => {
    const last = mod(daysFrom(y, 12, 31) + 3, 7);
    return last === 3 || (last === 4 && daysFrom(y + 1, 1, 1) - daysFrom(y, 1, 1) === 366) ? 53 : 52;
  };
  if (week < 1) week = weeksIn(--year);
  else if (week > weeksIn(year)) {
    week = 1;
    year++;
  }
  return [year, week];
}
function directive(c: string, f: Fields): string | undefined {
  const [year, month, day, hour, minute, second, weekday, ofYear] = f as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  switch (c) {
    case 'a':
      return DAYS[weekday]!.slice(0, 3);
    case 'A':
      return DAYS[weekday]!;
    case 'b':
    case 'h':
      return MONTHS[month - 1]!.slice(0, 3);
    case 'B':
      return MONTHS[month - 1]!;
    case 'c':
      return `${format('%a %b', f)} ${pad(day, 2, ' ')} ${format('%H:%M:%S', f)} ${year}`;
    case 'C':
      return pad(Math.floor(year / 100));
    case 'd':
      return pad(day);
    case 'D':
    case 'x':
      return format('%m/%d/%y', f);
    case 'e':
      return pad(day, 2, ' ');
    case 'F':
      return format('%Y-%m-%d', f);
    case 'g':
      return pad(mod(isoWeek(f)[0], 100));
    case 'G':
      return String(isoWeek(f)[0]);
    case 'H':
      return pad(hour);
    case 'I':
      return pad(twelve);
    case 'j':
      return pad(ofYear, 3);
    case 'k':
      return pad(hour, 2, ' ');
    case 'l':
      return pad(twelve, 2, ' ');
    case 'm':
      return pad(month);
    case 'M':
      return pad(minute);
    case 'n':
      return '\n';
    case 'p':
      return hour < 12 ? 'AM' : 'PM';
    case 'P':
      return hour < 12 ? 'am' : 'pm';
    case 'r':
      return format('%I:%M:%S %p', f);
    case 'R':
      return format('%H:%M', f);
    case 's':
      return String(daysFrom(year, month, day) * 86400 + hour * 3600 + minute * 60 + second);
    case 'S':
      return pad(second);
    case 't':
      return '\t';
    case 'T':
    case 'X':
      return format('%H:%M:%S', f);
    case 'u':
      return String(weekday + 1);
    case 'U':
      return pad(Math.floor((ofYear + 6 - mod(weekday + 1, 7)) / 7));
    case 'V':
      return pad(isoWeek(f)[1]);
    case 'w':
      return String(mod(weekday + 1, 7));
    case 'W':
      return pad(Math.floor((ofYear + 6 - weekday) / 7));
    case 'y':
      return pad(mod(year, 100));
    case 'Y':
      return String(year);
    case 'z':
      return '+0000';
    case 'Z':
      return 'UTC';
    case '%':
      return '%';
    default:
      return undefined;
  }
}
/** strftime. An unknown directive stays as it is. */
export function format(text: string, f: Fields): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '%' || i + 1 === text.length) {
      out += text[i];
      continue;
    }
    let c = text[++i]!;
    let strip = false;
    if (c === '-' && i + 1 < text.length) {
      strip = true;
      c = text[++i]!;
    } else if ((c === 'E' || c === 'O') && i + 1 < text.length) c = text[++i]!;
    const part = directive(c, f);
    out += part === undefined ? `%${c}` : strip ? part.replace(/^[0 ]+(?=\d)/, '') : part;
  }
  return out;
}
const ascii = (f: Fields): string =>
  `${DAYS[f[6]!]!.slice(0, 3)} ${MONTHS[f[1]! - 1]!.slice(0, 3)} ${pad(f[2]!, 2, ' ')} ${format('%H:%M:%S', f)} ${f[0]}`;

function mktime(v: Value): PyFloat {
  const f = fieldsFrom(v, 'mktime');
  const month = f[1]! - 1;
  const days = daysFrom(f[0]! + Math.floor(month / 12), mod(month, 12) + 1, 1) + f[2]! - 1;
  const s = days * 86400 + f[3]! * 3600 + f[4]! * 60 + f[5]!;
  if (Math.abs(s) > 2 ** 55) throw raise('OverflowError', 'mktime argument out of range');
  return F(s);
}
/** Lets time pass; nobody waits. Errors: TypeError, ValueError for a negative number. */
export function sleep(v: Value): Value {
  if (
    since(300) &&
    !(v instanceof PyFloat) &&
    intValue(v) === undefined &&
    v.cls.dict.$__index__ === undefined &&
    v.cls.dict.$__float__ === undefined
  )
    throw raise('TypeError', `'${v.cls.name}' object cannot be interpreted as an integer`);
  const s = real(v);
  if (s !== s) throw raise('ValueError', 'Invalid value NaN (not a number)');
  if (s < 0)
    throw since(300)
      ? raise('ValueError', 'sleep length must be non-negative')
      : raise('IOError', 22, 'Invalid argument');
  if (s > 9223372036) throw raise('OverflowError', 'timestamp too large to convert to C PyTime_t');
  clock.advance(s);
  slept(s);
  return None;
}
const info = structSequence('types.SimpleNamespace', ['adjustable', 'implementation', 'monotonic', 'resolution']);
const clockInfo = (v: Value): Value => {
  const name = strValue(v);
  const kinds: Record<string, [boolean, string, boolean]> = {
    time: [true, 'virtual', false],
    monotonic: [false, 'virtual', true],
    perf_counter: [false, 'virtual', true],
    process_time: [false, 'virtual', true],
    thread_time: [false, 'virtual', true],
  };
  const k = name === undefined ? undefined : kinds[name];
  if (k === undefined) throw raise('ValueError', 'unknown clock');
  return info.make([k[0], k[1], k[2], F(1e-9)]);
};

natives.set('time', (ns) => {
  const elapsed: NativeJs = () => F(clock.now);
  const elapsedNs: NativeJs = () => nanoseconds(clock.now);
  defineNames(ns, {
    timezone: 0,
    '_STRUCT_TM_ITEMS @3.3+': 11,
    altzone: 0,
    daylight: 0,
    tzname: new PyTuple(['UTC', 'UTC']),
    'struct_time @2.2+': struct.type,
    'CLOCK_REALTIME @3.3+': 0,
    'CLOCK_MONOTONIC @3.3+': 1,
    'CLOCK_PROCESS_CPUTIME_ID @3.3+': 2,
    'CLOCK_THREAD_CPUTIME_ID @3.3+': 3,
  });
  defineFunctions(ns, {
    'time()': () => F(now()),
    'time_ns() @3.7+': () => nanoseconds(clock.now, startOfProgram()),
    'clock() @1.5-3.7': elapsed,
    'monotonic() @3.3+': elapsed,
    'monotonic_ns() @3.7+': elapsedNs,
    'perf_counter() @3.3+': elapsed,
    'perf_counter_ns() @3.7+': elapsedNs,
    'process_time() @3.3+': elapsed,
    'process_time_ns() @3.7+': elapsedNs,
    'thread_time() @3.7+': elapsed,
    'thread_time_ns() @3.7+': elapsedNs,
    'clock_gettime(clk_id, /) @3.3+': (id) => F(indexOf(id) == 0 ? now() : clock.now),
    'clock_gettime_ns(clk_id, /) @3.7+': (id) =>
      indexOf(id) == 0 ? nanoseconds(clock.now, startOfProgram()) : nanoseconds(clock.now),
    'clock_getres(clk_id, /) @3.3+': () => F(1e-9),
    'get_clock_info(name, /) @3.3+': clockInfo,
    'sleep(seconds, /)': sleep,
    'gmtime(seconds=None, /)': broken('GMT'),
    'localtime(seconds=None, /)': broken('UTC'),
    'mktime(seconds, /)': mktime,
    'asctime(tuple=None, /)': (v) => ascii(checked(v, 'asctime')),
    'ctime(seconds=None, /)': (v) => ascii(fieldsOf(moment(v))),
    'strftime(format, tuple=None, /)'(text, v) {
      const s = strValue(text);
      if (s === undefined)
        throw raise(
          'TypeError',
          since(300)
            ? `strftime() argument 1 must be str, not ${text.cls.name}`
            : `strftime() argument 1 must be str, not ${text.cls.name}`,
        );
      if (s.includes('\0') && !since(314)) throw raise('ValueError', 'embedded null character');
      return format(s, checked(v, 'strftime'));
    },
    'strptime(string, format="%a %b %d %H:%M:%S %Y", /) @2.2+'(text, pattern) {
      const [s, f] = [text, pattern ?? '%a %b %d %H:%M:%S %Y'].map((v, i) => {
        const t = strValue(v);
        if (t === undefined)
          throw raise(
            'TypeError',
            `strptime() argument ${i} must be ${since(300) ? `str, not <class '${v.cls.name}'>` : `str, not <type '${v.cls.name}'>`}`,
          );
        return t;
      });
      return parse(s!, f!);
    },
    'tzset() @2.3+': () => None,
  });
});

/** time.strptime, of which stdlib/_strptime.py does the reading. Errors: ValueError when the text does not match. */
function parse(text: string, pattern: string): Value {
  const read = R.importModule!('_strptime').ns.$parse.tpcall([text, pattern], null);
  if (!(read instanceof PyTuple)) throw raise('ValueError', read);
  const [fields, zone, offset] = read.a;
  const t = struct.make(fields.a);
  if (zone !== None) t.zone = zone;
  if (offset !== None) t.offset = offset;
  return t;
}
