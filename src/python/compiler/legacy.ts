/** What Python 3.4 to 3.9 said about `print` and `exec` without brackets (bpo-21669, bpo-30597). */
import type { Era } from './eras.ts';
import { atLeast } from './eras.ts';

/** The message for a line that no rule accepts, or null where it is about something else. */
export function legacyHint(line: string, era: Era): string | null {
  if (line.includes('(')) return null;
  let from = 0;
  for (;;) {
    const hint = hintFor(line.slice(from), era);
    if (hint !== null) return hint;
    const colon = line.indexOf(':', from);
    if (colon < 0) return null;
    from = colon + 1;
  }
}

function hintFor(text: string, era: Era): string | null {
  const start = text.replace(/^[ \t]+/, '');
  if (start.startsWith('exec ')) return "Missing parentheses in call to 'exec'";
  if (!start.startsWith('print ')) return null;
  const plain = "Missing parentheses in call to 'print'";
  if (!atLeast(era, '3.6')) return plain;
  const data = start.slice('print '.length).replace(/;.*$/s, '').trim();
  if (data.startsWith('>>'))
    return atLeast(era, '3.7')
      ? `${plain}. Did you mean print(${data.replace(/^>>\s*/, '')}...)?`.replace(
          /print\(.*\)\?$/s,
          'print(..., file=...)?',
        )
      : `${plain}. Did you mean print(${data})?`;
  return `${plain}. Did you mean print(${data.endsWith(',') ? `${data} end=" "` : data})?`;
}
