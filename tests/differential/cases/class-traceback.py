# era: 3.13
class A:
    def f(self):
        return 1
    x = [1, 2]
    y = 1 / 0
    def g(self):
        return 1
