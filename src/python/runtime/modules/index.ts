/** The modules that are written in TypeScript: importing this fills the table of natives in ../modules.ts. */
import './contextvars.ts';
import './itertools.ts';
import './collections.ts';
import './functools.ts';
import './operator.ts';
import './math.ts';
import './random.ts';
import './time.ts';
import './weakref.ts';
import './gc.ts';
import './errno.ts';
import './atexit.ts';
import './string.ts';
import './strop.ts';
import './traceback.ts';
import './types.ts';
import './codecs.ts';
