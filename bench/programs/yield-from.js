function* inner(n) {
  for (let i = 0; i < n; i++) yield i;
}

function* middle(n) {
  yield* inner(n);
}

function* outer(n) {
  yield* middle(n);
}

function* outermost(n) {
  yield* outer(n);
}

let total = 0;
for (const item of outermost(100000)) total += item;
console.log(total);
