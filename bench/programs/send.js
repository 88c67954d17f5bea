function* accumulator() {
  let total = 0;
  for (;;) total += yield total;
}

const generators = Array.from({ length: 100 }, accumulator);
for (const generator of generators) generator.next();
let last = 0;
for (let turn = 0; turn < 1000; turn++) {
  for (const generator of generators) last = generator.next(turn).value;
}
console.log(last);
