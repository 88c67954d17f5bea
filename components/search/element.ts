/** `<book-search>`: a field, what was found in words, and the pages with their sections. What is searched for stands in the address, `?q=`. */
import { find, piecesOf, type FoundPage } from './pagefind.ts';

/** So many pages at first, and so many sections of each. */
const shownPages = 8;
const shownSections = 3;

export class BookSearch extends HTMLElement {
  private readonly field = this.querySelector('input')!;
  private readonly status = this.querySelector<HTMLElement>('[role=status]')!;
  private readonly list = this.querySelector('ol')!;

  connectedCallback(): void {
    this.hidden = false;
    this.field.value = new URL(location.href).searchParams.get('q') ?? '';
    this.field.addEventListener('input', () => void this.search());
    this.addEventListener('keydown', (event) => this.move(event));
    this.field.focus();
    if (this.field.value) void this.search();
  }

  private async search(): Promise<void> {
    const term = this.field.value.trim();
    const address = new URL(location.href);
    if (term) address.searchParams.set('q', term);
    else address.searchParams.delete('q');
    history.replaceState(history.state, '', address);
    if (!term) return this.show('', []);
    try {
      const found = await find(term);
      if (!found || term !== this.field.value.trim()) return;
      const pages = await Promise.all(found.results.slice(0, shownPages).map((result) => result.data()));
      if (term !== this.field.value.trim()) return;
      this.show(inWords(term, found.results.length), pages);
    } catch {
      this.show(
        'The index of the book could not be fetched. Are you connected? It is made when the site is built.',
        [],
      );
    }
  }

  private show(status: string, pages: readonly FoundPage[]): void {
    this.status.textContent = status;
    this.list.replaceChildren(...pages.map(entry));
  }

  /** The arrow keys go from the field down the links, and back. */
  private move(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [this.field, ...this.list.querySelectorAll('a')];
    const here = stops.indexOf(document.activeElement as HTMLInputElement | HTMLAnchorElement);
    const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)];
    if (here < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

customElements.define('book-search', BookSearch);

function inWords(term: string, count: number): string {
  if (count === 0) return `Nothing has “${term}”.`;
  if (count === 1) return `One page has “${term}”.`;
  return `${count} pages have “${term}”${count > shownPages ? `; these are the first ${shownPages}` : ''}.`;
}

function entry({ url, meta, sub_results: sections }: FoundPage): HTMLLIElement {
  const place = element('span', 'label', meta['place'] ?? '');
  const title = element('a', 'page', meta['title'] ?? url);
  title.href = url;
  const parts = element('ul');
  for (const section of sections.slice(0, shownSections)) {
    const part = element('li');
    if (section.url !== url) {
      const link = element('a', '', section.title);
      link.href = section.url;
      part.append(link, ' ');
    }
    const text = element('span', 'excerpt');
    for (const piece of piecesOf(section.excerpt))
      text.append(piece.found ? element('mark', '', piece.text) : piece.text);
    part.append(text);
    parts.append(part);
  }
  const item = element('li', meta['colour'] ?? 'era-none');
  item.append(place, title, parts);
  return item;
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
