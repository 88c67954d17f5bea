/**
 * _lazy: names of a package that come from modules which most programs do not use. The module is imported when one of its names is first asked for; until
 * then nobody has paid for reading it. What a program sees is the same: the names are there, in `dir()` too.
 */
import { defineFunctions } from '../define.ts';
import { importModule, loaded, natives } from '../modules.ts';
import type { Value } from '../object.ts';
import { None } from '../singletons.ts';

function settle(ns: Record<string, Value>, key: string, value: Value): void {
  Object.defineProperty(ns, key, { value, writable: true, enumerable: true, configurable: true });
}
function later(ns: Record<string, Value>, name: string, find: () => Value): void {
  const key = `$${name}`;
  Object.defineProperty(ns, key, {
    get() {
      const value = find();
      settle(ns, key, value);
      return value;
    },
    set(value: Value) {
      settle(ns, key, value);
    },
    enumerable: true,
    configurable: true,
  });
}
natives.set('_lazy', (ns) =>
  defineFunctions(ns, {
    /** In the package, `module` and these names of it are imported when somebody asks for one. */
    'later(package, module, names, /)'(name: string, module: string, names: Value) {
      const own: Record<string, Value> = loaded.get(name).ns;
      const full = `${name}.${module}`;
      later(own, module, () => importModule(full));
      for (const one of names.a as string[]) later(own, one, () => importModule(full).ns[`$${one}`]);
      return None;
    },
  }),
);
