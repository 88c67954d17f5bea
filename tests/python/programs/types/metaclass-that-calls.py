# era: 3.6 3.13
# A metaclass with a __call__ hears of every call, whatever its arguments.


class Meta(type):
    def __call__(cls, *args, **kw):
        print(cls.__name__, args, sorted(kw.items()))
        return super().__call__(*args, **kw)


class Point(metaclass=Meta):
    def __init__(self, x=0, y=0):
        self.at = x, y


class Near(Point):
    pass


def work():
    print([p.at for p in (Point(), Point(1), Point(1, 2), Point(x=1), Point(1, y=2), Near(y=3))])


work()
print(Point(y=4).at)
