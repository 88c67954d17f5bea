/** The words after a fence's backticks: `run`, then attributes. */
import { nearest } from './mistakes.ts';
import type { Attributes } from './types.ts';

export interface Info extends Attributes {
  era?: string;
  name?: string;
}

/** What is wrong with one word; the parser adds where. */
export interface Fault {
  word: string;
  message: string;
  remedy: string;
}

interface Rule {
  /** An example, for remedies. */
  like: string;
  /** Reads the value into the info; answers what is wrong with it. */
  read(value: string, info: Info): string | undefined;
}

const valued: Record<string, Rule> = {
  era: { like: 'era=3.4', read: (value, info) => void (info.era = value) },
  name: {
    like: 'name=countdown',
    read: (value, info) => {
      info.name = value;
      return /^[A-Za-z][\w-]*$/.test(value)
        ? undefined
        : 'a name is a letter, then letters, digits, - and _, since it is also an anchor';
    },
  },
  skip: { like: 'skip="needs a real network"', read: (value, info) => void (info.skip = value) },
  raises: {
    like: 'raises=TypeError',
    read: (value, info) => {
      info.raises = value;
      return /^[\p{L}_]\w*$/u.test(value) ? undefined : 'it names one exception class, without its module or message';
    },
  },
  oracle: {
    like: 'oracle=3.6 or oracle="off:why no CPython can confirm it"',
    read: (value, info) => {
      const reason = /^off(?::(.*))?$/s.exec(value);
      info.oracle = reason ? { off: reason[1]?.trim() ?? '' } : { version: value };
      if (reason) return reason[1]?.trim() ? undefined : 'switching the oracle off needs a reason';
      return /^\d+\.\d+(\.\d+)?$/.test(value) ? undefined : 'it is a version of CPython, or off: and a reason';
    },
  },
};

const flags: Record<string, (info: Info) => void> = {
  fresh: (info) => void (info.fresh = true),
  timeline: (info) => void (info.timeline = true),
  await: (info) => void (info.await = true),
};

const attributeNames: readonly string[] = [...Object.keys(valued), ...Object.keys(flags)];

/** `key`, `key=value` or `key="several words"`. */
const word = /([^\s="]+)(?:=("[^"]*"|[^\s"]*))?(?=\s|$)|(\S+)/g;

/** Reads the attributes of a cell, past `run`. */
export function readInfo(text: string): { info: Info; faults: Fault[] } {
  const info: Info = { fresh: false, timeline: false };
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const [whole, key, quoted, broken] of text.matchAll(word)) {
    const fault = (message: string, remedy: string) => faults.push({ word: whole, message, remedy });
    if (broken !== undefined || key === undefined) {
      fault(
        `${whole} is not an attribute.`,
        'Attributes are key or key=value; a value with spaces stands in "double quotes".',
      );
      continue;
    }
    const value = quoted?.replace(/^"(.*)"$/s, '$1');
    const rule = Object.hasOwn(valued, key) ? valued[key] : undefined;
    const flag = Object.hasOwn(flags, key) ? flags[key] : undefined;
    if (seen.has(key)) fault(`${key} is given twice.`, 'Keep one of the two.');
    else if (rule && !value?.trim()) fault(missing(key), `Write ${rule.like}.`);
    else if (rule) {
      const wrong = rule.read(value!, info);
      if (wrong) fault(`${key}=${value}: ${wrong}.`, `Write ${rule.like}.`);
    } else if (flag && quoted !== undefined) fault(`${key} has no value.`, `Write ${key} alone.`);
    else if (flag) flag(info);
    else fault(`there is no attribute ${key}.`, suggestion(key));
    seen.add(key);
  }
  return { info, faults };
}

function missing(key: string): string {
  return key === 'skip' ? 'a skipped cell must say why.' : `${key} needs a value.`;
}

function suggestion(key: string): string {
  const meant = nearest(key, attributeNames);
  return meant ? `Did you mean ${meant}?` : `A cell has these: ${attributeNames.join(', ')}.`;
}
