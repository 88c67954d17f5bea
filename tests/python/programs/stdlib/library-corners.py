import abc, bisect, copy, functools, heapq, inspect, string, types
from dataclasses import dataclass, field
from typing import Any, Generic, List, NamedTuple, Optional, Protocol, TypeVar, Union, get_type_hints

T = TypeVar('T')
class P(Protocol):
    x: int
class N(NamedTuple):
    a: int
print((list | str) == Union[list, str], Union[list, str] == (list | str), (Any | str) == Union[Any, str], (P | str) == Union[P, str], N | str == Union[N, str], hash(int | str) == hash(str | int) == hash(Union[int, str]))
print(list[T].__parameters__, list[T][int], (list[T] | int)[str], (dict[T, int] | None)[bytes], (list[T] | int).__parameters__)
def f(a: List[int], b: Optional[str] = None, *, c: int | None = 3) -> 'x': pass
print(inspect.signature(f))
class A:
    @classmethod
    def f(cls, a: int): 'doc'
    @staticmethod
    def g(a: str): pass
    @functools.singledispatchmethod
    @classmethod
    def t(cls, arg): return 'base'
    @t.register
    @classmethod
    def _(cls, arg: int): return 'int'
    @t.register
    @classmethod
    def _(cls, arg: str): return 'str'
print([(m.__annotations__, m.__doc__, m.__name__, m.__qualname__, m.__module__) for m in map(A.__dict__.get, 'fg')], A.t(1), A.t(''), A.t(1.0))
class Ordered(abc.ABC):
    @abc.abstractmethod
    def __lt__(self, other): pass
@dataclass(order=True)
class Date(Ordered):
    year: int
print(inspect.isabstract(Date), Date(2020) < Date(2021))
class Root:
    __slots__ = 'aa'
class Plain: pass
@dataclass(slots=True)
class S(Root):
    aa: int
    z: int = 0
@dataclass(slots=True, weakref_slot=True)
class G(Plain):
    v: int
print(S.__slots__, S(1), G.__slots__, G(2))
@dataclass
class Documented:
    x: List[int] = field(default_factory=list)
    y: Optional[int] = None
print(Documented.__doc__)
print(list(heapq.merge([(1, 'a'), (3, 'a')], [(1, 'b'), (2, 'b')], key=lambda p: p[0])), list(heapq.merge([3, 1], [3, 2], reverse=True)), list(heapq.merge([('x', 3), ('y', 1)], [('z', 3)], key=lambda p: p[1], reverse=True)))
class GetOnly:
    def __getitem__(self, i): return 10
for act in (lambda: bisect.insort(GetOnly(), 1), lambda: bisect.insort_left(10, 10), lambda: string.Formatter().format()):
    try:
        act()
    except TypeError as e:
        print(e)
class At(string.Template):
    pattern = r'(?P<escaped>@{2})|@(?P<named>[a-z.]+)|@{(?P<braced>[a-z]+)}|(?P<invalid>@)'
print(At('@a.b and @{c} at @@').substitute({'a.b': 1, 'c': 2}), string.Formatter().format('{0}{x!r:>5}', 1, x='a'))
