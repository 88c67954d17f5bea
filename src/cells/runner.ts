/** Runs the cells of a test file: one sandbox for all of them, which gives each a fresh copy of its boot image. */
import { Sandbox } from '../sandbox/node.ts';
import type { Event, Outcome, Program } from '../sandbox/protocol.ts';

let sandbox: Sandbox | undefined;

export function run(program: Program, onEvent: (event: Event) => void): Promise<Outcome> {
  sandbox ??= new Sandbox({ spare: false });
  return sandbox.run(program, onEvent);
}
