/** Serves a folder on the loopback as any static host would: files, `index.html` in folders, `404.html` for the rest. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

export interface Site {
  /** Where the site's own root is, base included: `http://127.0.0.1:4420/book/`. */
  url: string;
  close(): Promise<void>;
}

export interface Wishes {
  /** The folder of the host that the site is served from; everything outside it is 404. */
  base?: string;
  headers?: Readonly<Record<string, string>>;
}

/** @param root the folder; throws when no port is free on the loopback. */
export async function serve(root: string, { base = '/', headers = {} }: Wishes = {}): Promise<Site> {
  const server = createServer((request, response) => {
    void (async () => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
      const found = path.startsWith(base) ? await file(root, path.slice(base.length)) : undefined;
      const { body, ending } = found ??
        (await file(root, '404.html')) ?? { body: Buffer.from('not found'), ending: '.txt' };
      response.writeHead(found ? 200 : 404, {
        'content-type': types[ending] ?? 'application/octet-stream',
        ...headers,
      });
      response.end(body);
    })();
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function file(root: string, path: string): Promise<{ body: Buffer; ending: string } | undefined> {
  if (path.split('/').includes('..')) return undefined;
  for (const name of path === '' || path.endsWith('/') ? [`${path}index.html`] : [path]) {
    try {
      return { body: await readFile(join(root, name)), ending: extname(name) };
    } catch {
      // Not there, or a folder.
    }
  }
  return undefined;
}
