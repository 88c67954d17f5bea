/** Brings numbers, text and bytes into being, and names them among the built-ins. */
import { B } from './builtins.ts';
import { bytearray, bytes } from './bytes.ts';
import { complex } from './complex.ts';
import { defineFunctions, defineNames, onActivate } from './define.ts';
import { float } from './float.ts';
import { bool, int } from './int.ts';
import { longType } from './long.ts';
import { memoryview } from './memoryview.ts';
import { numberFunctions } from './number-functions.ts';
import { since } from './state.ts';
import { str } from './str.ts';
import { basestring, unicode } from './unicode.ts';

defineNames(B, {
  int,
  'bool @2.2+': bool,
  float,
  complex,
  str,
  'bytes @3.0+': bytes,
  'bytearray @2.6+': bytearray,
  'memoryview @2.7+': memoryview,
  'bytes @2.6-2.7': str,
  'long @2.7-': longType,
  'unicode @2.0-2.7': unicode,
  'basestring @2.3-2.7': basestring,
});
defineFunctions(B, numberFunctions);

/* Before 2.3 truth values are ints; before 2.2 types are not classes and have names of their own. */
onActivate.push(() => {
  if (!since(203)) bool.proto.cls = int;
  if (!since(202)) {
    str.name = 'string';
    longType.name = 'long int';
  }
});
