# era: 3.8
def generator1(p2):
    try:
        show((x4 := ''.replace(p2, p2)), x4)
    finally:
        yield from 0
o14 = generator1(0)
try:
    list(o14)
except TypeError as error:
    print(repr(error), repr(error.__context__))
