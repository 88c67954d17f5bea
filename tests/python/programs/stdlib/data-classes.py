from dataclasses import *
@dataclass
class P:
    x: int
    y: int = 0
    z: list = field(default_factory=list)
print(P(1), P(1)==P(1), P(1,2)!=P(1), P.__doc__, fields(P)[0].name)
try: P()
except TypeError as e: print(e)
@dataclass(order=True, frozen=True)
class F:
    a: int
    b: InitVar[int] = 3
    def __post_init__(self, b): print('post', b)
f=F(1); print(f < F(2), hash(f)==hash(F(1)), f)
try: f.a=2
except FrozenInstanceError as e: print(e)
print(asdict(P(1,z=[P(2)])), astuple(P(3)), replace(P(1), y=9))
@dataclass(slots=True, kw_only=True)
class S(P):
    q: str = 'x'
s=S(5,q='k'); print(s, S.__slots__)
C = make_dataclass('C', [('x', int), ('y', int, field(default=5))]); print(C(1), C.__match_args__)
try:
    @dataclass
    class B:
        a: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class B2:
        a: int = 1
        b: int
except TypeError as e: print(e)
print(is_dataclass(P), is_dataclass(3))
match P(1,2):
    case P(x, y): print(x, y)
