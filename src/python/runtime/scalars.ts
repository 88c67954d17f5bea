/** Brings numbers, text and bytes into being, and names them among the built-ins. */
import { defineFunctions, defineNames } from './define.ts';
import { float } from './float.ts';
import { bool, int } from './int.ts';
import { numberFunctions } from './number-functions.ts';
import { str } from './str.ts';
import { B } from './builtins.ts';

defineNames(B, { int, 'bool @2.2+': bool, float, str });
defineFunctions(B, numberFunctions);
