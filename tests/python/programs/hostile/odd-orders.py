# era: 3.13
# What a metaclass may give for the order of resolution, and what not.


def attempt(order):
    class Meta(type):
        def mro(cls):
            return order() if callable(order) else order

    try:
        print(Meta('A', (), {}).__mro__)
    except TypeError as e:
        print(e)


for order in ([3], 3, [], [int], [int, object], None, ['x', object]):
    attempt(order)


class Reversed(type):
    def mro(cls):
        return [cls, *reversed(super().mro()[1:-1]), object]


class A:
    name = 'A'


class B:
    name = 'B'


class C(A, B, metaclass=Reversed):
    pass


print(C.__mro__, C.name, C().name)
