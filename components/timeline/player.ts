/**
 * Watching: the playhead over a timetable, and what plays, steps and drags it. The drawing and the table were there before; this module is fetched when
 * somebody first presses Watch. A moment is a whole thing: the playhead stands at one of them, and the page says what had been printed by then, where
 * everyone stood, and whose turn comes next.
 */
import { button, make } from '../cell/dom.ts';
import type { TraceEvent } from '../../src/scheduler/trace.ts';
import { draw, type Drawing, type Node } from './drawing.ts';
import { NARROW, timelinePart, WIDE } from './part.ts';
import { seconds, timetable, type Moment, type Timetable } from './timetable.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A tree of the drawing as elements; text stays text. */
export function grown({ tag, attributes, children }: Node, inSvg = false): Element {
  const svg = inSvg || tag === 'svg';
  const element = svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => (typeof child === 'string' ? child : grown(child, svg))));
  return element;
}

/** Caption, drawings and table of a run, as elements. Null when there is nothing to draw. */
export function partOf(events: readonly TraceEvent[], output: string): Element[] | null {
  const table = timetable(events);
  return table && timelinePart(table, output).map((node) => grown(node));
}

/** What the player does to the rest of the page. */
export interface Stage {
  /** Shows what had been printed. */
  print(text: string): void;
  /** Marks lines of the programs on the page: where the moment's lane stands, and who delegates to it. */
  mark(moment: Moment): void;
  close(): void;
}

/** Units of the drawing that the playhead passes in a second, and seconds that it rests at a moment when it may not glide. */
const GLIDE = 70;
const REST = 0.7;

export class Player {
  readonly #table: Timetable;
  readonly #output: string;
  readonly #name: string;
  readonly #stage: Stage;
  readonly #drawings: { drawing: Drawing; svg: SVGSVGElement; head: SVGElement }[];
  readonly #play: HTMLButtonElement;
  readonly #slider: HTMLInputElement;
  readonly #speed: HTMLSelectElement;
  readonly #said: HTMLElement;
  readonly #row: HTMLElement;
  #moment = 0;
  /** Where the playhead is between moments, while it glides: along the first drawing. */
  #place = 0;
  #playing = 0;

  /** @param part the element that holds `.frame`; its drawings are replaced, and come back with `close` */
  constructor(part: HTMLElement, name: string, events: readonly TraceEvent[], output: string, stage: Stage) {
    const table = timetable(events);
    if (!table) throw new Error('nothing ran that has a lane');
    this.#table = table;
    this.#output = output;
    this.#name = name;
    this.#stage = stage;
    this.#drawings = (['across', 'down'] as const).map((direction) => {
      const drawing = draw(table, direction, direction === 'across' ? WIDE : NARROW);
      const svg = grown(drawing.svg) as SVGSVGElement;
      svg.classList.add('watched');
      const head = playhead(drawing);
      svg.append(head);
      this.#draggable(svg, drawing);
      return { drawing, svg, head };
    });
    part.querySelector('.frame')!.replaceChildren(...this.#drawings.map(({ svg }) => svg));
    this.#play = button('Play', name, () => this.#toggle());
    this.#slider = make('input', 'scrub');
    this.#slider.type = 'range';
    this.#slider.max = String(table.moments.length - 1);
    this.#slider.ariaLabel = `Playhead of ${name}`;
    this.#slider.addEventListener('input', () => this.#go(Number(this.#slider.value)));
    this.#speed = make('select', 'control', ...['¼', '½', '1', '2', '4'].map((times) => new Option(`${times} ×`)));
    this.#speed.selectedIndex = 2;
    this.#speed.ariaLabel = `Speed of ${name}`;
    this.#said = make('p', 'said');
    this.#said.ariaLive = 'polite';
    this.#row = make(
      'div',
      'player label',
      this.#play,
      button('Back', `one step in ${name}`, () => this.#go(this.#moment - 1)),
      button('Step', `one step on in ${name}`, () => this.#go(this.#moment + 1)),
      this.#slider,
      this.#speed,
      button('Close', `the playback of ${name}`, () => this.#stage.close()),
      this.#said,
    );
    this.#row.role = 'group';
    this.#row.ariaLabel = `Playback of ${name}`;
    part.querySelector('.frame')!.before(this.#row);
    this.#go(0);
  }

  focus(): void {
    this.#play.focus();
  }

  /** Takes the controls away; who put the drawing there puts it back. */
  close(): void {
    this.#pause();
    this.#row.remove();
  }

  /** To a moment, wherever the order came from: a step, the slider, the hand. */
  #go(moment: number): void {
    this.#pause();
    this.#show(Math.min(this.#table.moments.length - 1, Math.max(0, moment)));
    this.#place = this.#along[this.#moment]!;
    this.#draw();
  }

  get #along(): readonly number[] {
    return this.#drawings[0]!.drawing.along;
  }

  /** Everything but the playhead itself. */
  #show(index: number): void {
    this.#moment = index;
    const { moments, turns, timed } = this.#table;
    const moment = moments[index]!;
    const last = index === moments.length - 1;
    const when = timed ? `${seconds(moment.at)} (virtual)` : `step ${index} of ${moments.length - 1}`;
    this.#slider.value = String(index);
    this.#slider.ariaValueText = `${when}: ${moment.what}`;
    const line = moment.place ? `, line ${moment.place.line}` : '';
    this.#said.textContent = `${when} · ${moment.what}${line}`;
    for (const { svg } of this.#drawings) {
      for (const mark of svg.querySelectorAll<SVGElement>('.turn')) {
        const turn = turns[Number(mark.dataset.turn)]!;
        mark.classList.toggle('now', turn.from <= index && index < turn.to);
        mark.classList.toggle('later', turn.from > index);
      }
      for (const arrow of svg.querySelectorAll<SVGElement>('.packet'))
        arrow.classList.toggle('later', Number(arrow.dataset.moment) > index);
    }
    // What is printed after the last of the events belongs to the end.
    this.#stage.print(last ? this.#output : this.#output.slice(0, moment.output));
    this.#stage.mark(moment);
  }

  #draw(): void {
    const [first] = this.#drawings;
    for (const { drawing, head, svg } of this.#drawings) {
      const share =
        this.#playing === 0 ? drawing.along[this.#moment]! : between(this.#along, drawing.along, this.#place);
      const shift = drawing.direction === 'across' ? `${share} 0` : `0 ${share}`;
      head.setAttribute('transform', `translate(${shift})`);
      if (drawing === first!.drawing) follow(svg, share);
    }
  }

  #toggle(): void {
    if (this.#playing !== 0) {
      this.#pause();
      return;
    }
    const { moments } = this.#table;
    if (this.#moment === moments.length - 1) this.#show(0);
    this.#place = this.#along[this.#moment]!;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#word('Pause');
    this.#said.ariaLive = 'off';
    let before = performance.now();
    let rested = 0;
    const tick = (now: number): void => {
      const passed = ((now - before) / 1000) * [0.25, 0.5, 1, 2, 4][this.#speed.selectedIndex]!;
      before = now;
      let next = this.#moment;
      if (still) {
        rested += passed;
        if (rested >= REST) {
          rested = 0;
          next++;
          this.#place = this.#along[next] ?? this.#place;
        }
      } else {
        this.#place += passed * GLIDE;
        while (next + 1 < moments.length && this.#along[next + 1]! <= this.#place) next++;
      }
      if (next !== this.#moment) this.#show(Math.min(next, moments.length - 1));
      if (this.#moment === moments.length - 1) this.#go(this.#moment);
      else {
        this.#draw();
        this.#playing = requestAnimationFrame(tick);
      }
    };
    this.#playing = requestAnimationFrame(tick);
  }

  #pause(): void {
    cancelAnimationFrame(this.#playing);
    this.#playing = 0;
    this.#word('Play');
    this.#said.ariaLive = 'polite';
  }

  #word(word: string): void {
    this.#play.textContent = word;
    this.#play.ariaLabel = `${word} ${this.#name}`;
  }

  /** The hand takes the playhead: a mouse anywhere in the drawing, a finger at its handle, so that the page still scrolls. */
  #draggable(svg: SVGSVGElement, drawing: Drawing): void {
    const to = (event: PointerEvent): void => {
      const box = svg.getBoundingClientRect();
      const { width, height } = svg.viewBox.baseVal;
      const at =
        drawing.direction === 'across'
          ? ((event.clientX - box.left) / box.width) * width
          : ((event.clientY - box.top) / box.height) * height;
      this.#go(nearest(drawing.along, at));
    };
    let held = false;
    svg.addEventListener('pointerdown', (event) => {
      const handle = (event.target as Element).closest('.playhead') !== null;
      if (event.button !== 0 || (event.pointerType !== 'mouse' && !handle)) return;
      event.preventDefault();
      held = true;
      svg.setPointerCapture(event.pointerId);
      to(event);
    });
    svg.addEventListener('pointermove', (event) => {
      if (held) to(event);
    });
    for (const end of ['pointerup', 'pointercancel'] as const) svg.addEventListener(end, () => (held = false));
    svg.addEventListener('click', (event) => to(event as PointerEvent));
  }
}

/** The line of the playhead and its handle, at the zero of the axis of time. */
function playhead({ direction, svg }: Drawing): SVGElement {
  const [, , width, height] = svg.attributes['viewBox']!.split(' ').map(Number) as [number, number, number, number];
  const across = direction === 'across';
  const far = across ? height : width;
  const line: Record<string, number> = across ? { x1: 0, y1: 10, x2: 0, y2: far } : { x1: 44, y1: 0, x2: far, y2: 0 };
  const at = across ? { cx: 0, cy: 10 } : { cx: 44, cy: 0 };
  const shape = (tag: string, values: Record<string, number | string>): Node => ({
    tag,
    attributes: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])),
    children: [],
  });
  return grown(
    {
      tag: 'g',
      attributes: { class: 'playhead' },
      children: [
        shape('line', line),
        shape('circle', { ...at, r: 22, class: 'grip' }),
        shape('circle', { ...at, r: 5 }),
      ],
    },
    true,
  ) as SVGElement;
}

/** Scrolls the drawing's frame so that the playhead stays in sight; the page never moves. */
function follow(svg: SVGSVGElement, at: number): void {
  const frame = svg.parentElement!;
  if (frame.scrollWidth <= frame.clientWidth) return;
  if (at < frame.scrollLeft + 40 || at > frame.scrollLeft + frame.clientWidth - 40)
    frame.scrollLeft = at - frame.clientWidth / 2;
}

/** A place along one axis on another: both pass the same moments. */
function between(from: readonly number[], to: readonly number[], place: number): number {
  let index = from.findLastIndex((value) => value <= place);
  index = Math.min(Math.max(0, index), from.length - 1);
  const [a, b] = [from[index]!, from[index + 1] ?? from[index]!];
  const share = b > a ? (place - a) / (b - a) : 0;
  return to[index]! + share * ((to[index + 1] ?? to[index]!) - to[index]!);
}

function nearest(along: readonly number[], at: number): number {
  let best = 0;
  // Of several moments at one place the last: by then everything there has happened.
  for (const [index, value] of along.entries()) if (Math.abs(value - at) <= Math.abs(along[best]! - at)) best = index;
  return best;
}
