/** Takes away from a text what a finding does not need. */
import { tokensOf } from './mutate.ts';

/** Texts with a run of lines or of tokens fewer, the longest runs first. */
function* smaller(text: string): Generator<string> {
  for (const parts of [text.split(/(?<=\n)/), tokensOf(text)]) {
    for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
      for (let at = 0; at < parts.length; at += size) yield parts.toSpliced(at, size).join('');
  }
}

/** The smallest text that is still `wanted`, as far as `most` attempts lead. */
export async function shrink(text: string, wanted: (text: string) => Promise<boolean>, most = 400): Promise<string> {
  let attempts = 0;
  for (let found = true; found;) {
    found = false;
    for (const less of smaller(text)) {
      if (++attempts > most) return text;
      if (!(await wanted(less))) continue;
      text = less;
      found = true;
      break;
    }
  }
  return text;
}
