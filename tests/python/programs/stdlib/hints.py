from typing import *
import typing
T = TypeVar('T')
print(List[int], Optional[int], Union[int, str, int], Dict[str, Any], Callable[[int], str], Tuple[int, ...], T)
class St(Generic[T]):
    def __init__(self): self.i = []
print(St[int], St[int]().i, St.__parameters__)
class P(Protocol):
    def f(self): ...
@runtime_checkable
class Q(Protocol):
    def f(self): ...
class A:
    def f(self): pass
print(isinstance(A(), Q), isinstance(3, Q))
class NT(NamedTuple):
    x: int
    y: str = 'a'
print(NT(1), NT._fields, NT.__annotations__)
class TD(TypedDict):
    x: int
print(TD(x=1))
def f(a: 'int', b: Optional[str] = None) -> List[int]: ...
print(get_type_hints(f), get_origin(List[int]), get_args(Dict[str, int]))
print(Annotated[int, 'x'], Literal['a', 1], ClassVar[int], Any, Iterable[T][int])
print(AsyncIterator[int], Generator[int, str, None], Awaitable[None], Coroutine[Any, Any, int])
U = NewType('U', int); print(U(3), U)
print(cast(int, 'x'), TYPE_CHECKING, isinstance([], typing.List))
class Sub(List[int]): pass
print(Sub.__mro__)
