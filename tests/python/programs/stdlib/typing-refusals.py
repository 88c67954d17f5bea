# era: 3.8 3.10 3.12 3.13
# What the typing module shows and refuses.
import sys, typing, io
from typing import *
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Callable[[int], str], Tuple[int, ...], Any, Type[int], Iterable[int])
T = TypeVar('T'); K = TypeVar('K', bound=int); print(T, K, K.__bound__)
class St(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
print(St[int], St[T], St[int](), St.__parameters__, St[int].__origin__, St[int].__args__) if 0 else print(St[int], St.__parameters__, St[int].__origin__, St[int].__args__)
for bad in (lambda: List[int, str], lambda: St[int, str], lambda: Optional[1, 2], lambda: Union[()], lambda: isinstance([], List[int]), lambda: Generic[int], lambda: T(), lambda: Any(), lambda: Callable[int, str], lambda: int[str], lambda: Union[int, 3]):
    try: print(bad())
    except TypeError as e: print('TE', e)
def f(a: int, b: 'St' = None, *c: str, **d: float) -> List[int]: ...
print(get_type_hints(f), f.__annotations__)
class NT(NamedTuple):
    a: int
    b: str = 'x'
print(NT(1), NT(1).b, NT._fields, NT(1)._replace(a=3), NT._field_defaults)
try: NT()
except TypeError as e: print(e)
class TD(TypedDict, total=False):
    a: int
print(TD(a=1), TD.__total__, TD.__annotations__)
@runtime_checkable
class Pr(Protocol):
    def m(self): ...
class Im:
    def m(self): pass
print(isinstance(Im(), Pr), isinstance(3, Pr))
try: Pr()
except TypeError as e: print(e)
print(Literal[1, 'a'], Final, ClassVar[int], cast(int, 'x'), NewType('U', int)(5), get_origin(List[int]), get_args(Dict[int, str]))
@overload
def g(x: int) -> int: ...
try: g(1)
except NotImplementedError as e: print(e)
if sys.version_info >= (3, 9):
    print(list[int], dict[str, int], tuple[int, ...], type(list[int]), list[int]([1]), list[T][int], Annotated[int, 'x'])
    try: isinstance([], list[int])
    except TypeError as e: print(e)
if sys.version_info >= (3, 10):
    print(int | str, int | None, isinstance(3, int | str), (int | str).__args__, type(int | str))
    print(ParamSpec('P'), TypeGuard[int])
    try: 3 | int
    except TypeError as e: print(e)
if sys.version_info >= (3, 11):
    print(Self, LiteralString, Never, Required[int], Unpack[Tuple[int]], TypeVarTuple('Ts'))
    try: assert_never(3)
    except AssertionError as e: print(e)
    sys.stderr = sys.stdout; reveal_type(3)
if sys.version_info >= (3, 12):
    exec('''
def first[T](x: list[T]) -> T: return x[0]
class Box[T, *Ts, **P]:
    x: T
type Alias[T] = list[T] | None
print(first.__type_params__, Box.__type_params__, Alias, Alias.__value__, Alias[int], Box[int, str, [int]] if 0 else '', Box.__mro__)
''')
