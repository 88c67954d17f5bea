/**
 * Links the first mention of a thing in each chapter to the place where the book explains it: terms to the glossary, PEPs and
 * releases to the appendix that dates them. Code, headings and links are left as they are; a mention that its author has linked
 * counts as the first.
 */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastContent, MdastNode, MdastPluginInput } from 'satteri';

export interface Mention {
  /** The address, without the base of the site: `glossary/#future`. */
  to: string;
  /** How it is written in prose. A space stands for any white space; letters may be capital at the start of a sentence. */
  forms: readonly string[];
  /** The class of the link. */
  kind: string;
}

/** `mentions` says what can be linked in a chapter, by the name of its file without its ending. */
export function firstMentions(base: string, mentions: (chapter: string) => readonly Mention[]): MdastPluginInput {
  return ({ fileURL }) => {
    if (!fileURL) return null;
    const known = mentions(basename(fileURLToPath(fileURL)).replace(/\.mdx?$/, ''));
    if (known.length === 0) return null;
    const seeker = new Seeker(known);
    return {
      name: 'first-mentions',
      text(node, ctx) {
        let linked = false;
        for (let above: MdastNode | undefined = ctx.parent(node); above; above = ctx.parent(above)) {
          if (above.type === 'heading' || ('name' in above && above.name === 'summary')) return;
          if (above.type === 'link' || above.type === 'linkReference') linked = true;
        }
        const pieces = seeker.cut(node.value);
        if (linked || !pieces.some(({ mention }) => mention)) return;
        ctx.replaceNode(
          node,
          pieces.map(({ text, mention }): MdastContent => {
            if (!mention) return { type: 'text', value: text };
            const data = { hProperties: { className: [mention.kind] } };
            return { type: 'link', url: `${base}${mention.to}`, data, children: [{ type: 'text', value: text }] };
          }),
        );
      },
    };
  };
}

interface Piece {
  text: string;
  mention?: Mention;
}

/** Finds what has not been mentioned yet, from one text of a chapter to the next. */
export class Seeker {
  private readonly byForm = new Map<string, Mention>();
  private readonly pattern: RegExp;
  private readonly met = new Set<Mention>();

  constructor(mentions: readonly Mention[]) {
    for (const mention of mentions) for (const form of mention.forms) this.byForm.set(key(form), mention);
    // The longest first, so that `event loop` is not taken for `loop`, nor `Python 3.10` for `Python 3.1`.
    const forms = [...new Set(mentions.flatMap(({ forms }) => forms))].sort((a, b) => b.length - a.length);
    this.pattern = new RegExp(
      `(?<![\\p{L}\\p{N}_.-])(?:${forms.map(written).join('|')})(?![\\p{L}\\p{N}_-]|\\.\\d)`,
      'gu',
    );
  }

  /** The text in pieces; those with a mention are the first of theirs. */
  cut(text: string): Piece[] {
    const pieces: Piece[] = [];
    let end = 0;
    for (const match of text.matchAll(this.pattern)) {
      const mention = this.byForm.get(key(match[0]));
      if (!mention || this.met.has(mention)) continue;
      this.met.add(mention);
      if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
      pieces.push({ text: match[0], mention });
      end = match.index + match[0].length;
    }
    if (end < text.length || pieces.length === 0) pieces.push({ text: text.slice(end) });
    return pieces;
  }
}

/** The forms of a mention differ in white space and in the first letter, which may begin a sentence. */
function key(form: string): string {
  const spaced = form.replace(/\s+/g, ' ');
  return spaced[0]!.toLowerCase() + spaced.slice(1);
}

function written(form: string): string {
  const [first = '', ...rest] = form;
  const escaped = rest.join('').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const head = first.toLowerCase() === first.toUpperCase() ? first : `[${first.toLowerCase()}${first.toUpperCase()}]`;
  return (head + escaped).replace(/ /g, '\\s+');
}
