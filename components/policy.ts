/**
 * The content security policy of every page, sent as a `meta` element so that it holds on any static host. WebAssembly is
 * the one permission beyond the site's own files: the sandbox is made of it. A `blob:` is the page's own; by one a busy worker learns of Stop
 * (src/sandbox/bell.ts).
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' blob:",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
