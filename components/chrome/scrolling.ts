/** Gives a listing a place in the tab order only while it is wider than its frame, so that the keyboard can scroll it and does not stop elsewhere. */
export function focusWhereItScrolls(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) mark(target as HTMLElement);
  });
  for (const listing of document.querySelectorAll<HTMLElement>('.listing')) observer.observe(listing);
}

function mark(listing: HTMLElement): void {
  if (listing.scrollWidth > listing.clientWidth + 1) {
    listing.tabIndex = 0;
    listing.setAttribute('role', 'group');
    listing.ariaLabel ??= 'Listing, wider than the column';
  } else {
    listing.removeAttribute('tabindex');
    listing.removeAttribute('role');
    listing.ariaLabel = null;
  }
}
