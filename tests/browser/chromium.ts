/**
 * A real headless browser for the tests: the Chromium that comes inside an npm package, on a bare Linux x64; elsewhere the
 * Chrome that is installed. Its own list of arguments is not used: it would switch the web's security off.
 */
import { chromium, type Browser } from 'playwright-core';

/**
 * A program that leaves its WebAssembly memory is caught by a check in the code rather than by a signal, which needs a large reserved
 * region for every memory and a machine that delivers it.
 */
const v8 = ['--wasm-enforce-bounds-checks'];
const args = ['--no-sandbox', '--disable-gpu'];

/** `slow`: WebAssembly stays as it is compiled first, as on a machine whose processors have other things to do. Its frames are the largest so. */
export async function launch({ slow = false } = {}): Promise<Browser> {
  const executablePath = await unpack();
  const flags = `--js-flags=${[...v8, ...(slow ? ['--wasm-tiering-budget=1000000000'] : [])].join(' ')}`;
  if (executablePath === undefined) return chromium.launch({ channel: 'chrome', args: slow ? [flags] : [] });
  return chromium.launch({ executablePath, args: [...args, flags] });
}

/** Where the packed Chromium lies, unpacked by the first who asks: tests that run side by side must not all unpack it. */
export async function unpack(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  // Read when the package is loaded: it then unpacks the libraries that a bare machine lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs24.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
