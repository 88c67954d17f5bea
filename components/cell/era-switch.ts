/**
 * `<era-switch>`: the same program in several Pythons, one switch apart. Without JavaScript all of them stand under one
 * another, which tells the same story.
 */
import { make } from './dom.ts';

let count = 0;

class EraSwitch extends HTMLElement {
  connectedCallback(): void {
    const cells = [...this.querySelectorAll<HTMLElement>('book-cell')];
    if (cells.length < 2 || this.querySelector('.years')) return;
    const group = `era-switch-${++count}`;
    const years = make('fieldset', 'years label', make('legend', '', 'The same countdown in'));
    const show = (chosen: HTMLElement): void => {
      for (const cell of cells) cell.hidden = cell !== chosen;
    };
    for (const cell of cells) {
      const radio = make('input', '');
      radio.type = 'radio';
      radio.name = group;
      radio.checked = cell === cells[0];
      radio.addEventListener('change', () => show(cell));
      const stamp = cell.querySelector('.stamp')?.textContent ?? '';
      const label = make(
        'label',
        cell.querySelector('.plate')?.classList[1] ?? '',
        radio,
        make('span', '', /\d{4}$/.exec(stamp)?.[0] ?? stamp),
      );
      years.append(label);
    }
    this.prepend(years);
    const linked = cells.find((cell) => `#${cell.id}` === location.hash) ?? cells[0]!;
    years.querySelectorAll('input')[cells.indexOf(linked)]!.checked = true;
    show(linked);
  }
}

customElements.define('era-switch', EraSwitch);
