# Method calls, attributes, inheritance.
class Shape:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.moves = 0

    def area(self):
        return self.width * self.height

    def move(self):
        self.moves += 1
        return self

class Square(Shape):
    def __init__(self, side):
        super().__init__(side, side)

    def area(self):
        return super().area() + self.moves

total = 0
square = Square(3)
for i in range(50000):
    total += square.move().area()
    if i % 10 == 0:
        square = Square(i % 7)
print(total)
