/** Where the reader was: kept in the browser when a chapter is left, and offered on the landing page. */

interface Place {
  /** The chapter's address within the book: `06-yield-from/`. */
  page: string;
  /** The chapter in a sentence: `chapter 6, yield from`. */
  name: string;
  /** The last heading or cell that had passed, and the section that it is in; neither at the chapter's beginning. */
  anchor?: string;
  section?: string;
}

const key = 'reading';
const base = import.meta.env.BASE_URL;

/** On a chapter: notes the place whenever the page goes out of sight. */
export function keepPlace(): void {
  const main = document.querySelector<HTMLElement>('main[data-name]');
  if (!main) return;
  const keep = (): void => {
    try {
      localStorage.setItem(key, JSON.stringify(placeIn(main)));
    } catch {
      // A browser that keeps nothing has no place to come back to.
    }
  };
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });
}

/** On the landing page: the way back to it. */
export function offerPlace(): void {
  const offer = document.querySelector<HTMLElement>('[data-continue]');
  const place = offer && stored();
  // A chapter that is gone or renamed is not offered.
  if (!place || !document.querySelector(`main a[href=${JSON.stringify(base + place.page)}]`)) return;
  const link = document.createElement('a');
  link.href = `${base}${place.page}${place.anchor ? `#${encodeURIComponent(place.anchor)}` : ''}`;
  link.textContent = place.name;
  offer.append(' ', link, place.section ? `, at “${place.section}”` : '');
  offer.hidden = false;
}

function placeIn(main: HTMLElement): Place {
  const passed = (element: Element): boolean => element.getBoundingClientRect().top < innerHeight / 3;
  const on = main.querySelector<HTMLAnchorElement>('.way-on .on');
  // Who has come to the end goes on with the next chapter.
  if (on?.dataset['name'] && on.getBoundingClientRect().top < innerHeight) {
    return { page: within(on.pathname), name: on.dataset['name'] };
  }
  const stops = [...main.querySelectorAll<HTMLElement>('.prose :is(h2, h3, book-cell)[id]')].filter(passed);
  const anchor = stops.at(-1)?.id;
  const section = stops.findLast((stop) => stop.tagName === 'H2')?.textContent?.trim();
  return {
    page: within(location.pathname),
    name: main.dataset['name']!,
    ...(anchor && { anchor }),
    ...(section && { section }),
  };
}

function within(path: string): string {
  return path.startsWith(base) ? path.slice(base.length) : path;
}

function stored(): Place | undefined {
  try {
    const place: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isPlace(place) ? place : undefined;
  } catch {
    return undefined;
  }
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { page, name, anchor, section } = value as Record<string, unknown>;
  const text = (each: unknown): boolean => typeof each === 'string';
  return text(page) && text(name) && [anchor, section].every((each) => each === undefined || text(each));
}
