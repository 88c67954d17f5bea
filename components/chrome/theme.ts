/** The switch between light and dark. It is hidden until this runs: without JavaScript the system's preference decides. */
export function offerThemes(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (!button) return;
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const current = (): string => root.dataset.theme ?? (system.matches ? 'dark' : 'light');
  const show = (): void => {
    button.textContent = current() === 'dark' ? 'Light' : 'Dark';
    button.ariaLabel = `Switch to ${current() === 'dark' ? 'light' : 'dark'} colours`;
  };
  button.addEventListener('click', () => {
    root.dataset.theme = current() === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem('theme', root.dataset.theme);
    } catch {
      // A browser that keeps nothing still switches this page.
    }
    show();
  });
  system.addEventListener('change', show);
  show();
  button.hidden = false;
}
