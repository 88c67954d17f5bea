# era: 2.2
# The same in the first Python that had generators.
from __future__ import generators

def lazy_range(up_to):
    index = 0
    while index < up_to:
        yield index
        index = index + 1

numbers = lazy_range(2)
print numbers.next()
for number in numbers:
    print number
