# era: 3.6 3.13
# An mro() that leaves the class itself out; attributes of numbers, taken in a function.


class B:
    pass


class M(type):
    def mro(cls):
        return (B,)


for bases in ((), (B,)):
    try:
        M('A', bases, {})
    except TypeError as e:
        print(e)


def attributes():
    f = (-1).__format__
    g = (1).__add__
    return f('+05d'), g(2), (-7).__abs__(), (-3).real, 5 .imag, (2.5).is_integer()


print(attributes())
