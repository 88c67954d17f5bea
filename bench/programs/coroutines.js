class Pause {
  constructor(value) {
    this.value = value;
  }

  *[Symbol.iterator]() {
    return yield this.value;
  }
}

function* worker(n) {
  let total = 0;
  for (let i = 0; i < 3; i++) total += yield* new Pause(n + i);
  return total;
}

let ready = Array.from({ length: 10000 }, (_, n) => [worker(n), undefined]);
let total = 0;
while (ready.length > 0) {
  const following = [];
  for (const [coroutine, value] of ready) {
    const result = coroutine.next(value);
    if (result.done) total += result.value;
    else following.push([coroutine, result.value]);
  }
  ready = following;
}
console.log(total);
