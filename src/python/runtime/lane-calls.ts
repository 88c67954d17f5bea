/** Functions that a loop calls, as lanes: one for each function, and one for each object whose methods are called. A call has no memory, so nothing waits here. */
import { PyFunction, PyMethod } from './call.ts';
import { shortName } from './lane-words.ts';
import type { Value } from './object.ts';

/** What the trace knows of somebody who is called. */
export interface Called {
  key: object;
  name: string;
  /** Which of its methods. */
  method?: string;
}

/** Who a call is to; undefined for what is not of the program's own making. `own` tells whether a file is the program's. */
export function calledOf(callback: Value, own: (file: string) => boolean): Called | undefined {
  if (callback instanceof PyMethod) {
    const method = callback.f instanceof PyFunction ? callback.f : undefined;
    if (method === undefined || callback.self === undefined || !own(method.code.f.filename)) return undefined;
    return { key: callback.self, name: callback.self.cls.name, method: method.name };
  }
  if (callback instanceof PyFunction)
    return own(callback.code.f.filename) ? { key: callback, name: `${shortName(callback.qualname)}()` } : undefined;
  // An object with handlers: of a class of the program's, or of the library's that the program made one of.
  return callback?.cls?.heap === true ? { key: callback, name: callback.cls.name } : undefined;
}
