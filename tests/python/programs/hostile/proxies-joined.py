# era: 3.8 3.9 3.13
import traceback
from types import MappingProxyType

one, two = MappingProxyType({'a': 1}), MappingProxyType({'b': 2})
for join in (lambda: one | two, lambda: one | {'c': 3}, lambda: {'c': 3} | one, lambda: one | 3, lambda: 3 | one):
    try:
        print(join())
    except TypeError as e:
        print(e)
for wrong in 7, 'x', Exception():
    try:
        traceback.format_tb(wrong)
    except AttributeError as e:
        print(e)
