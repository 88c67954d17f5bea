# era: 2.7 3.6 3.13
# Powers of floats to the last digit, and the fewest digits that read back.
import math

print([10.0 ** -k for k in range(0, 300, 9)])
print([10.0 ** k for k in range(0, 300, 9)])
print([1.1 ** k for k in range(40)])
print([1000 * 1.05 ** k for k in range(20)])
print([1.0001 ** (k * 371) for k in range(20)])
print([(-1.5) ** k for k in range(-10, 10)])
print([math.pow(7, -k) for k in range(20)], pow(2.5, 17), 3.0 ** -1, 0.1 ** 3, 1e-200 ** 2, 2.0 ** -1074, 2.0 ** 1023)
print([2.0 ** -k for k in range(20, 1074, 17)])
print([2.0 ** k for k in range(50, 1024, 17)])
for k in range(-1074, 1024):
    if float(repr(2.0 ** k)) != 2.0 ** k: print('unread', k)
for x, y in (1e200, 2), (10.0, 400), (-1e200, 3):
    try:
        x ** y
    except OverflowError as e:
        print(e)
