/** Marks, in the contents, the section that the reader is in: the last heading that has passed the upper third of the window. */
export function followSections(): void {
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-sections] a[href^="#"]')) {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter((heading) => heading !== null);
  if (headings.length === 0) return;

  const here = document.querySelector<HTMLElement>('[data-sections] [aria-current=page]') ?? undefined;
  let marked: HTMLAnchorElement | undefined;
  const mark = (): void => {
    const line = innerHeight / 3;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < line).at(-1);
    const link = passed && links.get(passed.id);
    if (link === marked) return;
    marked?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    marked = link;
    keepInSight(link ?? here);
  };
  let asked = false;
  const ask = (): void => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      mark();
    });
  };
  addEventListener('scroll', ask, { passive: true });
  addEventListener('resize', ask, { passive: true });
  keepInSight(here);
  mark();
}

/** Scrolls the contents, and never the page, so far that an entry stands in the middle. Only where the contents have a scroll of their own. */
function keepInSight(entry: HTMLElement | undefined): void {
  const contents = entry?.closest<HTMLElement>('.contents');
  if (!entry || !contents || contents.scrollHeight <= contents.clientHeight) return;
  const [inner, outer] = [entry.getBoundingClientRect(), contents.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  contents.scrollTop += inner.top - outer.top - contents.clientHeight / 2;
}
