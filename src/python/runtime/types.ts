/** Brings every built-in class into being, and gives the built-ins' namespace its names. */
import './scalars.ts';
import './list.ts';
import './iteration-functions.ts';
import './annotations.ts';
import './displays.ts';
import './groups.ts';
import './patterns.ts';
import './python2.ts';
import './generic-alias.ts';
import './suggestions.ts';
import './warn.ts';
import './modules/index.ts';
import { B } from './builtins.ts';
import { defineNames } from './define.ts';
import { dict } from './dict.ts';
import { classes } from './iteration-functions.ts';
import { list } from './list.ts';
import { genericTruth } from './truth.ts';
import { listRange, range } from './range.ts';
import { slice } from './sequence.ts';
import { frozenset, set } from './set.ts';
import { R } from './state.ts';
import { tuple } from './tuple.ts';

R.genericTruth = (v) => genericTruth.call(v);
defineNames(B, {
  list,
  tuple,
  dict,
  'slice @2.0+': slice,
  'set @2.4+': set,
  'frozenset @2.4+': frozenset,
  'range @3.0+': range,
  'xrange @2.7-': range,
  'range @2.7-': listRange,
  'enumerate @2.3+': classes.enumerate,
  'reversed @2.4+': classes.reversed,
  'zip @3.0+': classes.zip,
  'map @3.0+': classes.map,
  'filter @3.0+': classes.filter,
});
