/** Floats in hexadecimal, exactly: `float.hex` and `float.fromhex`. Source: the library reference, "Additional Methods on Float". */
import { raise } from './errors.ts';

const view = new DataView(new ArrayBuffer(8));

export function toHex(v: number): string {
  if (!Number.isFinite(v)) return Number.isNaN(v) ? 'nan' : v < 0 ? '-inf' : 'inf';
  view.setFloat64(0, v);
  const high = view.getUint32(0);
  const sign = high >>> 31 ? '-' : '';
  const exponent = (high >>> 20) & 0x7ff;
  if (v === 0) return `${sign}0x0.0p+0`;
  const fraction = (high & 0xfffff).toString(16).padStart(5, '0') + view.getUint32(4).toString(16).padStart(8, '0');
  const e = exponent === 0 ? -1022 : exponent - 1023;
  return `${sign}0x${exponent === 0 ? 0 : 1}.${fraction}p${e < 0 ? '-' : '+'}${Math.abs(e)}`;
}

/** Errors: ValueError, OverflowError. */
export function fromHex(text: string): number {
  const t = text.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
  const word = /^([+-]?)(inf(?:inity)?|nan)$/i.exec(t);
  if (word !== null) return word[2]!.toLowerCase() === 'nan' ? NaN : word[1] === '-' ? -Infinity : Infinity;
  const m = /^([+-]?)(?:0[xX])?([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?\d+))?$/.exec(t);
  if (m === null || (m[2] === '' && (m[3] ?? '') === ''))
    throw raise('ValueError', 'invalid hexadecimal floating-point string');
  const digits = (m[2]! + (m[3] ?? '')).replace(/^0+/, '');
  const negative = m[1] === '-';
  if (digits === '') return negative ? -0 : 0;
  const exponent = Number(m[4] ?? 0) - 4 * (m[3] ?? '').length;
  const r = scaled(BigInt(`0x${digits}`), exponent);
  if (r === Infinity) throw raise('OverflowError', 'hexadecimal value too large to represent as a float');
  return negative ? -r : r;
}
/** n × 2^e rounded once, half to even. */
function scaled(n: bigint, e: number): number {
  const bits = n.toString(2).length;
  const top = bits + e;
  if (top > 1025) return Infinity;
  if (top < -1080) return 0;
  // Bits below the last place that this magnitude has.
  const drop = Math.max(bits - 53, -1074 - e);
  if (drop <= 0) return exactScale(Number(n), e);
  const unit = 1n << BigInt(drop);
  const rest = n % unit;
  let kept = n / unit;
  if (rest * 2n > unit || (rest * 2n === unit && kept % 2n === 1n)) kept += 1n;
  return exactScale(Number(kept), e + drop);
}
function exactScale(v: number, e: number): number {
  let r = v;
  let left = e;
  for (; left > 1000; left -= 1000) r *= 2 ** 1000;
  for (; left < -1000; left += 1000) r *= 2 ** -1000;
  return r * 2 ** left;
}
