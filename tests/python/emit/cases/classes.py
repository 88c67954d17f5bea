class Point(Base, metaclass=Meta):
    """A point."""
    dimensions = 2
    __secret = dimensions

    def __init__(self, x, y=0):
        super().__init__()
        self.x, self.y = x, y

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
