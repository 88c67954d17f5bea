function* numbers(n) {
  for (let i = 0; i < n; i++) yield i;
}

let total = 0;
for (const number of numbers(1000000)) total += number;
console.log(total);
