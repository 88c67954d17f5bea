# era: 3.13
# Groups in one another, in chains and in numbers, as they are written.
def made(x):
    try: raise x
    except BaseException as e: return e
def shown(e):
    import traceback
    print(''.join(traceback.format_exception(made(e))))
V, G = ValueError, ExceptionGroup
a = made(V('a')); a.__cause__ = made(G('cause', [V(1)]))
b = made(V('b')); b.__context__ = made(V('c'))
shown(G('one', [G('two', [V(1)])]))
shown(G('one', [G('two', [V(1)]), V(2)]))
shown(G('one', [a, b]))
shown(G('one', [b, a]))
shown(G('wide', [V(i) for i in range(20)]))
shown(G('wide', [G('in', [V(i) for i in range(17)]), a]))
e = None
for i in range(5):
    n = made(V(i) if i % 2 else G('g', [V(i)])); n.__context__ = e; e = n
shown(e)
raise e
