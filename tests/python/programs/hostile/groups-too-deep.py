# era: 3.13
e = ValueError('inner')
for i in range(14):
    e = ExceptionGroup('g%d' % i, [e, TypeError(i)] if i % 2 else [e])
raise e
