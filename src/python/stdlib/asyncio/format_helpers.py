"""How callbacks and places in the source are written in a repr."""

import functools
import inspect

from _era import since


def _get_function_source(function):
    function = inspect.unwrap(function)
    if hasattr(function, '__code__'):
        code = function.__code__
        return code.co_filename, code.co_firstlineno
    if isinstance(function, functools.partial):
        return _get_function_source(function.func)
    return None


def _format_args_and_kwargs(args, kwargs, *, debug=True):
    items = []
    if debug or not since(3, 14):
        items = [_short(a) for a in args] + ['{}={}'.format(k, _short(v)) for k, v in (kwargs or {}).items()]
    return '({})'.format(', '.join(items))


def _short(value):
    text = repr(value)
    return text if len(text) < 200 else text[:100] + '...' + text[-97:]


def _format_callback(function, args, kwargs, *, debug=True, suffix=''):
    if isinstance(function, functools.partial):
        suffix = _format_args_and_kwargs(args, kwargs) + suffix
        return _format_callback(function.func, function.args, function.keywords, suffix=suffix)
    name = getattr(function, '__qualname__', None) or getattr(function, '__name__', None) or repr(function)
    return name + _format_args_and_kwargs(args, kwargs, debug=debug) + suffix


def _format_callback_source(function, args, *, debug=True):
    text = _format_callback(function, args, None, debug=debug)
    source = _get_function_source(function)
    if source:
        text += ' at %s:%s' % source
    return text
