/**
 * Programs of bench/loops: event loops with many tasks, connections, items or timers, `N` of them. Each runs with N and with twice as many; the steps that
 * this takes, which are the same on every run, show how its cost grows: 2 is linear.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { Host, type Assets } from '../src/sandbox/host.ts';
import { findCPython, timeCPython } from './cpython.ts';
import type { LoopRow } from './table.ts';

const FOLDER = new URL('./loops/', import.meta.url).pathname;

/** Milliseconds. Ten thousand tasks are what the embedded scheduler was made for. */
const AIMS: Record<string, number> = { tasks: 300 };

/** The rows, and what was wrong with the programs that have none. */
export async function loopRows(assets: Assets, quick: boolean): Promise<{ rows: LoopRow[]; faults: string[] }> {
  const host = new Host(assets);
  const rows: LoopRow[] = [];
  const faults: string[] = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.py'))) {
    const text = readFileSync(FOLDER + file, 'utf8');
    const n = Number(/^N = (\d+)$/m.exec(text)?.[1]) / (quick ? 10 : 1);
    const era = /^# era: ([\d.]+)/.exec(text)?.[1] ?? '3.13';
    // CPython has no virtual clock: what waits for long is not given to it.
    const python = era === '3.13' && !quick && !/^# waits: /m.test(text) ? findCPython() : undefined;
    const of = (count: number): string => text.replace(/^N = .*$/m, `N = ${count}`);
    try {
      const once = await measure(host, file, of(n), era);
      const twice = await measure(host, file, of(2 * n), era);
      rows.push({
        what: /^# (?!era)(.*)$/m.exec(text)?.[1] ?? file,
        n,
        ours: once.ms,
        growth: twice.fuel / once.fuel,
        ...(file.slice(0, -3) in AIMS && !quick && { aim: AIMS[file.slice(0, -3)]! }),
        ...(python !== undefined && { cpython: timeCPython(python, FOLDER + file, 1) }),
      });
    } catch (error) {
      faults.push(`bench/loops/${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { rows, faults };
}

/** Runs a program once; throws when it did not end by itself. */
async function measure(host: Host, filename: string, text: string, era: string): Promise<{ ms: number; fuel: number }> {
  const limits = { fuel: Infinity, seconds: Infinity };
  const start = performance.now();
  const outcome = await host.run({ language: 'python', era, sources: [{ filename, text }], limits }, () => {});
  if (outcome.status !== 'done') throw new Error(`${filename} ended with ${outcome.status}: ${outcome.message ?? ''}`);
  return { ms: performance.now() - start, fuel: outcome.fuel };
}
