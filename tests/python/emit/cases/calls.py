def calls(f, o, args, kw):
    f()
    f(1, args)
    f(g(1), h())
    f(1, *args, x=2, **kw)
    o.method(args)
    o.method(f())
    o.a.b.method(key=1)
    print(len(args))
    return o[f(0)]
