/** Warnings and errors that the runtime itself reports: never-awaited coroutines, exceptions that nobody can catch. The module `warnings` decides what is shown. */
import { traceback } from './base-exception.ts';
import { E } from './errors.ts';
import { stack } from './frames.ts';
import type { Value } from './object.ts';
import { getattr } from './object.ts';
import { exceptionOnly, formatStack } from './print-traceback.ts';
import { repr } from './repr.ts';
import { None } from './singletons.ts';
import { R, since } from './state.ts';
import { complain } from './streams.ts';
import { PyTuple } from './values.ts';

R.warnText = (category, text, filename, line) => {
  const warnings = R.importModule!('warnings');
  getattr(warnings, '$warn_explicit').tpcall([text, E[category]!, filename, line], null);
};
R.warn = (category, text, code, l) => {
  const at = code === undefined ? stack()[0] : { code, l: l ?? 0 };
  R.warnText!(category, text, at?.code.f.filename ?? '<unknown>', at?.code.line(at.l) ?? 1);
};
R.neverAwaited = (_code, coroutine) => {
  const outer = R.ex;
  R.ex = null;
  const at = stack()[0];
  // At the very end nobody runs any more.
  const [file, line] = at ? [at.code.f.filename, at.code.line(at.l)] : since(313) ? ['<sys>', 0] : ['sys', 1];
  try {
    const warnings = R.importModule!('warnings');
    const own = warnings.ns?.$_warn_unawaited_coroutine;
    if (own !== undefined) own.tpcall([coroutine, file, line], null);
    else {
      const args = [`coroutine '${coroutine.qualname}' was never awaited`, E.RuntimeWarning!, file, line];
      getattr(warnings, '$warn_explicit').tpcall(args, null);
    }
  } catch (e) {
    R.unraisable!(e, coroutine);
  } finally {
    R.ex = outer;
  }
};
R.unraisable = (e, where) => {
  const hook = R.sys?.$unraisablehook;
  if (hook !== undefined && hook.native !== true && since(308)) {
    const make = getattr(R.importModule!('types'), '$SimpleNamespace');
    const kw = new Map<string, Value>([
      ['exc_type', e.cls],
      ['exc_value', e],
      ['exc_traceback', e.tb ?? None],
      ['err_msg', None],
      ['object', where],
    ]);
    hook.tpcall([make.tpcall([], kw)], null);
    return;
  }
  if (!since(300)) {
    // What the interpreter itself raises was never made an instance: its value is the message.
    const value = e.tb === null && e.args.length === 1 ? e.args[0] : e;
    complain(`Exception ${e.cls.name}: ${repr(value)} in ${repr(where)} ignored\n`);
  } else {
    // Told as the interpreter itself does it: without what came before, and from 3.8 on with the place where it happened, when the exception has none.
    const here = e.tb === null && since(308) ? stack()[0] : undefined;
    const tb = here ? traceback(here.code, here.l, null) : e.tb;
    const text = [
      ...(tb === null ? [] : ['Traceback (most recent call last):\n', ...formatStack(tb)]),
      ...exceptionOnly(e),
    ].join('');
    // Written by the interpreter itself, which since 3.13 draws no carets there.
    complain(`Exception ignored in: ${repr(where)}\n${since(313) ? text.replace(/^ +[~^]+\n/gm, '') : text}`);
  }
};
/** `cr_origin`: (filename, line, function) of the innermost frames, but for the coroutine's own. */
R.captureOrigin = (depth) =>
  new PyTuple(
    stack()
      .slice(1, depth + 1)
      .map((p) => new PyTuple([p.code.f.filename, p.code.line(p.l), p.code.f.name])),
  );
