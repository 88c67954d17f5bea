/** Reads built pages: their elements in order, with attributes and text. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { htmlToHast } from 'satteri';

export interface Element {
  tag: string;
  properties: Readonly<Record<string, unknown>>;
  text: string;
  children: Element[];
}

export interface Page {
  /** Relative to the site's root, with slashes: `03-the-function-that-pauses/index.html`. */
  path: string;
  source: string;
  elements: Element[];
}

const read = new Map<string, Page[]>();

/** Every page of a built site; read once, since a built site stays as it is. */
export function pages(root: string): Page[] {
  const known = read.get(root) ?? readPages(root);
  read.set(root, known);
  return known;
}

function readPages(root: string): Page[] {
  return files(root)
    .filter((path) => path.endsWith('.html'))
    .map((path) => {
      const source = readFileSync(join(root, path), 'utf8');
      return { path, source, elements: elementsOf(source) };
    });
}

/** The elements of an HTML text, in order. */
export function elementsOf(source: string): Element[] {
  return [...all(convert(htmlToHast(source) as Node))];
}

/** Every file below a folder, with slashes. */
export function files(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : undefined;
}

export function within(element: Element, matches: (candidate: Element) => boolean): Element | undefined {
  return [...all(element)].find(matches);
}

export function hasClass(element: Element, name: string): boolean {
  return (attribute(element, 'className') ?? attribute(element, 'class') ?? '').split(' ').includes(name);
}

interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

function* all(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* all(child);
}

function convert(node: Node): Element {
  const children = (node.children ?? []).filter(({ type }) => type === 'element').map(convert);
  return { tag: node.tagName ?? '', properties: node.properties ?? {}, text: textOf(node), children };
}

function textOf(node: Node): string {
  return node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(textOf).join('');
}
