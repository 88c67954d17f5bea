"""Abstract base classes: classes that say which methods a subclass must have, and that others can join by registering.

Since 2.6 (PEP 3119); `abstractproperty` and its like gave way to stacked decorators in 3.3, `ABC` came in 3.4.
Source: https://docs.python.org/3/library/abc.html
"""

import sys

from _era import since

_version = sys.version_info[:2]
_generation = 0


def abstractmethod(funcobj):
    """Marks a method that a subclass must override before it can have instances."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    """A property that a subclass must override."""

    __isabstractmethod__ = True


if _version >= (3, 2):

    class abstractclassmethod(classmethod):
        """A class method that a subclass must override."""

        __isabstractmethod__ = True

        def __init__(self, callable):
            callable.__isabstractmethod__ = True
            super().__init__(callable)

    class abstractstaticmethod(staticmethod):
        """A static method that a subclass must override."""

        __isabstractmethod__ = True

        def __init__(self, callable):
            callable.__isabstractmethod__ = True
            super().__init__(callable)


class _Register(object):
    """What one abstract class knows of others: who registered, and the answers already given."""

    def __init__(self):
        self.registered = set()
        self.yes = set()
        self.no = set()
        self.generation = _generation


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The metaclass of abstract base classes: `isinstance` and `issubclass` ask it."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = type.__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_impl = _Register()
        return cls

    def register(cls, subclass):
        """Makes a class count as a subclass, without inheriting; returns it, so that it serves as a decorator."""
        global _generation
        if not isinstance(subclass, type) and not (_version < (3, 0) and type(subclass).__name__ == "classobj"):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass if _version >= (3, 3) else None
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registered.add(subclass)
        _generation += 1
        return subclass if _version >= (3, 3) else None

    def __instancecheck__(cls, instance):
        known = cls._abc_impl
        kind = getattr(instance, "__class__", None)
        if kind is not None and kind in known.yes:
            return True
        actual = type(instance)
        if kind is actual or kind is None:
            if known.generation == _generation and actual in known.no:
                return False
            return cls.__subclasscheck__(actual)
        return cls.__subclasscheck__(kind) or cls.__subclasscheck__(actual)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type) and not (_version < (3, 0) and type(subclass).__name__ == "classobj"):
            raise TypeError("issubclass() arg 1 must be a class")
        known = cls._abc_impl
        if subclass in known.yes:
            return True
        if known.generation != _generation:
            known.no = set()
            known.generation = _generation
        elif subclass in known.no:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = (
                cls in getattr(subclass, "__mro__", ())
                or any(issubclass(subclass, other) for other in list(known.registered))
                or any(issubclass(subclass, other) for other in cls.__subclasses__())
            )
        elif answer is not True and answer is not False and (since(2, 3) or answer not in (0, 1)):
            raise AssertionError("__subclasshook__ must return either False, True, or NotImplemented")
        (known.yes if answer else known.no).add(subclass)
        return answer

    def _abc_registry_clear(cls):
        cls._abc_impl.registered.clear()

    def _abc_caches_clear(cls):
        cls._abc_impl.yes.clear()
        cls._abc_impl.no.clear()

    def _dump_registry(cls, file=None):
        """Prints what the class has registered: for debugging."""
        print("Class: %s.%s" % (cls.__module__, cls.__qualname__), file=file)
        print("Inv. counter: %s" % _generation, file=file)
        for name, value in sorted(vars(cls._abc_impl).items()):
            print("_abc_%s: %r" % (name, value), file=file)


def get_cache_token():
    """A number that changes whenever a class is registered anywhere."""
    return _generation


if _version >= (3, 4):

    class ABC(metaclass=ABCMeta):
        """A base class for abstract classes, for those who would rather inherit than name a metaclass."""

        __slots__ = ()


if _version >= (3, 10):

    def update_abstractmethods(cls):
        """Finds the abstract methods anew, after methods were added to a finished class."""
        if not hasattr(cls, "__abstractmethods__"):
            return cls
        names = set()
        for base in cls.__bases__:
            for name in getattr(base, "__abstractmethods__", ()):
                if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                    names.add(name)
        for name, value in cls.__dict__.items():
            if getattr(value, "__isabstractmethod__", False):
                names.add(name)
        cls.__abstractmethods__ = frozenset(names)
        return cls
