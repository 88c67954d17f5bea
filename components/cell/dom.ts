/** Builds elements in a line, and text in them as text: what a program prints never becomes markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

export function button(word: string, about: string, press: () => void): HTMLButtonElement {
  const element = make('button', 'control', word);
  element.type = 'button';
  // The visible word comes first in the name, so that it can be spoken to.
  element.ariaLabel = `${word} ${about}`;
  element.addEventListener('click', press);
  return element;
}
