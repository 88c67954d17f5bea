# era: 2.7 3.6 3.13
import random
random.seed(5)
xs = [0.0, -0.0, 1.0, -1.5, 5e-324, 2.2250738585072014e-308, 1e308, float('inf'), float('-inf'), 1/3., 2.2250738585072009e-308, -3e-310]
xs += [random.uniform(-1, 1) * 2.0 ** random.randint(-1070, 1000) for i in range(300)]
t = 0
for x in xs:
    h = x.hex()
    if float.fromhex(h) != x: print('BAD', x, h)
    t = (t * 31 + sum(map(ord, h))) % 1000003
    if x in xs[:12]: print(h)
print(t, float('nan').hex())
for s in ['0x1p0', '1p3', '0x.8', ' -0X1.8P-2 ', 'inf', '-Infinity', 'nan', '0x', '', 'x', '0x1p', '0x1.2.3', '1e5', '0x1p1024', '0x1.fffffffffffff8p1023', '0x1.fffffffffffff7p1023', '0x1p-1075', '0x1.8p-1075', '0x1p-1080', '0x0.0000000000001p-1022', '0x123456789abcdef0123', '+1', '--1', '0x1p+-3', 'in', '0x1.00000000000008p0', '0x1.00000000000018p0', '0x1.000000000000080000001p0']:
    try: print(repr(s), float.fromhex(s))
    except (ValueError, OverflowError) as e: print(repr(s), type(e).__name__, e)
