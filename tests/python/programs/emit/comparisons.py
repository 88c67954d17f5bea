def f(x): return -1 == x == -1, 0 < x < 'a' if x == 'z' else 3 > -x > -2, 1 < 2 < x, None is x is None, 'a' == x == 'a', 1 == True == 1.0, -5 // 2, -x // 2, -7 % x
print(f(-1), f(1))
print([1 < i < 3 for i in range(4)], (3).bit_length())
