/**
 * Strings cross the wall as UTF-8 that ends at the first NUL and loses a byte order mark at its beginning; and half a surrogate pair has no UTF-8.
 * A string with any of them goes as JSON, marked by a character that no text may contain.
 */
const MARK = '\uffff';
const UNSAFE = /^\ufeff|[\0\uffff]|\p{Surrogate}/u;

export const pack = (text: string): string => (UNSAFE.test(text) ? MARK + JSON.stringify(text) : text);

export const unpack = (text: string): string => (text.startsWith(MARK) ? (JSON.parse(text.slice(1)) as string) : text);

/** Between the fields of an error's description. */
export const FIELD = '\u0001';
