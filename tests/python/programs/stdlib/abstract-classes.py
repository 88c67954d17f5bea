from _collections_abc import *
import abc
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
try: A()
except TypeError as e: print(e)
print(isinstance([], Sequence), isinstance({}, MutableMapping), isinstance((i for i in ()), Generator), issubclass(list, Hashable), isinstance(3, Hashable), isinstance({}.keys(), Set))
class M(MutableMapping):
    def __init__(self): self.d={}
    def __getitem__(self,k): return self.d[k]
    def __setitem__(self,k,v): self.d[k]=v
    def __delitem__(self,k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
print(Callable[[int], str], Iterable[int], Sequence, MutableMapping.__abstractmethods__ == {'__getitem__','__setitem__','__delitem__','__iter__','__len__'})
async def c(): pass
x=c(); print(isinstance(x, Coroutine), isinstance(x, Awaitable)); x.close()
@Sequence.register
class Q: pass
print(isinstance(Q(), Sequence), issubclass(Q, Iterable))
