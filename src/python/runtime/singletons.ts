/** The values of which there is one each. Their classes are given to them by the modules that define those classes. */
import type { Value } from './object.ts';

export const None: Value = {};
export const NotImplemented: Value = {};
export const Ellipsis: Value = {};
