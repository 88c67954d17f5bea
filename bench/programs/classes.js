class Shape {
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.moves = 0;
  }

  area() {
    return this.width * this.height;
  }

  move() {
    this.moves += 1;
    return this;
  }
}

class Square extends Shape {
  constructor(side) {
    super(side, side);
  }

  area() {
    return super.area() + this.moves;
  }
}

let total = 0;
let square = new Square(3);
for (let i = 0; i < 50000; i++) {
  total += square.move().area();
  if (i % 10 === 0) square = new Square(i % 7);
}
console.log(total);
