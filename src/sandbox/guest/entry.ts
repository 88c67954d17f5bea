/**
 * The first code inside the sandbox, evaluated once: it takes the host's functions off the global object and adds to them its own entry,
 * through which the host starts programs. The memory as it is then is the boot image.
 */
import { interrupt, prepareLibrary, runPython, type PythonProgram } from '../../python/runtime/index.ts';
import * as scheduler from '../../scheduler/index.ts';
import { listening } from '../../scheduler/trace.ts';
import { makeDeterministic } from './determinism.ts';
import type { GuestHost, RawHost } from './host-interface.ts';
import { inspect, line } from './inspect.ts';
import { FIELD, pack, unpack } from './wire.ts';

interface BootGlobals {
  $host?: RawHost;
  $scheduler?: typeof scheduler;
  $session?: { mark: (index: number) => void };
  console?: unknown;
}
const globals = globalThis as BootGlobals;

const raw = globals.$host as RawHost;
delete globals.$host;

const host: GuestHost = {
  write: (stream, text) => (stream === 1 ? raw.out(pack(text)) : raw.err(pack(text))),
  compile: (text, optionsJson) => unpack(raw.compile(pack(text), optionsJson)),
  module: (name, era) => (name.includes('\0') ? null : raw.module(name, era)),
  character: (what, of, version) => raw.character(what, pack(of), version),
  input: () => {
    const text = raw.input();
    return text === null ? null : unpack(text);
  },
  trace: raw.trace,
  markSource: raw.mark,
  room: raw.room,
  elsewhere: raw.elsewhere,
};

makeDeterministic();

/** Characters written by a js program. */
let written = 0;

function installConsole(): void {
  const write = (stream: 1 | 2, text: string): void => {
    written += text.length;
    host.write(stream, text);
  };
  const out = (...values: unknown[]): void => write(1, line(values));
  const err = (...values: unknown[]): void => write(2, line(values));
  globals.console = { log: out, info: out, debug: out, warn: err, error: err };
}

/** Name, text and stack of what was thrown. The program may have changed every prototype, so as little as possible is asked of them. */
function describe(error: unknown): string {
  try {
    if (error instanceof Error)
      return pack(`${error.name}${FIELD}${error.name}: ${error.message}${FIELD}${error.stack ?? ''}`);
    return pack(`${typeof error}${FIELD}Uncaught ${inspect(error)}${FIELD}`);
  } catch {
    return `${typeof error}${FIELD}Uncaught ${typeof error}${FIELD}`;
  }
}

// The bundle has short names; a program that prints a kernel should see what it is.
for (const [name, value] of Object.entries(scheduler))
  if (typeof value === 'function') Object.defineProperty(value, 'name', { value: name });
globals.$scheduler = scheduler;
globals.$session = { mark: host.markSource };
raw.enter = (command, argument) => {
  switch (command) {
    case 'js':
      installConsole();
      if (argument === 'traced') {
        listening.observer = (event) => host.trace(JSON.stringify([event]));
        listening.written = () => written;
      }
      return undefined;
    case 'python':
      return JSON.stringify(runPython(host, JSON.parse(argument as string) as PythonProgram));
    case 'interrupt':
      return interrupt();
    case 'read':
      return prepareLibrary(host, JSON.parse(argument as string) as string[]);
    case 'describe':
      return describe(argument);
    default:
      throw new Error(`the guest has no command ${command}`);
  }
};
