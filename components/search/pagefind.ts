/** Pagefind in the browser: as much of it as a search needs. It is part of the built site and of nothing else, and is fetched by whoever searches. */
export interface Found {
  results: readonly { data(): Promise<FoundPage> }[];
}

export interface FoundPage {
  url: string;
  meta: Readonly<Record<string, string | undefined>>;
  sub_results: readonly FoundSection[];
}

export interface FoundSection {
  title: string;
  url: string;
  /** Text with `<mark>` around what was found, and with HTML's entities. */
  excerpt: string;
}

interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  /** Answers null when another search has begun meanwhile. */
  debouncedSearch(term: string, options: object, milliseconds: number): Promise<Found | null>;
}

let loaded: Promise<Pagefind> | undefined;

/** Searches the book; null when another search has begun meanwhile. Rejects where there is no index, as on the authors' server. */
export async function find(term: string): Promise<Found | null> {
  loaded ??= load();
  try {
    return await (await loaded).debouncedSearch(term, {}, 120);
  } catch (error) {
    loaded = undefined;
    throw error;
  }
}

async function load(): Promise<Pagefind> {
  const base = import.meta.env.BASE_URL;
  const pagefind = (await import(/* @vite-ignore */ `${location.origin}${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  return pagefind;
}

/** An excerpt in pieces, as text: found or not. */
export function piecesOf(excerpt: string): { text: string; found: boolean }[] {
  return excerpt
    .split(/<mark>(.*?)<\/mark>/s)
    .map((piece, index) => ({ text: unescaped(piece), found: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", amp: '&' };

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|#x27|amp);/g, (_, name: string) => entities[name]!);
}
