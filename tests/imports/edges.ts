/**
 * Who may import whom. A part is a folder (or one file); the longest path that fits a file is its part. Within a part everything goes.
 *
 *     scheduler → world → python/runtime → sandbox/guest → sandbox → cells → components → layouts → pages
 *                         python/compiler ──────────────────↗
 */
export interface Part {
  /** Parts, or single files of parts, that it may import besides itself. */
  may: readonly string[];
  /** What it may take from npm and Node: nothing, or anything that package.json declares. */
  packages: 'none' | 'declared';
}

export const parts: Readonly<Record<string, Part>> = {
  // Inside the sandbox: no packages, no Node, no page.
  'src/scheduler': { may: [], packages: 'none' },
  'src/world': { may: ['src/scheduler'], packages: 'none' },
  'src/python/compiler': { may: [], packages: 'none' },
  'src/python/runtime': {
    // The table of eras is data for both sides; so is the list of what compiled code takes from the runtime.
    may: [
      'src/world',
      'src/scheduler',
      'src/sandbox/guest/host-interface.ts',
      'src/python/compiler/eras.ts',
      'src/python/compiler/unicode-versions.ts',
      'src/python/compiler/helpers.ts',
    ],
    packages: 'none',
  },
  'src/python/stdlib': {
    may: ['src/python/runtime', 'src/world', 'src/scheduler', 'src/python/compiler/eras.ts'],
    packages: 'none',
  },
  // What the guest may ask of its host: a contract, and so to the left of both who ask and who answer.
  'src/sandbox/guest/host-interface.ts': { may: [], packages: 'none' },
  'src/sandbox/guest': {
    may: [
      'src/python/runtime',
      'src/python/stdlib',
      'src/world',
      'src/scheduler',
      'src/python/compiler/eras.ts',
      'src/sandbox/guest/host-interface.ts',
      'src/sandbox/protocol.ts',
    ],
    packages: 'none',
  },

  // Around the sandbox.
  'src/sandbox': {
    may: [
      'src/sandbox/protocol.ts',
      'src/sandbox/guest',
      'src/sandbox/guest/host-interface.ts',
      'src/python/compiler',
      'src/scheduler/trace.ts',
    ],
    packages: 'declared',
  },
  'src/sandbox/protocol.ts': { may: ['src/scheduler/trace.ts'], packages: 'none' },
  'src/cli': { may: ['src/sandbox', 'src/python/compiler'], packages: 'declared' },
  'src/cells': { may: ['src/sandbox', 'src/python/compiler/eras.ts'], packages: 'declared' },

  // The site.
  components: {
    may: ['src/cells', 'src/sandbox', 'src/python/compiler', 'src/scheduler/trace.ts'],
    packages: 'declared',
  },
  'src/layouts': { may: ['components', 'src/cells'], packages: 'declared' },
  'src/pages': { may: ['src/layouts', 'components', 'src/cells'], packages: 'declared' },
  'src/content.config.ts': { may: ['components', 'src/cells'], packages: 'declared' },
};

/** Folders of code that every file must belong to a part of. */
export const roots = ['src', 'components'] as const;
