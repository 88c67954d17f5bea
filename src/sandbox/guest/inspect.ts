/** How `console.log` shows a value: as Node does on one line, without its colours, and always the same way. */

const MAX_DEPTH = 4;
const MAX_ITEMS = 100;

const quoted = (text: string): string => {
  const mark = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('`') ? '`' : "'";
  const escaped = text.replace(/[\\\n\r\t]/g, (c) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r' })[c] ?? '\\t');
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
};

const keyText = (key: PropertyKey): string =>
  typeof key === 'symbol'
    ? `[${String(key)}]`
    : /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(String(key))
      ? String(key)
      : quoted(String(key));

function className(value: object): string | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return null;
  const constructor: unknown = (prototype as { constructor?: unknown }).constructor;
  return typeof constructor === 'function' ? constructor.name : null;
}

const wrapped = (prefix: string, open: string, parts: string[], close: string): string =>
  (prefix ? prefix + ' ' : '') +
  (parts.length === 0 ? open + close : open === '[' ? `[ ${parts.join(', ')} ]` : `{ ${parts.join(', ')} }`);

function limited(parts: string[], total: number): string[] {
  if (total > parts.length) parts.push(`... ${total - parts.length} more item${total - parts.length > 1 ? 's' : ''}`);
  return parts;
}

/** The text of any value. Strings are quoted here; at the top level `console.log` prints them bare. */
export function inspect(value: unknown, depth = 0, seen: unknown[] = []): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'symbol') return String(value);
  if (typeof value === 'function') {
    const kind = /^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : (className(value) ?? 'Function');
    return kind === 'class'
      ? `[class ${value.name || '(anonymous)'}]`
      : `[${kind}${value.name ? ': ' + value.name : ' (anonymous)'}]`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.includes(value)) return '[Circular *1]';
  if (value instanceof Error)
    return depth === 0 ? `${value.name}: ${value.message}` : `[${value.name}: ${value.message}]`;
  const name = className(value);
  if (depth > MAX_DEPTH) return Array.isArray(value) ? '[Array]' : `[${name ?? 'Object: null prototype'}]`;

  const inner = [...seen, value];
  const show = (item: unknown): string => inspect(item, depth + 1, inner);
  if (Array.isArray(value)) {
    const items = Array.from({ length: Math.min(value.length, MAX_ITEMS) }, (_, i) =>
      i in value ? show(value[i]) : '<empty>',
    );
    return wrapped(name === 'Array' ? '' : `${name}(${value.length})`, '[', limited(items, value.length), ']');
  }
  if (value instanceof Map) {
    const items = [...value].slice(0, MAX_ITEMS).map(([k, v]) => `${show(k)} => ${show(v)}`);
    return wrapped(`Map(${value.size})`, '{', limited(items, value.size), '}');
  }
  if (value instanceof Set) {
    return wrapped(`Set(${value.size})`, '{', limited([...value].slice(0, MAX_ITEMS).map(show), value.size), '}');
  }
  if (value instanceof Date) return value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const array = value as unknown as ArrayLike<number>;
    return wrapped(
      `${name}(${array.length})`,
      '[',
      limited(Array.from(array).slice(0, MAX_ITEMS).map(show), array.length),
      ']',
    );
  }
  const tag: unknown = Reflect.get(value, Symbol.toStringTag);
  const parts = Reflect.ownKeys(value)
    .filter((key) => Object.getOwnPropertyDescriptor(value, key)?.enumerable)
    .map((key) => {
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property?.get) return `${keyText(key)}: [Getter${property.set ? '/Setter' : ''}]`;
      return `${keyText(key)}: ${property?.set ? '[Setter]' : show(property?.value)}`;
    });
  if (typeof tag === 'string' && tag && tag !== name) {
    return wrapped(`${name === null || name === '' ? 'Object' : name} [${tag}]`, '{', parts, '}');
  }
  return wrapped(name === null ? '[Object: null prototype]' : name === 'Object' ? '' : name, '{', parts, '}');
}

/** A line as `console.log` writes it: strings bare, the rest inspected, one space between. */
export const line = (values: unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ') + '\n';
