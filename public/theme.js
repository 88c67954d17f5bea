/* Loaded before anything is painted, so that a reader's choice of light or dark never flashes. */
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  /* A browser that keeps nothing follows the system's preference. */
}
