/**
 * Gives a listing a place in the tab order only while it is larger than its frame, so that the keyboard can scroll it and does not stop elsewhere. What makes
 * it so: another size of the frame, other text in it, or a typeface that arrived later than the text.
 */
const FRAMES = '.listing, .wide, .timeline .frame';

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) mark(target as HTMLElement);
});

/** Text may change often before it is drawn: its frame is measured once, when it is. */
const changed = new Set<HTMLElement>();
const texts = new MutationObserver((records) => {
  const asked = changed.size > 0;
  for (const { target } of records) {
    const listing = (target instanceof Element ? target : target.parentElement)?.closest<HTMLElement>(FRAMES);
    if (listing) changed.add(listing);
  }
  if (!asked && changed.size > 0) requestAnimationFrame(markChanged);
});

function markChanged(): void {
  changed.forEach(mark);
  changed.clear();
}

/** Watches every listing, every table and every drawn timeline that is on the page. */
export function focusWhereItScrolls(): void {
  for (const frame of document.querySelectorAll<HTMLElement>(FRAMES)) watch(frame);
  document.fonts.addEventListener('loadingdone', () => document.querySelectorAll<HTMLElement>(FRAMES).forEach(mark));
}

/** Watches a listing that was added to the page. */
export function watch(listing: HTMLElement): void {
  sizes.observe(listing);
  texts.observe(listing, { childList: true, characterData: true, subtree: true });
}

function mark(listing: HTMLElement): void {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = listing;
  if (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1) {
    listing.tabIndex = 0;
    listing.setAttribute('role', 'group');
    const kind = listing.matches('.wide') ? 'Table' : listing.matches('.frame') ? 'Timeline' : 'Listing';
    listing.ariaLabel ??= `${kind}, larger than its frame`;
  } else {
    listing.removeAttribute('tabindex');
    listing.removeAttribute('role');
    listing.ariaLabel = null;
  }
}
