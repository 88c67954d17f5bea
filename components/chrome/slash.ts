/** `/` goes to the search, unless somebody is writing. */
export function searchOnSlash(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-search]');
  if (!link) return;
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    // Inside a shadow root, as the editor is, the target is known by the path only.
    const at = event.composedPath()[0];
    if (at instanceof HTMLElement && (at.isContentEditable || at.matches('input, textarea, select'))) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('book-search input');
    if (field) field.focus();
    else link.click();
  });
}
