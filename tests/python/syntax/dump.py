"""Writes the syntax trees and the faults that this Python gives, in the form that dump.ts gives ours.

Usage: python dump.py OUTPUT MODE FILE...; one line of JSON per file: [kind, text] with kind "tree" or "fault".
Runs under Python 2.7 and 3.6 to 3.14.
"""
import ast
import io
import json
import re
import struct
import sys
import warnings

PY3 = sys.version_info[0] >= 3
V = sys.version_info[:2]
POSITIONS = V >= (3, 8)
if hasattr(sys, 'set_int_max_str_digits'):
    sys.set_int_max_str_digits(0)
sys.setrecursionlimit(20000)
warnings.simplefilter('ignore')


class Dump(object):
    def __init__(self, text):
        self.lines = [line for line in text.split('\n')]
        self.wide = [None if all(c < '\x80' for c in line) else line.encode('utf-8') for line in self.lines] if PY3 else None
        self.plain = not POSITIONS

    def col(self, line, col):
        if line > len(self.wide):
            return col
        raw = self.wide[line - 1]
        if raw is None:
            return col
        return len(raw[:col].decode('utf-8', 'replace').encode('utf-16-le')) // 2

    def at(self, node):
        if self.plain or not hasattr(node, 'end_lineno'):
            return ''
        return '@%d:%d-%d:%d' % (node.lineno, self.col(node.lineno, node.col_offset), node.end_lineno, self.col(node.end_lineno, node.end_col_offset))

    def string(self, value):
        return json.dumps(value)

    def constant(self, kind, value):
        return '%s %s' % (kind, value)

    def value(self, v):
        if v is None or v is True or v is False:
            return self.constant(repr(v), '')
        if v is Ellipsis:
            return self.constant('Ellipsis', '')
        if isinstance(v, int):
            return self.constant('int', v)
        if not PY3 and isinstance(v, long):
            return self.constant('long', v)
        if isinstance(v, float):
            return self.constant('float', hexed(v))
        if isinstance(v, complex):
            return self.constant('imaginary', hexed(v.imag))
        if PY3 and isinstance(v, bytes):
            return self.constant('bytes', self.string(v.decode('latin-1')))
        if not PY3 and isinstance(v, unicode):
            return self.constant('unicode', self.string(v))
        if not PY3:
            return self.constant('str', self.string(v.decode('latin-1')))
        return self.constant('str', self.string(v))

    def many(self, nodes):
        return '[%s]' % ', '.join(self.node(each) for each in nodes)

    def node(self, n):
        if n is None:
            return '-'
        if isinstance(n, list):
            return self.many(n)
        if not isinstance(n, ast.AST):
            return str(n)
        name = type(n).__name__
        special = getattr(self, 'on_' + name, None)
        if special is not None:
            return special(n)
        return self.plainly(n, name, [(field, getattr(n, field, None)) for field in n._fields if field not in ('ctx', 'type_comment', 'type_ignores')])

    def plainly(self, n, name, fields):
        return '%s%s(%s)' % (name, self.at(n), ', '.join('%s=%s' % (field, self.node(value)) for field, value in fields))

    def on_Constant(self, n):
        return 'Constant%s(%s)' % (self.at(n), self.value(n.value))

    def on_Num(self, n):
        # Python 2.7 folds a minus into the number
        if not PY3 and str(n.n).startswith('-'):
            return 'UnaryOp(op=USub(), operand=Constant(%s))' % self.value(-n.n)
        return 'Constant%s(%s)' % (self.at(n), self.value(n.n))

    def on_Str(self, n):
        return 'Constant%s(%s)' % (self.at(n), self.value(n.s))
    on_Bytes = on_Str

    def on_NameConstant(self, n):
        return 'Constant%s(%s)' % (self.at(n), self.value(n.value))

    def on_Ellipsis(self, n):
        return 'Constant%s(Ellipsis )' % self.at(n)

    def on_Index(self, n):
        return self.node(n.value)

    def on_ExtSlice(self, n):
        return 'Tuple(elts=%s)' % self.many(n.dims)

    def on_JoinedStr(self, n):
        was = self.plain
        head = 'JoinedStr' + self.at(n)
        self.plain = was or V < (3, 12)
        text = '%s(values=%s)' % (head, self.many(n.values))
        self.plain = was
        return text

    def on_Name(self, n):
        return 'Name%s(%s %s)' % (self.at(n), self.string(n.id), type(n.ctx).__name__ if type(n.ctx).__name__ != 'Param' else 'Store')

    def on_Slice(self, n):
        was = self.plain
        if V < (3, 9):
            text = 'Slice(lower=%s, upper=%s, step=%s)' % (self.node(n.lower), self.node(n.upper), self.node(n.step))
        else:
            text = self.plainly(n, 'Slice', [(f, getattr(n, f)) for f in n._fields])
        self.plain = was
        return text

    def on_arguments(self, n):
        if PY3:
            fields = [(f, getattr(n, f, [])) for f in ('posonlyargs', 'args', 'vararg', 'kwonlyargs', 'kw_defaults', 'kwarg', 'defaults')]
        else:
            args = [arg2(self, a, i) for i, a in enumerate(n.args)]
            fields = [('posonlyargs', []), ('args', Raw(args)), ('vararg', one(n.vararg)), ('kwonlyargs', []), ('kw_defaults', []), ('kwarg', one(n.kwarg)), ('defaults', n.defaults)]
        return 'arguments(%s)' % ', '.join('%s=%s' % (f, v.text if isinstance(v, Raw) else self.node(v)) for f, v in fields)

    def on_arg(self, n):
        return 'arg%s(%s, %s)' % (self.at(n), self.string(n.arg), self.node(n.annotation))

    def on_keyword(self, n):
        return 'keyword%s(%s, %s)' % (self.at(n) if V >= (3, 9) else '', n.arg, self.node(n.value))

    def on_alias(self, n):
        return 'alias%s(%s, %s)' % (self.at(n) if V >= (3, 10) else '', n.name, n.asname)

    def on_Call(self, n):
        args = list(n.args)
        keywords = list(n.keywords)
        extra = ''
        if not PY3:
            if n.starargs is not None:
                args.append(Raw(['Starred(value=%s)' % self.node(n.starargs)]))
            text = [a.text[1:-1] if isinstance(a, Raw) else self.node(a) for a in args]
            words = [self.node(k) for k in keywords]
            if n.kwargs is not None:
                words.append('keyword(None, %s)' % self.node(n.kwargs))
            return 'Call(func=%s, args=[%s], keywords=[%s])' % (self.node(n.func), ', '.join(text), ', '.join(words))
        return self.plainly(n, 'Call', [('func', n.func), ('args', args), ('keywords', keywords)])

    def on_FunctionDef(self, n):
        return self.plainly(n, type(n).__name__, [(f, getattr(n, f, default)) for f, default in (('name', None), ('args', None), ('body', []), ('decorator_list', []), ('returns', None), ('type_params', []))])
    on_AsyncFunctionDef = on_FunctionDef

    def on_ClassDef(self, n):
        return self.plainly(n, 'ClassDef', [(f, getattr(n, f, default)) for f, default in (('name', None), ('bases', []), ('keywords', []), ('body', []), ('decorator_list', []), ('type_params', []))])

    def on_Module(self, n):
        return 'Module%s' % self.many(n.body)
    on_Interactive = on_Module

    def on_Expression(self, n):
        return 'Expression[%s]' % self.node(n.body)

    def on_comprehension(self, n):
        return 'comprehension(target=%s, iter=%s, ifs=%s, is_async=%d)' % (self.node(n.target), self.node(n.iter), self.many(n.ifs), getattr(n, 'is_async', 0))

    def on_ImportFrom(self, n):
        return self.plainly(n, 'ImportFrom', [('module', n.module), ('names', n.names), ('level', n.level or 0)])

    def on_MatchSingleton(self, n):
        return 'MatchSingleton%s(%s)' % (self.at(n), n.value)

    def on_ExceptHandler(self, n):
        name = n.name
        if isinstance(name, ast.AST):
            name = name.id if isinstance(name, ast.Name) else self.node(name)
        return 'ExceptHandler%s(type=%s, name=%s, body=%s)' % (self.at(n), self.node(n.type), name, self.many(n.body))

    def on_TryExcept(self, n):
        return self.tried(n.body, n.handlers, n.orelse, [])

    def on_TryFinally(self, n):
        # "try: ... except: ... finally: ..." is a TryExcept alone in a TryFinally, and so is the nested form
        if len(n.body) == 1 and isinstance(n.body[0], ast.TryExcept) and n.body[0].lineno == n.lineno and n.body[0].col_offset == n.col_offset:
            inner = n.body[0]
            return self.tried(inner.body, inner.handlers, inner.orelse, n.finalbody)
        return self.tried(n.body, [], [], n.finalbody)

    def tried(self, body, handlers, orelse, final):
        return 'Try(body=%s, handlers=%s, orelse=%s, finalbody=%s)' % tuple(map(self.many, (body, handlers, orelse, final)))

    def on_With(self, n):
        if PY3:
            return self.plainly(n, 'With', [('items', n.items), ('body', n.body)])
        item = 'withitem(context_expr=%s, optional_vars=%s)' % (self.node(n.context_expr), self.node(n.optional_vars))
        return 'With(items=[%s], body=%s)' % (item, self.many(n.body))

    def on_AsyncWith(self, n):
        return self.plainly(n, 'AsyncWith', [('items', n.items), ('body', n.body)])

    def on_Raise(self, n):
        if PY3:
            return self.plainly(n, 'Raise', [('exc', n.exc), ('cause', n.cause)])
        return 'Raise(type=%s, inst=%s, tback=%s)' % tuple(map(self.node, (n.type, n.inst, n.tback)))

    def on_Print(self, n):
        return 'Print(dest=%s, values=%s, nl=%s)' % (self.node(n.dest), self.many(n.values), n.nl)


class Raw(object):
    def __init__(self, parts):
        self.text = '[%s]' % ', '.join(parts)


def arg2(dump, a, i):
    if isinstance(a, ast.Name):
        return 'arg("%s", -)' % a.id
    return 'arg(".%d", %s)' % (i, dump.node(a))


def one(name):
    return None if name is None else Raw(['arg("%s", -)' % name]).text[1:-1]


def hexed(x):
    return ''.join('%02x' % b for b in bytearray(struct.pack('>d', x)))


def fault(e):
    name = type(e).__name__
    if isinstance(e, SyntaxError):
        place = '%s:%s-%s:%s' % (e.lineno, e.offset, getattr(e, 'end_lineno', None), getattr(e, 'end_offset', None))
        return '%s %s: %s' % (place, name, e.msg)
    return '%s: %s' % (name, e)


def decode(raw):
    match = re.match(br'^[ \t\f]*(?:#.*)?\r?\n?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)|^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', raw)
    encoding = 'utf-8'
    if match:
        encoding = (match.group(1) or match.group(2)).decode('ascii')
    if raw.startswith(b'\xef\xbb\xbf'):
        raw = raw[3:]
    if encoding.lower().replace('_', '-') not in ('utf-8', 'ascii', 'us-ascii', 'utf8'):
        raise LookupError('the comparison reads UTF-8 alone')
    return raw.decode('utf-8').replace('\r\n', '\n').replace('\r', '\n')


def answer(source, mode):
    """The tree if it parses and compiles, else the fault. In mode "parse", faults of later steps are not looked for."""
    try:
        tree = compile(source, '<source>', 'exec', ast.PyCF_ONLY_AST, True)
        if mode == 'compile':
            compile(source, '<source>', 'exec', 0, True)
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError if PY3 else RuntimeError, OverflowError) as e:
        return ['fault', fault(e)]
    if mode == 'compile':
        return ['tree', '']
    text = source if PY3 else source.decode('utf-8')
    return ['tree', Dump(text).node(tree)]


def main():
    output, mode, listing = sys.argv[1:4]
    with io.open(listing, encoding='utf-8') as f:
        entries = json.load(f)
    with io.open(output, 'w', encoding='ascii') as out:
        for entry in entries:
            try:
                if 'file' in entry:
                    with io.open(entry['file'], 'rb') as f:
                        source = decode(f.read())
                else:
                    source = entry['source']
                source = source if PY3 else source.encode('utf-8')
                result = answer(source, mode)
            except (UnicodeError, LookupError) as e:
                result = ['skip', str(type(e))]
            line = json.dumps(result)
            out.write(line if PY3 else line.decode('ascii'))
            out.write(u'\n')


main()
