# Names: mangled, global, nonlocal, deleted
class A:
    def f(self, __x): return __x
    def g(self):
        try: return self.f(__x=1)
        except TypeError as e: return e
    def h(self):
        try: return self.f(**{'_A__x': 1})
        except TypeError as e: return e
    def i(self):
        import __main__ as __m
        return sorted(locals())
    def j(self):
        global __gl
        __gl = 5
        def __inner(): pass
        class __C: pass
        return __inner.__name__, __C.__name__, __C.__qualname__
print(A().g(), A().h(), A().i(), A().j(), '_A__gl' in globals())
