# A loop pulls: the generator makes one item at a time.
def lazy_range(up_to):
    index = 0
    while index < up_to:
        yield index
        index += 1

for number in lazy_range(2):
    print(number)
