# era: 3.13
# Patterns whose keys are equal or no literals; Generic given twice; annotations of *args.
for s in ['{f"": _}', '{0: _, False: _}', '{1: _, True: _}', '{0: _, 0.0: _}', '{0: _, -0: _}', '{"a": _, b"a": _}', '{"a": _, "a": _}', '{f"{x}": 1}', '{a.b: _, a.b: _}', '{None: _, None: _}', '{-1: _, -1.0: _}', '{"a" "b": 1, "ab": 2}', '{1.5: _, 1.5: _}']:
    try:
        compile('match x:\n    case %s:\n        pass\n' % s, 'f', 'exec'); print(s, 'ok')
    except SyntaxError as e: print(s, '|', e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
from typing import *
T = TypeVar('T'); U = TypeVar('U')
def t(s):
  try: exec(s, globals()); print('ok')
  except Exception as e: print(type(e).__name__, e)
t("class A(Generic[T], Generic[U]): pass")
t("class A(List[T], Generic[T]): pass\nprint(A.__parameters__, A.__mro__)")
t("class A[T](Generic[T]): pass"); t("class A[T](List[T]): pass\nprint(A.__parameters__)")
t("class A(Generic[T, T]): pass"); t("class A(Generic): pass")
t("Ts = TypeVarTuple('Ts')\ndef f(*args: *Ts): pass\nprint(f.__annotations__)")
t("def f(*args: *tuple[int, ...], a: int = 3) -> None: pass\nprint(f.__annotations__)")
t("def f(*args: *5): pass")
t("from __future__ import annotations\ndef f(*args: *Ts): pass\nprint(f.__annotations__)")
