/**
 * The order in which CPython walks a set of small ints: it follows from their values and the table's growth, so programs and books rely on it
 * (`{1, 0}` shows as `{0, 1}`). Strings have no such order: theirs changes from run to run, and ours is the order of insertion.
 * Source: the probing rules described in CPython's Objects/setobject.c (3.7 and later); checked against real Pythons by tests.
 */
const PROBES = 9;

/** The ints in table order; the array itself when one of them is negative, large or no int. */
export function tableOrder(keys: readonly unknown[]): readonly unknown[] {
  if (keys.length < 2 || keys.length > 10_000) return keys;
  for (const k of keys) if (typeof k !== 'number' || k < 0 || k > 0x7fffffff || !Number.isInteger(k)) return keys;
  const ints = keys as readonly number[];
  let table: (number | undefined)[] = new Array(8);
  let mask = 7;
  let fill = 0;
  for (const k of ints) {
    insert(table, mask, k);
    fill++;
    if (fill * 5 >= mask * 3) {
      const wanted = fill > 50_000 ? fill * 2 : fill * 4;
      let size = 8;
      while (size <= wanted) size *= 2;
      const old = table;
      table = new Array(size);
      mask = size - 1;
      for (const x of old) if (x !== undefined) insert(table, mask, x);
    }
  }
  return table.filter((x) => x !== undefined);
}
function insert(table: (number | undefined)[], mask: number, k: number): void {
  let i = k & mask;
  let perturb = k;
  for (;;) {
    if (table[i] === undefined) {
      table[i] = k;
      return;
    }
    if (i + PROBES <= mask)
      for (let j = i + 1; j <= i + PROBES; j++)
        if (table[j] === undefined) {
          table[j] = k;
          return;
        }
    perturb = Math.floor(perturb / 32);
    i = (i * 5 + 1 + perturb) & mask;
  }
}
