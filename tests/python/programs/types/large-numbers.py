# era: 2.7 3.13
# Where floats and whole numbers of any size meet.
import math
print(math.ldexp(1.0, 100), math.ldexp(0.75, -1070), math.fsum([1e100, 1.0, -1e100]), math.fsum([2.0**70, 1, 2.0**70]), math.factorial(25), math.hypot(3e200, 4e200), math.fmod(1e20, 3), math.modf(1e20), math.frexp(2.0**80), math.trunc(1e20), math.floor(1e20), math.copysign(1, -0.0))
print(2**70 * 1.5, 10**30 / 7.0, float(2**64), int(1e25), 1e25 == 10**25, hash(2.0**70) == hash(2**70), round(2.5), divmod(10**20, 7.0), 10**20 // 3, (10**20) % 7.0, 2.0**70 // 3, complex(2**70, 1))
print(sum([2**62, 2**62, 0.5]), sum([2.0**70, 2**70]), max(2**70, 1e21), abs(-2**70) + 0.5, pow(2, 100) / 3.0, pow(2.5, 3), 3 ** -2, (-8) ** (1/3.) if False else '')
