/**
 * "Did you mean …?": the nearest name to one that does not exist, in tracebacks from 3.10 on, and from 3.12 on a hint at a missing import. Which name is near
 * is found in stdlib/_nearest.py, which is loaded when there is something to say. Source: What's New in Python 3.10 ("Better error messages").
 */
import { E } from './errors.ts';
import type { Traceback } from './base-exception.ts';
import type { Value } from './object.ts';
import { tryGet } from './object.ts';
import { hooks } from './print-traceback.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';

const inLibrary = (name: string, ...args: Value[]): Value => R.importModule!('_nearest').ns[name].tpcall(args, null);

/** The nearest candidate, or undefined when none is near enough. */
function nearest(wrong: string, candidates: string[]): string | undefined {
  const found = inLibrary('$nearest', wrong, R.list!(candidates));
  return found === None ? undefined : found;
}
R.nearest = nearest;
const names = (v: Value): string[] => {
  const list = R.builtins!.$dir.tpcall([v], null);
  return list.a.filter((n: Value) => typeof n === 'string');
};
const visible = (all: string[], wrong: string): string[] =>
  since(312) && !wrong.startsWith('_') ? all.filter((n) => !n.startsWith('_')) : all;

hooks.suggest = (e) => {
  const mro = e.cls.mro;
  const wrong = e['@name'];
  if (mro.includes(E.NameError!) && typeof wrong === 'string') return forName(e, wrong);
  if (mro.includes(E.AttributeError!) && typeof wrong === 'string') {
    const o = e['@obj'];
    if (o === undefined || o === None) return '';
    return said(nearest(wrong, visible(names(o), wrong)));
  }
  if (since(312) && mro.includes(E.ImportError!) && typeof e['@name_from'] === 'string') {
    const module = R.loadedModule?.(e['@name']);
    return module === undefined ? '' : said(nearest(e['@name_from'], visible(names(module), e['@name_from'])));
  }
  return '';
};
const said = (name: string | undefined): string => (name === undefined ? '' : `. Did you mean: '${name}'?`);

function forName(e: Value, wrong: string): string {
  let tb: Traceback | null = e.tb;
  while (tb?.next) tb = tb.next;
  const known = tb === null ? [] : Object.keys(tb.code.G).map((k) => k.slice(1));
  const code = tb?.code.f;
  if (since(312) && code?.varnames[0] === 'self') {
    const self = tb!.frame?.locals?.()?.self;
    if (self !== undefined && tryGet(self, `$${wrong}`) !== undefined) return `. Did you mean: 'self.${wrong}'?`;
  }
  const builtins = Object.keys(R.builtins!).map((k) => k.slice(1));
  // Without a traceback nobody knows which names there were.
  const text = tb === null ? '' : said(nearest(wrong, [...(code?.varnames ?? []), ...known, ...builtins]));
  if (!since(312) || inLibrary('$is_module', wrong) !== true) return text;
  return text === '' ? `. Did you forget to import '${wrong}'?` : `${text} Or did you forget to import '${wrong}'?`;
}
