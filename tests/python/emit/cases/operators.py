def operators(a, b, c):
    a += 1
    b.x -= a
    c[0] *= 2
    if not a and (b or c > 2) and a < b <= c:
        return a if a is not None else -b
    return a % 7 + (b & 3) + 'x' * 2, a in c, b == 'text', 2 ** 100, 123456789012345678901234567890
