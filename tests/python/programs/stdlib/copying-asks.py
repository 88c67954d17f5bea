# era: 3.6 3.8 3.11 3.13
# What copying asks an object for, when its class has a __getattr__.
import copy
class A:
    def __getattr__(self, n):
        print('asked', n)
        return None
try: print(copy.copy(A()).value)
except Exception as e: print(type(e).__name__, e)
class B:
    def __getattr__(self, n):
        print('asked', n)
        raise AttributeError(n)
print(type(copy.copy(B())), type(copy.deepcopy(B())))
