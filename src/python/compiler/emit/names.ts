/** Reading, binding and deleting names. */
import type { Position } from '../ast.ts';
import { mangle } from '../scope.ts';
import type { Code, Piece } from './code.ts';
import { atom, jsName, piece, quote } from './code.ts';

/** The value of a variable. Bound for certain: the bare JavaScript variable; else a check that raises NameError. */
export function load(c: Code, plain: string, node: Position): Piece {
  const name = mangle(c.scope, plain);
  const r = c.scope.resolve(name);
  const js = jsName(name);
  const text = quote(plain);
  switch (r.kind) {
    case 'local':
    case 'free': {
      if (r.owner.kind === 'typeparams') return atom(js);
      const stable = !r.owner.unstable.has(name);
      if (c.isAssigned(name)) return stable ? atom(js) : piece(js);
      const missing = c.help(r.kind === 'local' ? '$unbound' : '$unboundfree', [text], node);
      if (r.kind === 'local' ? stable || !r.owner.killed.has(name) : !r.owner.killed.has(name)) c.assign(name);
      return piece(`${js} ?? ${missing}`, { loose: true });
    }
    case 'global': {
      c.names.add(name);
      const sought = c.scope.isFunction && !c.scope.execs && !c.unit.since('3.4') ? quote(`global ${plain}`) : text;
      return piece(`${c.scope.execs ? `$x.$${name} ?? ` : ''}G.$${name} ?? ${c.help('$nameerror', [sought], node)}`, {
        loose: true,
      });
    }
    case 'name': {
      c.names.add(name);
      const outer = r.owner === null ? `G.$${name}` : `${js} ?? ${c.help('$unboundfree', [text], node)}`;
      const last = r.owner === null ? ` ?? ${c.help('$nameerror', [text], node)}` : '';
      return piece(`N.$${name} ?? ${outer}${last}`, { loose: true });
    }
  }
}

/** Where a name is bound: the left side of a JavaScript assignment. */
export function place(c: Code, plain: string): string {
  const name = mangle(c.scope, plain);
  const r = c.scope.resolve(name);
  if (r.kind === 'local' || r.kind === 'free') {
    // What another function may delete is never known to be bound.
    if (!(r.owner.killed.has(name) && r.owner.unstable.has(name))) c.assign(name);
    return jsName(name);
  }
  c.names.add(name);
  return r.kind === 'name' ? `N.$${name}` : `G.$${name}`;
}

/** Whether the variable may already hold something that binding it again would drop. */
export function mayHold(c: Code, plain: string): boolean {
  const name = mangle(c.scope, plain);
  const r = c.scope.resolve(name);
  return r.kind !== 'local' || c.loops.length > 0 || c.scope.params.includes(name) || (c.assigned?.has(name) ?? false);
}

/** `del name`, as a JavaScript statement. */
export function unbind(c: Code, plain: string, node: Position): string {
  const name = mangle(c.scope, plain);
  const r = c.scope.resolve(name);
  if (r.kind === 'local' || r.kind === 'free') {
    const js = jsName(name);
    const check = c.isAssigned(name)
      ? ''
      : `${js} ?? ${c.help(r.kind === 'local' ? '$unbound' : '$unboundfree', [quote(plain)], node)}; `;
    c.unassign(name);
    return `${check}${js} = undefined;`;
  }
  return `${c.help('$delname', [r.kind === 'name' ? 'N' : 'G', quote(name)], node)};`;
}

/** `(({ x, y }))`: the local variables that can be seen here, as the thunk of an object. */
export function localsThunk(c: Code): string {
  const names = new Set<string>([...c.scope.params, ...c.scope.bound, ...c.scope.free]);
  const entries: string[] = [];
  for (const name of names) {
    const r = c.scope.resolve(name);
    if (r.kind !== 'local' && r.kind !== 'free') continue;
    const js = jsName(name);
    const key = name === '__proto__' ? "['__proto__']" : name.startsWith('.') ? quote(name) : name;
    entries.push(js === key ? js : `${key}: ${js}`);
  }
  return `() => (${entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`})`;
}
