"""How callbacks are shown in reprs: the call, and where its function is defined."""

from _era import since


def _get_function_source(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    if hasattr(func, "func") and hasattr(func, "keywords"):
        return _get_function_source(func.func)
    # Of a bound method nothing is said.
    code = getattr(func, "__code__", None) if not hasattr(func, "__func__") else None
    return (code.co_filename, code.co_firstlineno) if code is not None else None


def _short(value):
    from reprlib import repr

    return repr(value)


def _format_args_and_kwargs(args, kwargs, *, debug=False):
    # Since 3.13, arguments are shown in debug mode only: they may be secret, or long.
    if since(3, 13) and not debug:
        return "()"
    parts = [_short(arg) for arg in args]
    parts += [f"{name}={_short(value)}" for name, value in (kwargs or {}).items()]
    return "(" + ", ".join(parts) + ")"


def _format_callback(func, args, kwargs, *, debug=False, suffix=""):
    if hasattr(func, "func") and hasattr(func, "keywords") and callable(func):
        suffix = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
        return _format_callback(func.func, func.args, func.keywords, debug=debug, suffix=suffix)
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None) or repr(func)
    return name + _format_args_and_kwargs(args, kwargs, debug=debug) + suffix


def _in_c(func):
    """What is shown of a task's own callbacks, which CPython has in C since 3.6; None for others."""
    from .tasks import Task

    task = getattr(func, "__self__", None)
    if not since(3, 6) or not isinstance(task, Task):
        return None
    if func == task._wakeup:
        return "Task.task_wakeup()" if since(3, 10) else f"<TaskWakeupMethWrapper object at {id(func):#x}>()"
    return f"<TaskStepMethWrapper object at {id(func):#x}>()" if func == task._step else None


def _format_callback_source(func, args, *, debug=False):
    in_c = _in_c(func)
    if in_c is not None:
        return in_c
    text = _format_callback(func, args, None, debug=debug)
    source = _get_function_source(func)
    return f"{text} at {source[0]}:{source[1]}" if source else text


_folder = __file__[: __file__.rindex("/") + 1]
# Of this library alone: rounds of the loop in parts, and the steps of a task, which CPython takes in C.
_ours = {"_run_ready", "_run_timed", "_step_run_and_handle_result"} | ({"_step"} if since(3, 6) else set())


def extract_stack(f=None, limit=10):
    """Where a handle or future was made, for debug mode: the frames of the caller, outermost first."""
    import sys
    import traceback

    if f is None:
        f = sys._getframe().f_back
    frames = ((frame, line) for frame, line in traceback.walk_stack(f) if not (frame.f_code.co_name in _ours and frame.f_code.co_filename.startswith(_folder)))
    stack = traceback.StackSummary.extract(frames, limit=limit, lookup_lines=False)
    stack.reverse()
    return stack
