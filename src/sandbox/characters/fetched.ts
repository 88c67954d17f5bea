/** The characters of Unicode in a browser. */
import { Characters } from './table.ts';

/** `fetchNow` gets a file while everything waits; null when it cannot be had. */
export function fetchedCharacters(
  urls: { names: string; properties: string },
  fetchNow: (url: string) => string | null,
): Characters {
  const text = (url: string): string => {
    const found = fetchNow(url);
    if (found === null)
      throw new Error(`${url} cannot be had, which says what characters are called; run the program again`);
    return found;
  };
  return new Characters({ names: () => text(urls.names), properties: () => text(urls.properties) });
}
