# era: 3.12 3.13
# Members whose names their values' types have too; values that auto() cannot choose; aliases.
import enum
import sys
from enum import Enum, IntEnum, StrEnum, auto


class Book(StrEnum):
    author = 'author'
    title = 'title'


print(Book.author.title(), Book.title.title(), Book.title.author is Book.author, list(Book))


class Number(IntEnum):
    divisor = 1
    numerator = 2


print(Number.divisor.numerator, Number.numerator.divisor is Number.divisor, Number.numerator + 1)


class Mixed:
    @property
    def ORG(self):
        return 'mixed in: ' + self.name


class Color(Mixed, Enum):
    RED = 1
    ORG = 2


print(Color.RED.ORG, Color.ORG, Color.ORG.ORG)


class Pairs(Enum):
    ONE = auto()
    TWO = auto(), auto()
    THREE = auto(), 'three'
    FOUR = auto()


print([p.value for p in Pairs])


def refused(make):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error)


def garbage():
    class Color(Enum):
        red = 'red'
        blue = auto()


def super_new():
    class Bad(Enum):
        def __new__(cls, value):
            return super().__new__(cls, value)

        failed = 1


if sys.version_info >= (3, 13):
    refused(garbage)

    class Named(Mixed, Enum):
        RED = 1
        GREEN = 2

    Named.RED._add_alias_('ROJO')
    Named.GREEN._add_alias_('ORG')
    print(Named.ROJO, Named['ORG'], Named.ORG, Named.RED.ORG)
refused(super_new)
