"""The abstract base classes of containers and of what can be iterated, called or awaited.

In `collections` since 2.6 (PEP 3119), in `collections.abc` since 3.3. Awaitable, Coroutine, AsyncIterable and AsyncIterator came
in 3.5, AsyncGenerator, Collection and Reversible in 3.6, Buffer in 3.12.
Source: https://docs.python.org/3/library/collections.abc.html
"""

import sys
from abc import ABCMeta
from _abc_protocols import *
from _abc_protocols import _check_methods
from _abc_containers import *

_version = sys.version_info[:2]

_generator = (lambda: (yield))()
for _iterator in (
    iter(()), iter([]), iter({}), iter(set()), iter(""), reversed([]), iter(bytearray()), _generator,
):
    Iterator.register(type(_iterator))
Sequence.register(tuple)
Sequence.register(range if _version >= (3, 0) else xrange)
MutableSequence.register(list)
Set.register(frozenset)
MutableSet.register(set)
MutableMapping.register(dict)
if _version >= (3, 0):
    ByteString = ABCMeta("ByteString", (Sequence,), {"__slots__": (), "__module__": "collections.abc", "__doc__": "bytes and bytearray."})
    ByteString.register(bytes)
    ByteString.register(bytearray)
    Iterator.register(zip)
    Sequence.register(str)
    Sequence.register(memoryview)
    MutableSequence.register(bytearray)
    Mapping.register(type(type.__dict__))
    KeysView.register(type({}.keys()))
    ItemsView.register(type({}.items()))
    ValuesView.register(type({}.values()))
else:
    Sequence.register(basestring)
    MutableSequence.register(bytearray)
    if _version >= (2, 7):
        KeysView.register(type({}.viewkeys()))
        ItemsView.register(type({}.viewitems()))
        ValuesView.register(type({}.viewvalues()))
if _version >= (3, 5):
    Generator.register(type(_generator))

    async def _coroutine():
        pass

    _iterator = _coroutine()
    Coroutine.register(type(_iterator))
    _iterator.close()
if _version >= (3, 6):

    async def _agen():
        yield

    AsyncGenerator.register(type(_agen()))
if _version >= (3, 12):
    for _iterator in (bytes, bytearray, memoryview):
        Buffer.register(_iterator)
del _generator, _iterator

__all__ = [
    name for name in (
        "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator", "Generator",
        "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping", "MutableMapping", "MappingView",
        "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence", "ByteString", "Buffer",
    ) if name in globals() and not (name == "ByteString" and _version >= (3, 14))
]
for _name in __all__:
    globals()[_name].__module__ = "collections.abc" if _version >= (3, 3) else "_abcoll"
del _name
