# A hundred thousand sends, in turn to a hundred generators.
def accumulator():
    total = 0
    while True:
        value = yield total
        total += value

generators = [accumulator() for _ in range(100)]
for generator in generators:
    next(generator)
last = 0
for turn in range(1000):
    for generator in generators:
        last = generator.send(turn)
print(last)
