/**
 * A reader's versions of programs, kept in the browser and nowhere else. Each remembers which text of the author's it was
 * made from, so that a page which has changed since can say so.
 */
export interface Edit {
  text: string;
  /** The author's text when the edit was begun. */
  from: string;
}

const key = (chapter: string, name: string): string => `cell:${chapter}#${name}`;

export function loadEdit(chapter: string, name: string): Edit | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(chapter, name)) ?? 'null');
    return isEdit(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps an edit, or forgets it when the reader has come back to the author's text. A browser that keeps nothing loses it with the page. */
export function keepEdit(chapter: string, name: string, edit: Edit | undefined): void {
  try {
    if (edit) localStorage.setItem(key(chapter, name), JSON.stringify(edit));
    else localStorage.removeItem(key(chapter, name));
  } catch {
    // Storage is full or switched off: the edit still lives on this page.
  }
}

function isEdit(value: unknown): value is Edit {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'from' in value &&
    typeof value.from === 'string'
  );
}
