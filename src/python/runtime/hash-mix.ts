/** Mixing of hashes in two 32-bit halves, which is much quicker than in 64-bit whole numbers. Any fixed mixing will do: CPython's own changed over the years. */

const LOW = 2 ** 32;
/** The lower and upper 32 bits of a hash, which is a number or, beyond the safe range, a bigint. */
export function lower(h: number | bigint): number {
  return typeof h === 'bigint' ? Number(BigInt.asIntN(32, h)) : h | 0;
}
export function upper(h: number | bigint): number {
  return typeof h === 'bigint' ? Number(BigInt.asIntN(32, h >> 32n)) : Math.floor(h / LOW) | 0;
}
/** Spreads 32 bits over all of them. */
export function spread(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
/** A hash of 52 bits from two halves. */
export function joined(low: number, high: number): number {
  return (high & 0xfffff) * LOW + (low >>> 0);
}
