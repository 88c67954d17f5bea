const counts = new Map();
for (let i = 0; i < 100000; i++) {
  const key = (i * 7919) % 1009;
  counts.set(key, (counts.get(key) ?? 0) + (i % 3));
}
const pairs = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
const squares = pairs.filter(([x]) => x % 2).map(([x]) => x * x);
console.log(
  counts.size,
  pairs[0][0],
  squares.reduce((a, b) => a + b, 0),
);
