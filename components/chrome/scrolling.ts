/** Gives a listing a place in the tab order only while it is larger than its frame, so that the keyboard can scroll it and does not stop elsewhere. */
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) mark(target as HTMLElement);
});

/** Watches every listing, every table and every drawn timeline that is on the page. */
export function focusWhereItScrolls(): void {
  for (const listing of document.querySelectorAll<HTMLElement>('.listing, .wide, .timeline .frame')) watch(listing);
}

/** Watches a listing that was added to the page. */
export function watch(listing: HTMLElement): void {
  observer.observe(listing);
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
