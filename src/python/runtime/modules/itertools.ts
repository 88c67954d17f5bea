/** itertools: the module, with its iterators from the files beside it. Source: the library reference, "itertools". */
import { defineFunctions, defineNames } from '../define.ts';
import { nativeModule } from '../modules.ts';
import { combinatorics } from './combinations.ts';
import { groupby, grouper } from './groupby.ts';
import { compress, dropwhile, filterfalse, ifilter, ifilterfalse, islice, takewhile } from './itertools-choosing.ts';
import { count, cycle, repeat } from './itertools-endless.ts';
import {
  accumulate,
  batched,
  chain,
  imap,
  izip,
  izip_longest,
  pairwise,
  starmap,
  zip_longest,
} from './itertools-joining.ts';
import { tee, teeType } from './tee.ts';

nativeModule('itertools', 203, 9999, (ns) => {
  defineNames(ns, {
    count,
    cycle,
    repeat,
    chain,
    dropwhile,
    takewhile,
    starmap,
    islice,
    'groupby @2.4+': groupby,
    '_grouper @2.4+': grouper,
    '_tee @3.0+': teeType,
    'accumulate @3.2+': accumulate,
    'batched @3.12+': batched,
    'compress @2.7+': compress,
    'filterfalse @3.0+': filterfalse,
    'pairwise @3.10+': pairwise,
    'zip_longest @3.0+': zip_longest,
    'ifilterfalse @2.7-': ifilterfalse,
    'ifilter @2.7-': ifilter,
    'imap @2.7-': imap,
    'izip @2.7-': izip,
    'izip_longest @2.6-2.7': izip_longest,
    ...combinatorics,
  });
  defineFunctions(ns, { 'tee(iterable, n=2, /) @2.4+': tee });
});
