/** The modules that are written in TypeScript: importing this fills the table of natives in ../modules.ts. */
import './contextvars.ts';
import './itertools.ts';
import './collections.ts';
import './functools.ts';
