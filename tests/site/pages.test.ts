/** The built site as files: links that lead somewhere, cells as their authors wrote them, nothing inline, little to download. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { entries } from '../../components/book.ts';
import { modules } from '../../components/library/modules.ts';
import { parseChapter } from '../../src/cells/parse.ts';
import { base } from './build.ts';
import { attribute, files, hasClass, pages, within, type Element, type Page } from './html.ts';

const { atRoot, inFolder } = inject('site');
const chapters = readdirSync('content').filter((name) => /\.mdx?$/.test(name));

describe.for([
  { name: 'at the root of a host', root: atRoot, home: '/' },
  { name: 'in a folder of a host', root: inFolder, home: base },
])('the site $name', ({ root, home }) => {
  const built = pages(root);
  const names = new Set(files(root));

  test('has a page for every chapter, the landing page and 404', () => {
    const expected = chapters
      .map((name) => name.replace(/\.mdx?$/, ''))
      .map((id) => (id === 'index' ? 'index.html' : `${id}/index.html`));
    expect(built.map(({ path }) => path)).toEqual(expect.arrayContaining([...expected, '404.html']));
  });

  test.for(built.map((page) => ({ path: page.path, page })))(
    '$path: every link and asset of the site is there',
    ({ page }) => {
      const broken: string[] = [];
      for (const { tag, properties } of page.elements) {
        for (const url of [properties['href'], properties['src']]) {
          if (typeof url !== 'string' || /^(https?|mailto|data):/.test(url)) continue;
          const [path = '', fragment] = url.split('#');
          const target = path === '' ? page.path : resolve(path, page.path, home);
          const file =
            target === undefined ? undefined : target === '' || target.endsWith('/') ? `${target}index.html` : target;
          if (file === undefined || !names.has(file)) broken.push(`<${tag}> ${url}`);
          else if (fragment && !ids(built.find((other) => other.path === file)).has(decodeURIComponent(fragment))) {
            broken.push(`<${tag}> ${url}: nothing has this id`);
          }
        }
      }
      expect(broken).toEqual([]);
    },
  );
});

describe.for(pages(atRoot).map((page) => ({ path: page.path, page })))('$path', ({ page }) => {
  test('has one title, one heading of the first level, a language, a description, and no id twice', () => {
    const of = (tag: string): string[] =>
      page.elements.filter((element) => element.tag === tag).map(({ text }) => text.trim());
    expect(of('h1')).toHaveLength(1);
    expect(of('title')[0]).toContain('How Python Learned to Wait');
    expect(
      attribute(
        page.elements.find(({ tag }) => tag === 'html')!,
        'lang',
      ),
    ).toBe('en');
    expect(page.elements.some((each) => each.tag === 'meta' && attribute(each, 'name') === 'description')).toBe(true);
    const seen = page.elements.map((each) => attribute(each, 'id')).filter((id) => id !== undefined);
    expect(seen.filter((id, index) => seen.indexOf(id) !== index)).toEqual([]);
  });

  test('keeps words and links apart', () => {
    expect(page.source.match(/[a-z,;.:]<a[ >]/g) ?? []).toEqual([]);
  });

  test('has nothing inline and nothing from elsewhere', () => {
    for (const element of page.elements) {
      const { tag, properties } = element;
      expect(
        Object.keys(properties).filter((name) => name === 'style' || /^on[a-z]/i.test(name)),
        `<${tag}>`,
      ).toEqual([]);
      expect(tag).not.toBe('style');
      if (tag === 'script') expect(attribute(element, 'src')).toMatch(/^\//);
      if (tag === 'link' && /stylesheet|icon|preload/.test(attribute(element, 'rel') ?? '')) {
        expect(attribute(element, 'href')).toMatch(/^\//);
      }
      // `next` and `prefetch` are fetched ahead, by Firefox at least, and the policy forbids that.
      if (tag === 'link') expect(attribute(element, 'rel')).toMatch(/^(?:stylesheet|icon|preload|canonical)$/);
      if (tag === 'img') expect(attribute(element, 'src')).not.toMatch(/^https?:/);
    }
    expect(page.source).toContain('http-equiv="Content-Security-Policy"');
  });

  test('ships at most 15 kB of JavaScript, compressed, until somebody runs or edits a program', () => {
    const roots = page.elements.filter(({ tag }) => tag === 'script').map((each) => attribute(each, 'src')!.slice(1));
    const scripts = closure(roots);
    const bytes = scripts.map((path) => brotliCompressSync(readFileSync(join(atRoot, path))).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15 * 1024);
    const text = scripts.map((path) => readFileSync(join(atRoot, path), 'utf8')).join('');
    expect(text).not.toContain('cm-scroller');
    expect(page.source).not.toContain('.wasm');
  });
});

describe.for(chapters)('content/%s', (name) => {
  const chapter = parseChapter(readFileSync(join('content', name), 'utf8'), `content/${name}`);
  const id = name.replace(/\.mdx?$/, '');
  const page = pages(atRoot).find(({ path }) => path === (id === 'index' ? 'index.html' : `${id}/index.html`));
  const cells = page?.elements.filter(({ tag }) => tag === 'book-cell') ?? [];

  test('is on the site with every cell, in order', () => {
    expect(cells.map((cell) => attribute(cell, 'dataCell') ?? attribute(cell, 'data-cell'))).toEqual(
      chapter.cells.map((cell) => cell.name),
    );
  });

  test('shows program, input and transcript of each cell as the author wrote them', () => {
    for (const [index, cell] of chapter.cells.entries()) {
      const figure = cells[index]!.children[0]!;
      const part = (kind: string): string | undefined =>
        within(figure, (each) => hasClass(each, kind))?.children[1]?.text;
      expect(figure.children.find(({ tag }) => tag === 'pre')?.text, cell.name).toBe(cell.text.replace(/\n$/, ''));
      expect(part('given') ?? null, cell.name).toBe(cell.input?.replace(/\n$/, '') ?? null);
      expect(part('transcript') ?? null, cell.name).toBe(cell.transcript?.replace(/\n$/, '') ?? null);
    }
  });
});

test('every module of the library can be read, and is listed with its Pythons', () => {
  const listed = pageAt('library/index.html');
  const links = new Set(listed.elements.filter(({ tag }) => tag === 'a').map((each) => attribute(each, 'href')));
  const all = modules();
  expect(all.length).toBeGreaterThan(70);
  for (const { name, source } of all) {
    expect(links.has(`/library/${name}/`), name).toBe(true);
    const page = pageAt(`library/${name}/index.html`);
    expect(page.elements.find(({ tag }) => tag === 'pre')?.text, name).toBe(source.trimEnd());
  }
});

test('first mentions are linked in the prose, each once, and never in a plate or a heading', () => {
  const linking = pages(atRoot).filter(({ elements }) => elements.some((each) => hasClass(each, 'dated')));
  expect(linking.length).toBeGreaterThan(10);
  for (const { path, elements } of linking) {
    const quiet = (each: Element): boolean => hasClass(each, 'dated') || hasClass(each, 'term');
    const links = elements.filter(quiet).map((each) => attribute(each, 'href'));
    expect(new Set(links).size, path).toBe(links.length);
    for (const each of elements.filter(({ tag }) => /^(?:book-cell|h\d|summary|a)$/.test(tag))) {
      expect(
        each.children.some((child) => within(child, quiet)),
        `${path}: ${each.text.slice(0, 60)}`,
      ).toBe(false);
    }
  }
});

test('the contents name all fifteen chapters and the appendices, and link those that are written', () => {
  const home = pages(atRoot).find(({ path }) => path === 'index.html')!;
  const contents = home.elements.find((each) => hasClass(each, 'line-of-time'))!;
  expect(entries).toHaveLength(18);
  for (const entry of entries) {
    expect(contents.text).toContain(entry.title);
    const link = within(contents, (each) => each.tag === 'a' && attribute(each, 'href') === `/${entry.id}/`);
    expect(link !== undefined, entry.title).toBe(chapters.some((name) => name.startsWith(`${entry.id}.`)));
  }
});

test('the faces weigh less than 90 kB together, and their licences stand beside them', () => {
  const fonts = files(atRoot).filter((path) => path.endsWith('.woff2'));
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.reduce((sum, path) => sum + readFileSync(join(atRoot, path)).length, 0)).toBeLessThan(90_000);
  expect(existsSync('components/fonts/literata-OFL.txt') && existsSync('components/fonts/ibm-plex-mono-OFL.txt')).toBe(
    true,
  );
});

function pageAt(path: string): Page {
  const page = pages(atRoot).find((each) => each.path === path);
  if (!page) throw new Error(`the site has no ${path}`);
  return page;
}

/** A link's file within the site, or undefined when it leads out of the site's folder. */
function resolve(path: string, from: string, home: string): string | undefined {
  if (!path.startsWith('/')) return posix.join(posix.dirname(from), path);
  return path.startsWith(home) ? path.slice(home.length) : undefined;
}

function ids(page: Page | undefined): Set<string> {
  return new Set(page?.elements.map((each) => attribute(each, 'id')).filter((id) => id !== undefined));
}

/** Scripts and what they import outright; what they import when asked is not part of the page. */
function closure(roots: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = readFileSync(join(atRoot, path), 'utf8');
    for (const match of text.matchAll(/(?:^|[;}\s])(?:import|export)(?:[^"'();]*?from)?\s*["'](\.[^"']+)["']/g)) {
      visit(posix.join(dirname(path), match[1]!));
    }
  };
  roots.forEach(visit);
  return [...seen];
}
