import statistics as s
from fractions import Fraction as F

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(s.mean(data), s.mean([1, 2, 3]), s.mean([1, 2]), s.mean([F(1, 2), F(1, 3)]), s.mean([1e20, 1, -1e20]), s.mean([0.1] * 10), s.mean([True, 2]), s.mean([1, float('inf')]))
print(s.fmean([1, 2, 4]), s.fmean([85, 92, 83], weights=[0.2, 0.3, 0.5]), round(s.geometric_mean([54, 24, 36]), 9), s.geometric_mean([0, 3]), s.harmonic_mean([40, 60]), s.harmonic_mean([40, 60], weights=[5, 30]), s.harmonic_mean([0, 1]), s.harmonic_mean([5]))
print(s.median([1, 3, 5]), s.median([1, 3, 5, 7]), s.median_low([1, 3, 5, 7]), s.median_high([1, 3, 5, 7]), s.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), s.median_grouped([52, 52, 53, 54], 2), s.median(data))
print(s.mode([1, 1, 2, 3, 3]), s.mode('abca'), s.multimode('aabbbbccddddeeffffgg'), s.multimode(''))
print(s.stdev(data), s.pstdev(data), s.variance(data), s.pvariance(data), s.variance([1, 2, 3, 4]), s.pvariance([1, 2, 3]), s.variance([F(1, 6), F(1, 2), F(5, 3)]), s.stdev([1, 2]), s.pstdev([1e10, 1e10 + 1]), s.variance(data, 1.5), s.stdev([10**20, 3]), s.pstdev([3]))
print(s.quantiles(range(1, 11)), s.quantiles([1, 5, 9, 2], n=10), s.quantiles([1, 5, 9, 2], n=3, method='inclusive'), s.quantiles([7], n=3))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(s.covariance(x, y), round(s.correlation(x, y), 12), s.correlation(x, x), s.linear_regression([1, 2, 3], [2, 4, 7]), s.linear_regression([1, 2, 3], [2, 4, 6], proportional=True))
for act in (lambda: s.mean([]), lambda: s.median([]), lambda: s.mode([]), lambda: s.stdev([1]), lambda: s.pstdev([]), lambda: s.variance([1]), lambda: s.pvariance([]), lambda: s.fmean([]), lambda: s.geometric_mean([]), lambda: s.geometric_mean([-1]),
            lambda: s.harmonic_mean([]), lambda: s.harmonic_mean([-1, 2]), lambda: s.quantiles([]), lambda: s.quantiles([1, 2], n=0), lambda: s.quantiles([1, 2], method='x'), lambda: s.covariance([1], [1, 2]), lambda: s.correlation([1, 1], [1, 2]),
            lambda: s.linear_regression([1, 1], [1, 2]), lambda: s.mean(['a'])):
    try:
        print(act())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
