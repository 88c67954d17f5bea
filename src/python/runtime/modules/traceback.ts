/** `_traceback`: the interpreter's own formatting of exceptions, and the source lines that it knows. */
import { defineFunctions } from '../define.ts';
import { natives } from '../modules.ts';
import { entry, exceptionOnly, formatException, formatStack, sourceLine } from '../print-traceback.ts';
import { Traceback } from '../base-exception.ts';
import { sources } from '../code.ts';
import { raise } from '../errors.ts';
import { None } from '../singletons.ts';
import { PyList } from '../values.ts';

natives.set('_traceback', (ns) =>
  defineFunctions(ns, {
    'source_line(filename, lineno, /)': (filename, line) => sourceLine(filename, line) ?? None,
    'source_lines(filename, /)'(filename) {
      const lines = sources.get(filename);
      return lines === undefined
        ? None
        : new PyList(lines.map((l, i) => (i < lines.length - 1 ? `${l}\n` : l)).filter((l) => l !== ''));
    },
    'entry(filename, lineno, name, end_lineno, colno, end_colno, /)': (file, line, name, ...at) =>
      entry(file, line, name, [line, ...at]),
    'format_exception(exception, /)': (e) => formatException(e),
    // Without the traceback, as CPython does it: a NameError then knows no names to suggest.
    'format_exception_only(exception, /)'(e) {
      const tb = e.tb;
      e.tb = null;
      try {
        return new PyList(exceptionOnly(e));
      } finally {
        e.tb = tb;
      }
    },
    'format_tb(traceback, /)'(tb) {
      if (tb !== None && !(tb instanceof Traceback))
        throw raise('AttributeError', `'${tb.cls.name}' object has no attribute 'tb_frame'`);
      return new PyList(tb === None ? [] : formatStack(tb));
    },
  }),
);
